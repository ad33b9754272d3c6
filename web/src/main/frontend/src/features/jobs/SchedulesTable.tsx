import { Button, Code, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, read, type Shown } from '@/kernel/api';
import { ago, instant } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, type Column } from '@/parts/DataTable';
import { JobName } from './JobName';
import { useJobWords } from './jobTexts';
import { ScheduleForm } from './ScheduleForm';
import { texts } from './texts';

type Schedule = Shown<'ScheduleView'>;

/** When each job starts by itself, whether it does, and who said so. */
export function SchedulesTable() {
  const t = useTexts(texts);
  const words = useJobWords();
  const [changing, setChanging] = useState<Schedule | null>(null);
  const list = useQuery({
    queryKey: ['schedules'],
    queryFn: async () => (await read(api.GET('/api/v1/platform/schedules'))).items,
  });
  const columns: Column<Schedule>[] = [
    {
      name: t.job,
      show: (schedule) => <JobName job={schedule.job} />,
    },
    { name: t.enabled, side: true, show: (schedule) => schedule.cron && <Enabled schedule={schedule} /> },
    {
      name: 'Cron',
      show: (schedule) =>
        schedule.cron ? (
          <>
            <Code>{schedule.cron}</Code>{' '}
            <Text fz="xs" c="dimmed" span>
              {schedule.zone}
            </Text>
          </>
        ) : (
          t.unscheduled
        ),
      wide: true,
    },
    {
      name: t.nextTime,
      show: (schedule) => (
        <Text fz="sm" title={instant(schedule.nextAt)}>
          {ago(schedule.nextAt)}
        </Text>
      ),
    },
    { name: t.lastTime, show: (schedule) => ago(schedule.lastAt), wide: true },
    { name: t.changedBy, show: (schedule) => schedule.changedBy, wide: true },
    {
      name: '',
      width: 90,
      show: (schedule) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t.change}: ${words.name(schedule.job)}`}
          onClick={() => setChanging(schedule)}
        >
          {t.change}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t.schedules}
        columns={columns}
        rows={list.data ?? []}
        id={(schedule) => schedule.job ?? ''}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        empty={t.unscheduled}
      />
      {changing && <ScheduleForm schedule={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

function Enabled({ schedule }: { schedule: Schedule }) {
  const t = useTexts(texts);
  const words = useJobWords();
  const change = useAct({
    act: (enabled: boolean) =>
      read(
        api.PUT('/api/v1/platform/schedules/{job}', {
          params: { path: { job: schedule.job ?? '' }, header: ifMatch(schedule) },
          body: { cron: schedule.cron ?? '', zone: schedule.zone ?? '', enabled },
        }),
      ),
    touches: [['schedules'], ['jobs']],
    done: t.saved,
  });
  return (
    <Switch
      size="sm"
      aria-label={`${t.enabled}: ${words.name(schedule.job)}`}
      checked={change.isPending ? change.variables : schedule.enabled}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
    />
  );
}
