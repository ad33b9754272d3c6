import { Badge, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
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
import { texts } from './texts';

type Entry = Shown<'AuditEntryView'>;
export type AuditQuery = {
  cursor?: string;
  action?: string;
  entity?: string;
  from?: string;
  to?: string;
  sort: '-occurredAt';
};

type Props = { scope: string; page: (query: AuditQuery) => Promise<{ items: Entry[]; next: string | null }> };

/** The entries of one tenant's log, or of all of them; filters in the address. */
export function AuditTable({ scope, page }: Props) {
  const t = useTexts(texts);
  const act = useActName();
  const filters = useFilters('action', 'entity', 'from', 'to');
  const { settled } = filters;
  const jobs = useJobWords();
  const launcher = useLauncher();
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
          <Text fz="sm">{act(entry.action)}</Text>
          <Text fz="xs" c="dimmed" ff="monospace">
            {entry.action}
          </Text>
        </>
      ),
    },
    { name: t.changed, show: (entry) => <Changes changes={entry.changes} />, wide: true },
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

function Changes({ changes }: { changes: unknown }) {
  const fields = Object.entries((changes ?? {}) as Record<string, unknown>).filter(
    ([, change]) => JSON.stringify(change) !== '{}',
  );
  return (
    <Text fz="xs" c="dimmed" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
      {fields.map(([field, change]) => `${field}: ${told(change)}`).join(' · ')}
    </Text>
  );
}

function told(change: unknown): string {
  if (change !== null && typeof change === 'object' && 'from' in change && 'to' in change) {
    return change.from === null ? plain(change.to) : `${plain(change.from)} → ${plain(change.to)}`;
  }
  return plain(change);
}

function plain(value: unknown): string {
  return value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
