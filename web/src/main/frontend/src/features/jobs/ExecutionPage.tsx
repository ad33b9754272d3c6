import {
  Alert,
  Badge,
  Button,
  Code,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { duration, instant, number } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { seconds } from './ExecutionsTable';
import { texts } from './texts';
import { useExecution } from './useExecution';

type Execution = Shown<'ExecutionView'>;

export function Component() {
  const t = useTexts(texts);
  const id = Number(useParams().execution);
  const { execution, log, running, away } = useExecution(id);
  if (execution.isPending) return <RowsLoading />;
  if (execution.isError) return <Failure failure={execution.error} retry={() => void execution.refetch()} />;
  const { data } = execution;
  return (
    <>
      <PageHeader
        title={`${data.job} · ${t.execution(data.id)}`}
        path={[['/platform/jobs', t.jobs]]}
        actions={<Acts execution={data} running={running} />}
      />
      {away && (
        <Alert color="yellow" mb="md" role="status">
          {t.away}
        </Alert>
      )}
      <Stack gap="lg">
        <Facts execution={data} running={running} />
        {data.error && (
          <Alert color="red" icon={<IconAlertTriangle />} title={t.error}>
            <Code block style={{ whiteSpace: 'pre-wrap' }}>
              {Object.values(data.error).filter(Boolean).map(String).join('\n')}
            </Code>
          </Alert>
        )}
        <Steps execution={data} />
        <Log lines={log} />
      </Stack>
    </>
  );
}

function Acts({ execution, running }: { execution: Execution; running: boolean }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const params = { params: { path: { execution: String(execution.id) } } };
  const touches = [['execution', execution.id], ['executions'], ['jobs']];
  const stop = useAct({
    act: () => read(api.POST('/api/v1/platform/executions/{execution}/stop', params)),
    touches,
    done: t.stopping,
  });
  const restart = useAct({
    act: () => read(api.POST('/api/v1/platform/executions/{execution}/restart', { ...params, body: {} })),
    touches,
    done: t.restarted,
    then: (again) => void navigate(`/platform/executions/${again.id}`),
  });
  const abandon = useAct({
    act: () => read(api.POST('/api/v1/platform/executions/{execution}/abandon', params)),
    touches,
  });
  const goesOn = execution.status === 'FAILED' || execution.status === 'STOPPED';
  return (
    <>
      {running && (
        <Button
          variant="default"
          loading={stop.isPending}
          disabled={execution.stopRequested}
          onClick={() => stop.mutate()}
        >
          {t.stop}
        </Button>
      )}
      {goesOn && (
        <>
          <Confirm act={t.abandon} question={t.abandonQuestion} onConfirm={() => abandon.mutate()} />
          <Button loading={restart.isPending} onClick={() => restart.mutate()}>
            {t.restart}
          </Button>
        </>
      )}
    </>
  );
}

function Facts({ execution, running }: { execution: Execution; running: boolean }) {
  const t = useTexts(texts);
  const { progress } = execution;
  const facts: [string, string | null][] = [
    [t.by, execution.launchedBy],
    [t.started, instant(execution.startedAt ?? execution.createdAt)],
    [t.took, duration(seconds(execution))],
    [t.node, execution.node],
  ];
  return (
    <Paper withBorder p="lg">
      <Group gap="xs" mb="md">
        <StatusBadge status={execution.status ?? ''} />
        {execution.exitStatus && execution.exitStatus !== execution.status && (
          <StatusBadge status={execution.exitStatus} />
        )}
        {running && (
          <Badge variant="dot" color="teal" tt="none">
            {t.live}
          </Badge>
        )}
      </Group>
      {progress && (
        <Stack gap={4} mb="md">
          <Progress.Root size="lg">
            <Progress.Section
              value={progress.total ? (100 * progress.done) / progress.total : running ? 100 : 0}
              animated={running}
              aria-label={t.progress}
            />
          </Progress.Root>
          <Group gap="lg" fz="sm" c="dimmed" className="figures">
            <span>{t.of(number(progress.done), number(progress.total))}</span>
            {progress.ratePerSecond !== null && <span>{t.rate(number(progress.ratePerSecond, 1))}</span>}
            {running && progress.remainingSeconds !== null && (
              <span>{t.left(duration(progress.remainingSeconds))}</span>
            )}
          </Group>
        </Stack>
      )}
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text fz="xs" c="dimmed">
              {name}
            </Text>
            <Text fz="sm">{value ?? '–'}</Text>
          </div>
        ))}
      </SimpleGrid>
      <Group gap={6} mt="md" aria-label={t.parameters}>
        {Object.entries(execution.parameters ?? {}).map(([name, value]) => (
          <Code key={name}>{`${name} = ${value}`}</Code>
        ))}
      </Group>
    </Paper>
  );
}

function Steps({ execution }: { execution: Execution }) {
  const t = useTexts(texts);
  const columns = [t.read, t.written, t.skipped, t.commits, t.rollbacks, t.partitions];
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.steps}
      </Title>
      <Table.ScrollContainer minWidth={640}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.step}</Table.Th>
              <Table.Th>{t.status}</Table.Th>
              {columns.map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {execution.steps?.map((step) => (
              <Table.Tr key={step.name}>
                <Table.Td fw={550}>{step.name}</Table.Td>
                <Table.Td>
                  <StatusBadge status={step.status ?? ''} />
                </Table.Td>
                {[step.readCount, step.writeCount, step.skipCount, step.commitCount, step.rollbackCount].map(
                  (count, index) => (
                    <Table.Td key={index} ta="right">
                      {number(count)}
                    </Table.Td>
                  ),
                )}
                <Table.Td ta="right">
                  {step.partitions?.length
                    ? t.of(
                        number(step.partitions.filter((each) => each.status === 'COMPLETED').length),
                        number(step.partitions.length),
                      )
                    : '–'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Log({ lines }: { lines: Shown<'LogLine'>[] }) {
  const t = useTexts(texts);
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.log}
      </Title>
      <Paper
        withBorder
        p="sm"
        mah={360}
        style={{ overflow: 'auto' }}
        tabIndex={0}
        role="log"
        aria-label={t.log}
      >
        {lines.length === 0 ? (
          <Text fz="sm" c="dimmed">
            {t.noLog}
          </Text>
        ) : (
          lines.map((line) => (
            <Text
              key={line.id}
              fz="xs"
              ff="monospace"
              fw={line.level === 'ERROR' ? 700 : undefined}
              style={{ whiteSpace: 'pre-wrap' }}
            >
              {line.at?.slice(11, 23)} {line.level} {line.text}
            </Text>
          ))
        )}
      </Paper>
    </section>
  );
}
