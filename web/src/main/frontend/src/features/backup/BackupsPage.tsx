import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconDatabaseExport, IconLock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { ago, bytes, duration, instant, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable, type Column } from '@/parts/DataTable';
import { Figure } from '@/parts/Figure';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { LaunchButton } from '@/features/jobs/LaunchButton';
import { texts } from './texts';
import { isOld, lastDrilled, newestWhole, useBackups, type Backup } from './useBackups';

/** What could be restored, and how it is known that it could. */
export function Component() {
  const t = useTexts(texts);
  const backups = useBackups();
  const schedule = useQuery({
    queryKey: ['schedules', 'backup'],
    queryFn: () => read(api.GET('/api/v1/platform/schedules/{job}', { params: { path: { job: 'backup' } } })),
  });
  const next = schedule.data?.enabled ? ` ${t.next(ago(schedule.data.nextAt))}` : '';
  const take = (
    <LaunchButton job="backup" leftSection={<IconDatabaseExport size={16} />}>
      {t.take}
    </LaunchButton>
  );
  return (
    <>
      <PageHeader
        title={t.backups}
        hint={t.hint + next}
        actions={
          <>
            {backups.data && newestWhole(backups.data) && (
              <LaunchButton job="restore-drill" variant="default">
                {t.drillNewest}
              </LaunchButton>
            )}
            {take}
          </>
        }
      />
      {backups.data && backups.data.length > 0 && <Proof backups={backups.data} />}
      <Table backups={backups} take={take} />
    </>
  );
}

function Proof({ backups }: { backups: Backup[] }) {
  const t = useTexts(texts);
  const newest = newestWhole(backups);
  const proven = backups.find((each) => each.drilled?.passed);
  const drill = lastDrilled(backups)?.drilled;
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} mb="lg">
      <Figure
        name={t.newest}
        value={ago(newest?.takenAt)}
        hint={newest && `${bytes(newest.bytes)} · ${t.rows(number(newest.rows))}`}
        bad={isOld(newest)}
      />
      <Figure
        name={t.provenUntil}
        value={proven ? ago(proven.takenAt) : t.never}
        hint={proven ? t.compared : t.unproven}
        bad={!proven}
      />
      <Figure
        name={t.lastDrill}
        value={drill ? ago(drill.at) : t.never}
        hint={drill && (drill.passed ? t.passed : t.failed)}
        bad={!drill?.passed}
      />
      <Figure
        name={t.restoreTakes}
        value={proven?.drilled ? duration(proven.drilled.durationMillis / 1000) : '–'}
        hint={proven && `${bytes(proven.bytes)} · ${t.rows(number(proven.rows))}`}
      />
    </SimpleGrid>
  );
}

function Table({ backups, take }: { backups: ReturnType<typeof useBackups>; take: ReactNode }) {
  const t = useTexts(texts);
  const columns: Column<Backup>[] = [
    {
      name: t.taken,
      show: (backup) => (
        <>
          <Text fz="sm" fw={550}>
            {instant(backup.takenAt)}
          </Text>
          <Text fz="xs" c="dimmed" className="figures" visibleFrom="sm">
            {backup.id}
          </Text>
        </>
      ),
    },
    { name: t.state, show: (backup) => <State backup={backup} />, wide: true },
    {
      name: t.size,
      figures: true,
      show: (backup) => (
        <>
          <Text fz="sm">{bytes(backup.bytes)}</Text>
          <Text fz="xs" c="dimmed">
            {t.rows(number(backup.rows))}
          </Text>
        </>
      ),
      wide: true,
    },
    { name: t.documents, figures: true, show: (backup) => number(backup.documents), wide: true },
    {
      name: t.took,
      figures: true,
      show: (backup) => duration(backup.durationMillis === null ? null : backup.durationMillis / 1000),
      wide: true,
    },
    { name: t.readBack, show: (backup) => <Look proof={backup.verified} />, wide: true },
    { name: t.drilled, show: (backup) => <Look proof={backup.drilled} /> },
    {
      name: '',
      width: 90,
      show: (backup) =>
        backup.state === 'COMPLETE' && (
          <LaunchButton
            job="restore-drill"
            preset={{ backup: backup.id ?? '' }}
            label={t.drillOf(backup.id ?? '')}
            size="compact-xs"
            variant="default"
          >
            {t.drill}
          </LaunchButton>
        ),
    },
  ];
  return (
    <DataTable
      label={t.list}
      columns={columns}
      rows={backups.data ?? []}
      id={(backup) => backup.id ?? ''}
      loading={backups.isPending}
      failure={backups.error}
      retry={() => void backups.refetch()}
      empty={<EmptyState icon={<IconDatabaseExport />} title={t.none} hint={t.noneHint} action={take} />}
    />
  );
}

function State({ backup }: { backup: Backup }) {
  const t = useTexts(texts);
  return (
    <Stack gap={2} align="flex-start">
      <Group gap={6} wrap="nowrap">
        <StatusBadge status={backup.state ?? ''} />
        {backup.encrypted && <IconLock size={14} aria-label={t.encrypted} role="img" />}
      </Group>
      {backup.problem && (
        <Text fz="xs" c="var(--wrong)">
          {backup.problem}
        </Text>
      )}
    </Stack>
  );
}

/** The last look at it: when, what came of it, how long it took. */
function Look({ proof }: { proof: Shown<'ProofView'> | null }) {
  const t = useTexts(texts);
  if (!proof) {
    return (
      <Text fz="sm" c="dimmed">
        {t.never}
      </Text>
    );
  }
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {proof.passed ? (
        <IconCheck size={16} color="var(--right)" aria-label={t.passed} role="img" />
      ) : (
        <IconX size={16} color="var(--wrong)" aria-label={t.failed} role="img" />
      )}
      <div>
        <Text fz="sm">{ago(proof.at)}</Text>
        <Text fz="xs" c="dimmed">
          {t.in(duration(proof.durationMillis / 1000))}
        </Text>
      </div>
    </Group>
  );
}
