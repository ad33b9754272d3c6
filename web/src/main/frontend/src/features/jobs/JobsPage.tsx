import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarClock, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { ago, duration } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { ExecutionsTable } from './ExecutionsTable';
import { LaunchForm } from './LaunchForm';
import { ScheduleForm } from './ScheduleForm';
import { texts } from './texts';

type Job = Shown<'JobView'>;
const ANEW_MILLIS = 5_000;

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [launching, setLaunching] = useState<Job | null>(null);
  const [scheduling, setScheduling] = useState<Job | null>(null);
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: () => read(api.GET('/api/v1/platform/jobs')),
    refetchInterval: ANEW_MILLIS,
  });
  return (
    <>
      <PageHeader title={t.jobs} hint={t.hint} />
      <Tabs
        value={search.get('view') ?? 'catalogue'}
        onChange={(view) => setSearch(view === 'history' ? { view } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="catalogue">{t.catalogue}</Tabs.Tab>
          <Tabs.Tab value="history">{t.history}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="catalogue">
          {jobs.isPending && <RowsLoading />}
          {jobs.isError && <Failure failure={jobs.error} retry={() => void jobs.refetch()} />}
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {jobs.data?.items.map((job) => (
              <JobCard
                key={job.name}
                job={job}
                onLaunch={() => setLaunching(job)}
                onSchedule={() => setScheduling(job)}
              />
            ))}
          </SimpleGrid>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <ExecutionsTable jobs={jobs.data?.items.map((job) => job.name ?? '') ?? []} />
        </Tabs.Panel>
      </Tabs>
      {launching && (
        <LaunchForm
          job={launching}
          onClose={() => setLaunching(null)}
          then={(id) => void navigate(`/platform/executions/${id}`)}
        />
      )}
      {scheduling && <ScheduleForm job={scheduling} onClose={() => setScheduling(null)} />}
    </>
  );
}

function JobCard({ job, onLaunch, onSchedule }: { job: Job; onLaunch: () => void; onSchedule: () => void }) {
  const t = useTexts(texts);
  const { lastExecution: last, schedule } = job;
  return (
    <Paper withBorder p="md" component="article" aria-label={job.name ?? ''}>
      <Stack gap="xs" h="100%">
        <Group justify="space-between" wrap="nowrap">
          <Text component="h2" fw={620}>
            {job.name}
          </Text>
          {last && <StatusBadge status={last.exitStatus === 'FINDINGS' ? 'FINDINGS' : (last.status ?? '')} />}
        </Group>
        <Text fz="sm" c="dimmed" flex={1}>
          {job.description}
        </Text>
        <Text fz="xs" c="dimmed">
          {last ? (
            <>
              {t.last}:{' '}
              <Anchor component={Link} to={`/platform/executions/${last.id}`} underline="always">
                {ago(last.startedAt ?? last.createdAt)}
              </Anchor>
              {job.averageSeconds !== null && `, ${t.average(duration(job.averageSeconds))}`}
            </>
          ) : (
            t.never
          )}
          {' · '}
          {schedule ? (schedule.enabled ? t.next(ago(schedule.nextAt)) : t.paused) : t.unscheduled}
        </Text>
        <Group gap="xs">
          {job.launchable && (
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={14} />}
              onClick={onLaunch}
              aria-label={`${t.launch} ${job.name}`}
            >
              {t.launch}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarClock size={14} />}
            onClick={onSchedule}
            aria-label={`${t.schedule} ${job.name}`}
          >
            {t.schedule}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
