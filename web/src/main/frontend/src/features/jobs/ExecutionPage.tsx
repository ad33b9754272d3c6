import { Alert, Anchor, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { ExecutionActs } from './ExecutionActs';
import { ExecutionFacts } from './ExecutionFacts';
import { ExecutionLog } from './ExecutionLog';
import { ExecutionSteps } from './ExecutionSteps';
import { useJobWords } from './jobTexts';
import { texts } from './texts';
import { useExecution } from './useExecution';

/** One run of a job, live as long as it runs: how far, step by step, what it said, and what can be done with it. */
export function Component() {
  const t = useTexts(texts);
  const words = useJobWords();
  const id = Number(useParams().execution);
  const { execution, log, running, away } = useExecution(id);
  if (execution.isPending) return <RowsLoading />;
  if (execution.isError) return <Failure failure={execution.error} retry={() => void execution.refetch()} />;
  const { data } = execution;
  return (
    <>
      <PageHeader
        title={`${words.name(data.job)} · ${t.execution(data.id)}`}
        path={[['/platform/jobs', t.jobs]]}
        actions={<ExecutionActs execution={data} running={running} />}
      />
      {away && (
        <Alert color="yellow" mb="md" role="status">
          {t.away}
        </Alert>
      )}
      <Stack gap="lg">
        <ExecutionFacts execution={data} running={running} />
        {data.exitStatus === 'FINDINGS' && (
          <Alert color="orange" icon={<IconAlertTriangle />}>
            <Anchor component={Link} to="/platform/verifications" underline="always">
              {t.verification}
            </Anchor>
          </Alert>
        )}
        {data.error && <WhyItFailed failure={data.error} />}
        <ExecutionSteps steps={data.steps ?? []} />
        <ExecutionLog lines={log} />
      </Stack>
    </>
  );
}

function WhyItFailed({ failure }: { failure: Shown<'Failure'> }) {
  const t = useTexts(texts);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t.error}>
      {[failure.message, ...(failure.causes ?? [])].map((words, depth) => (
        <Text key={depth} fz="sm" fw={depth === 0 ? 550 : undefined}>
          {words}
        </Text>
      ))}
      {failure.trace && (
        <details>
          <Text component="summary" fz="xs" mt="xs" style={{ cursor: 'pointer' }}>
            {t.trace}
          </Text>
          <Code block mah={320} mt="xs" fz="xs" tabIndex={0}>
            {failure.trace}
          </Code>
        </details>
      )}
    </Alert>
  );
}
