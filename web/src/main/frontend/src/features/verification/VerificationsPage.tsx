import { Anchor } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { duration, instant, number } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { LaunchButton } from '@/features/jobs/LaunchButton';
import { useLauncher } from '@/features/jobs/useLauncher';
import { texts } from './texts';

export type Verification = Shown<'VerificationView'>;

export function took({ startedAt, endedAt }: Verification): string {
  return duration(startedAt && endedAt ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : null);
}

export function Component() {
  const t = useTexts(texts);
  const launcher = useLauncher();
  const list = useList(['verifications'], (cursor) =>
    read(api.GET('/api/v1/platform/verifications', { params: { query: { cursor } } })),
  );
  const verify = <LaunchButton job="verify">{t.verify}</LaunchButton>;
  const columns: Column<Verification>[] = [
    {
      name: t.started,
      show: (run) => (
        <Anchor component={Link} to={`/platform/verifications/${run.id}`} fw={550}>
          {instant(run.startedAt)}
        </Anchor>
      ),
    },
    { name: t.status, side: true, show: (run) => <StatusBadge status={run.status ?? ''} /> },
    { name: t.findings, figures: true, show: (run) => number(run.findings) },
    {
      name: t.checks,
      figures: true,
      show: (run) => t.done(number(run.done), number(run.checks)),
      wide: true,
    },
    { name: t.skipped, figures: true, show: (run) => number(run.skipped), wide: true },
    { name: t.took, figures: true, show: took, wide: true },
    { name: t.by, show: (run) => launcher(run.startedBy), wide: true },
  ];
  return (
    <>
      <PageHeader title={t.verifications} hint={t.hint} actions={verify} />
      <DataTable
        label={t.list}
        columns={columns}
        rows={list.items}
        id={(run) => run.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconChecklist />} title={t.none} hint={t.noneHint} action={verify} />}
      />
    </>
  );
}
