import { Anchor, Group, Select, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { duration, instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge, words } from '@/parts/StatusBadge';
import { texts } from './texts';

export type Execution = Shown<'ExecutionView'>;
const STATUSES = ['STARTED', 'COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'];

export function seconds(execution: { startedAt: string | null; endedAt: string | null }): number | null {
  if (!execution.startedAt || !execution.endedAt) return null;
  return (Date.parse(execution.endedAt) - Date.parse(execution.startedAt)) / 1000;
}

export function ExecutionsTable({ jobs }: { jobs: string[] }) {
  const t = useTexts(texts);
  const word = useTexts(words);
  const { values, settled, set } = useFilters('job', 'status', 'by', 'parameter', 'from', 'to');
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
    { name: t.job, show: (execution) => execution.job },
    {
      name: t.status,
      show: (execution) => (
        <StatusBadge status={execution.exitStatus === 'FINDINGS' ? 'FINDINGS' : (execution.status ?? '')} />
      ),
    },
    { name: t.by, show: (execution) => execution.launchedBy, wide: true },
    { name: t.started, show: (execution) => instant(execution.startedAt ?? execution.createdAt), wide: true },
    { name: t.took, figures: true, show: (execution) => duration(seconds(execution)) },
  ];
  return (
    <>
      <Group mb="sm" gap="sm" align="flex-end">
        <Select
          placeholder={t.all}
          label={t.job}
          clearable
          data={jobs}
          value={values.job || null}
          onChange={(value) => set('job', value)}
        />
        <Select
          placeholder={t.all}
          label={t.status}
          clearable
          data={STATUSES.map((value) => ({ value, label: word[value] ?? value }))}
          value={values.status || null}
          onChange={(value) => set('status', value)}
          w={150}
        />
        <TextInput
          label={t.by}
          visibleFrom="sm"
          placeholder={t.byAnyone}
          value={values.by}
          onChange={(event) => set('by', event.currentTarget.value)}
        />
        <TextInput
          label={t.parameter}
          visibleFrom="sm"
          placeholder={t.anyParameter}
          value={values.parameter}
          onChange={(event) => set('parameter', event.currentTarget.value)}
          w={150}
        />
        <TextInput
          type="date"
          label={t.fromDay}
          visibleFrom="sm"
          value={values.from}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t.toDay}
          visibleFrom="sm"
          value={values.to}
          onChange={(event) => set('to', event.currentTarget.value)}
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
