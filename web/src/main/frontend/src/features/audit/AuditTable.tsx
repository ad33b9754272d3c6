import { Anchor, Badge, Box, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { EmptyState } from '@/parts/States';
import { useJobWords } from '@/features/jobs/jobTexts';
import { useLauncher } from '@/features/jobs/useLauncher';
import { useActName } from './actTexts';
import { tell, type Told, type Tongue } from './changes';
import { texts } from './texts';
import { useTongue } from './useTongue';

const FEW = 5;

type Entry = Shown<'AuditEntryView'>;
export type AuditQuery = {
  cursor?: string;
  action?: string;
  entity?: string;
  from?: string;
  to?: string;
  sort: '-occurredAt';
};

type Props = {
  scope: 'tenant' | 'platform';
  page: (query: AuditQuery) => Promise<{ items: Entry[]; next: string | null }>;
};

/** The entries of one tenant's log, or of all of them; filters in the address. */
export function AuditTable({ scope, page }: Props) {
  const t = useTexts(texts);
  const act = useActName();
  const filters = useFilters('action', 'entity', 'from', 'to');
  const { settled } = filters;
  const jobs = useJobWords();
  const launcher = useLauncher();
  const tongue = useTongue(scope === 'tenant');
  const actor = (name: string | null) => {
    const job = /^job (\S+) #(\d+)$/.exec(name ?? '');
    if (job) return t.job(jobs.name(job[1] ?? null), job[2] ?? '');
    return launcher(name);
  };
  const list = useList(['audit', scope, settled], (cursor) =>
    page({
      cursor,
      action: settled.action || undefined,
      entity: settled.entity || undefined,
      from: settled.from ? new Date(settled.from).toISOString() : undefined,
      to: settled.to ? new Date(settled.to).toISOString() : undefined,
      sort: '-occurredAt',
    }),
  );
  const columns: Column<Entry>[] = [
    { name: t.when, width: 170, short: true, show: (entry) => instant(entry.occurredAt) },
    {
      name: t.who,
      show: (entry) => (
        <Stack gap={0}>
          <Text fz="sm">{actor(entry.actorName)}</Text>
          {entry.impersonatorId && (
            <Badge size="xs" color="orange" variant="light" tt="none">
              {t.impersonated}
            </Badge>
          )}
        </Stack>
      ),
    },
    {
      name: t.what,
      show: (entry) => (
        <>
          <What name={act(entry.action)} to={tongue.page(entry.entity ?? '', entry.entityId ?? '')} />
          <Text fz="xs" c="dimmed" ff="monospace">
            {entry.action}
          </Text>
          {/* Where there is no room for a column. */}
          <Box hiddenFrom="md" mt={4}>
            <Changes entry={entry} tongue={tongue} />
          </Box>
        </>
      ),
    },
    { name: t.changed, show: (entry) => <Changes entry={entry} tongue={tongue} />, wide: true },
    { name: t.address, show: (entry) => entry.address, wide: true },
  ];
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          { name: 'action', label: t.action, type: 'text', placeholder: t.actionExample },
          { name: 'entity', label: t.entity, type: 'text', placeholder: t.entityExample },
          { name: 'from', label: t.from, type: 'date' },
          { name: 'to', label: t.to, type: 'date' },
        ]}
      />
      <DataTable
        label={t.audit}
        columns={columns}
        rows={list.items}
        id={(entry) => entry.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconHistory />} title={t.none} />}
      />
    </>
  );
}

function What({ name, to }: { name: string; to?: string }) {
  return to ? (
    <Anchor component={Link} to={to} fz="sm">
      {name}
    </Anchor>
  ) : (
    <Text fz="sm">{name}</Text>
  );
}

/** The first of them, and the others when asked for. */
function Changes({ entry, tongue }: { entry: Entry; tongue: Tongue }) {
  const t = useTexts(texts);
  const [all, showAll] = useState(false);
  const changes = tell(entry.entity ?? '', entry.changes, tongue);
  const shown = all ? changes : changes.slice(0, FEW);
  return (
    <Text fz="xs" style={{ overflowWrap: 'anywhere' }}>
      {shown.map(({ field, was, is }, index) => (
        <Fragment key={field + index}>
          {index > 0 && ' · '}
          <Text span inherit c="dimmed">
            {field}:
          </Text>{' '}
          {was.length > 0 && (
            <>
              <Parts parts={was} /> →{' '}
            </>
          )}
          <Parts parts={is} />
        </Fragment>
      ))}
      {changes.length > FEW && (
        <>
          {' · '}
          <Anchor component="button" type="button" inherit aria-expanded={all} onClick={() => showAll(!all)}>
            {all ? t.less : t.rest(changes.length - FEW)}
          </Anchor>
        </>
      )}
    </Text>
  );
}

function Parts({ parts }: { parts: Told[] }) {
  if (parts.length === 0) return '–';
  return parts.map(({ text, to }, index) =>
    to ? (
      <Anchor key={index} component={Link} to={to} inherit underline="always">
        {text}
      </Anchor>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
