import { Anchor } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { duration, instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { EmptyState } from '@/parts/States';
import { StatusBadge, words } from '@/parts/StatusBadge';
import { useJobWords } from './jobTexts';
import { texts } from './texts';
import { useLauncher } from './useLauncher';

export type Execution = Shown<'ExecutionView'>;
const STATUSES = ['STARTED', 'COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'];

export function seconds(execution: { startedAt: string | null; endedAt: string | null }): number | null {
  if (!execution.startedAt || !execution.endedAt) return null;
  return (Date.parse(execution.endedAt) - Date.parse(execution.startedAt)) / 1000;
}

export function ExecutionsTable({ jobs }: { jobs: string[] }) {
  const t = useTexts(texts);
  const word = useTexts(words);
  const { name } = useJobWords();
  const launcher = useLauncher();
  const filters = useFilters('job', 'status', 'by', 'parameter', 'from', 'to');
  const { settled } = filters;
  const list = useList(['executions', settled], (cursor) =>
    read(
      api.GET('/api/v1/platform/executions', {
        params: {
          query: {
            cursor,
            job: settled.job || undefined,
            status: settled.status || undefined,
            launchedBy: settled.by || undefined,
            parameter: settled.parameter.includes('=') ? settled.parameter : undefined,
            from: settled.from ? new Date(settled.from).toISOString() : undefined,
            to: settled.to ? new Date(settled.to).toISOString() : undefined,
          },
        },
      }),
    ),
  );
  const columns: Column<Execution>[] = [
    {
      name: t.number,
      width: 80,
      show: (execution) => (
        <Anchor component={Link} to={`/platform/executions/${execution.id}`} fw={550}>
          {execution.id}
        </Anchor>
      ),
    },
    { name: t.job, show: (execution) => name(execution.job) },
    {
      name: t.status,
      side: true,
      show: (execution) => (
        <StatusBadge status={execution.exitStatus === 'FINDINGS' ? 'FINDINGS' : (execution.status ?? '')} />
      ),
    },
    { name: t.by, show: (execution) => launcher(execution.launchedBy), wide: true },
    {
      name: t.started,
      show: (execution) => instant(execution.startedAt ?? execution.createdAt),
      wide: true,
      short: true,
    },
    { name: t.took, figures: true, show: (execution) => duration(seconds(execution)) },
  ];
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          { name: 'job', label: t.job, choices: jobs.map((value) => ({ value, label: name(value) })) },
          {
            name: 'status',
            label: t.status,
            choices: STATUSES.map((value) => ({ value, label: word[value] ?? value })),
          },
          { name: 'by', label: t.by, type: 'text' },
          { name: 'parameter', label: t.parameter, type: 'text', placeholder: t.anyParameter },
          { name: 'from', label: t.fromDay, type: 'date' },
          { name: 'to', label: t.toDay, type: 'date' },
        ]}
      />
      <DataTable
        label={t.history}
        columns={columns}
        rows={list.items}
        id={(execution) => String(execution.id)}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconPlayerPlay />} title={t.none} />}
      />
    </>
  );
}
