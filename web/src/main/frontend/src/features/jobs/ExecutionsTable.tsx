import { Anchor, Group, Select } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { duration, instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

type Execution = Shown<'ExecutionView'>;
const STATUSES = ['STARTED', 'COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'];

export function seconds(execution: { startedAt: string | null; endedAt: string | null }): number | null {
  if (!execution.startedAt || !execution.endedAt) return null;
  return (Date.parse(execution.endedAt) - Date.parse(execution.startedAt)) / 1000;
}

export function ExecutionsTable({ jobs }: { jobs: string[] }) {
  const t = useTexts(texts);
  const { values, settled, set } = useFilters('job', 'status');
  const list = useList(['executions', settled], (cursor) =>
    read(
      api.GET('/api/v1/platform/executions', {
        params: { query: { cursor, job: settled.job || undefined, status: settled.status || undefined } },
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
    { name: t.job, show: (execution) => execution.job },
    { name: t.status, show: (execution) => <StatusBadge status={execution.status ?? ''} /> },
    { name: t.by, show: (execution) => execution.launchedBy, wide: true },
    { name: t.started, show: (execution) => instant(execution.startedAt ?? execution.createdAt), wide: true },
    { name: t.took, figures: true, show: (execution) => duration(seconds(execution)) },
  ];
  return (
    <>
      <Group mb="sm" gap="sm">
        <Select
          placeholder={t.all}
          aria-label={t.job}
          clearable
          data={jobs}
          value={values.job || null}
          onChange={(value) => set('job', value)}
        />
        <Select
          placeholder={t.all}
          aria-label={t.status}
          clearable
          data={STATUSES}
          value={values.status || null}
          onChange={(value) => set('status', value)}
        />
      </Group>
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
