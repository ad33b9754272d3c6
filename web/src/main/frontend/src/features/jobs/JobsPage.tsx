import { Anchor, Button, Group, Paper, Progress, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useView } from '@/kernel/filters';
import { ago, duration } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { ExecutionsTable } from './ExecutionsTable';
import { useJobWords } from './jobTexts';
import { LaunchForm } from './LaunchForm';
import { SchedulesTable } from './SchedulesTable';
import { texts } from './texts';
import { runs } from './useExecution';

type Job = Shown<'JobView'>;
const ANEW_MILLIS = 5_000;
const ANEW_WHILE_RUNNING_MILLIS = 1_000;

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [view, show] = useView('catalogue', 'history', 'schedules');
  const [launching, setLaunching] = useState<Job | null>(null);
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: () => read(api.GET('/api/v1/platform/jobs')),
    refetchInterval: (query) =>
      query.state.data?.items.some((job) => runs(job.lastExecution ?? undefined))
        ? ANEW_WHILE_RUNNING_MILLIS
        : ANEW_MILLIS,
  });
  return (
    <>
      <PageHeader title={t.jobs} hint={t.hint} />
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="catalogue">{t.catalogue}</Tabs.Tab>
          <Tabs.Tab value="history">{t.history}</Tabs.Tab>
          <Tabs.Tab value="schedules">{t.schedules}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="catalogue">
          {jobs.isPending && <RowsLoading />}
          {jobs.isError && <Failure failure={jobs.error} retry={() => void jobs.refetch()} />}
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {jobs.data?.items.map((job) => (
              <JobCard key={job.name} job={job} onLaunch={() => setLaunching(job)} />
            ))}
          </SimpleGrid>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <ExecutionsTable jobs={jobs.data?.items.map((job) => job.name ?? '') ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="schedules">
          <SchedulesTable />
        </Tabs.Panel>
      </Tabs>
      {launching && (
        <LaunchForm
          job={launching}
          onClose={() => setLaunching(null)}
          then={(id) => void navigate(`/platform/executions/${id}`)}
        />
      )}
    </>
  );
}

function JobCard({ job, onLaunch }: { job: Job; onLaunch: () => void }) {
  const t = useTexts(texts);
  const words = useJobWords();
  const name = words.name(job.name);
  const { lastExecution: last, schedule } = job;
  const progress = runs(last ?? undefined) ? last?.progress : null;
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="xs" h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Text component="h2" fw={620} lh={1.3}>
              {name}
            </Text>
            <Text fz="xs" c="dimmed" ff="monospace">
              {job.name}
            </Text>
          </div>
          {last && <StatusBadge status={last.exitStatus === 'FINDINGS' ? 'FINDINGS' : (last.status ?? '')} />}
        </Group>
        <Text fz="sm" c="dimmed" flex={1}>
          {words.job(job)}
        </Text>
        {progress && (
          <Progress
            value={progress.total ? (100 * progress.done) / progress.total : 100}
            animated
            aria-label={t.progress}
          />
        )}
        <Group justify="space-between" wrap="nowrap" align="flex-end">
          <Text component="div" fz="xs" c="dimmed">
            <div>
              {last ? (
                <>
                  {t.last}:{' '}
                  <Anchor component={Link} to={`/platform/executions/${last.id}`} underline="always">
                    {ago(last.startedAt ?? last.createdAt)}
                  </Anchor>
                </>
              ) : (
                t.never
              )}
            </div>
            <div>
              {schedule?.cron ? (schedule.enabled ? t.next(ago(schedule.nextAt)) : t.paused) : t.unscheduled}
            </div>
            {job.averageSeconds !== null && <div>{t.average(duration(job.averageSeconds))}</div>}
          </Text>
          {job.launchable && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconPlayerPlay size={14} />}
              onClick={onLaunch}
              aria-label={`${t.launch}: ${name}`}
              style={{ flexShrink: 0 }}
            >
              {t.launch}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
