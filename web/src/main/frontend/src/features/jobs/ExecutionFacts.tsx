import { Anchor, Badge, Group, Paper, Progress, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { duration, instant, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { StatusBadge } from '@/parts/StatusBadge';
import { seconds, type Execution } from './ExecutionsTable';
import { useJobWords } from './jobTexts';
import { texts } from './texts';
import { useLauncher } from './useLauncher';

const A_SECOND_MILLIS = 1_000;

export function ExecutionFacts({ execution, running }: { execution: Execution; running: boolean }) {
  const t = useTexts(texts);
  const words = useJobWords();
  const launcher = useLauncher();
  const now = useNow(running);
  const soFar = running ? { ...execution, endedAt: new Date(now).toISOString() } : execution;
  const door = t.doors[execution.door ?? ''];
  const facts: [string, string | null, string?][] = [
    [t.by, launcher(execution.launchedBy), door],
    [t.started, instant(execution.startedAt ?? execution.createdAt)],
    [t.took, duration(seconds(soFar))],
    [t.node, execution.node],
  ];
  const parameters = Object.entries(execution.parameters ?? {});
  return (
    <Paper withBorder p="lg">
      <Group gap="xs" mb="md">
        <StatusBadge status={execution.status ?? ''} />
        {execution.exitStatus === 'FINDINGS' && <StatusBadge status="FINDINGS" />}
        {running && (
          <Badge variant="dot" color="teal" tt="none">
            {t.live}
          </Badge>
        )}
        {running && execution.stopRequested && (
          <Text fz="sm" c="dimmed">
            {t.stopRequested}
          </Text>
        )}
      </Group>
      <HowFar execution={execution} running={running} />
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {facts.map(([name, value, hint]) => (
          <div key={name}>
            <Text fz="xs" c="dimmed">
              {name}
            </Text>
            <Text fz="sm" className="figures" style={{ overflowWrap: 'anywhere' }}>
              {value ?? '–'}
            </Text>
            {hint && execution.launchedBy !== 'schedule' && (
              <Text fz="xs" c="dimmed">
                {hint}
              </Text>
            )}
          </div>
        ))}
      </SimpleGrid>
      {parameters.length > 0 && (
        <Group gap="xs" mt="md" role="group" aria-label={t.parameters}>
          {parameters.map(([name, value]) => (
            <Tooltip key={name} label={`${name}=${value}`}>
              <Anchor
                component={Link}
                to={`/platform/jobs?${new URLSearchParams({ view: 'history', parameter: `${name}=${value}` })}`}
                fz="sm"
              >
                {`${words.label(name)}: ${words.choice(value)}`}
              </Anchor>
            </Tooltip>
          ))}
        </Group>
      )}
    </Paper>
  );
}

function HowFar({ execution, running }: { execution: Execution; running: boolean }) {
  const t = useTexts(texts);
  const { progress } = execution;
  if (!progress || (progress.total === null && progress.done === 0 && !running)) return null;
  const rate = progress.ratePerSecond;
  return (
    <Stack gap={4} mb="md">
      <Progress.Root size="lg">
        <Progress.Section
          value={progress.total ? (100 * progress.done) / progress.total : running ? 100 : 0}
          animated={running}
          aria-label={t.progress}
        />
      </Progress.Root>
      <Group gap="lg" fz="sm" c="dimmed" className="figures" data-progress>
        <span>
          {progress.total === null
            ? number(progress.done)
            : t.of(number(progress.done), number(progress.total))}
        </span>
        {rate !== null && <span>{t.rate(number(rate, rate < 10 ? 1 : 0))}</span>}
        {running && progress.remainingSeconds !== null && (
          <span>{t.left(duration(progress.remainingSeconds))}</span>
        )}
      </Group>
    </Stack>
  );
}

/** A clock that stands still while nobody looks at it. */
function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const clock = setInterval(() => setNow(Date.now()), A_SECOND_MILLIS);
    return () => clearInterval(clock);
  }, [running]);
  return now;
}
