import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { api, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import type { Execution } from './ExecutionsTable';
import { RestartForm } from './RestartForm';
import { texts } from './texts';

/** Stop while it runs; restart or give up what failed or was stopped. */
export function ExecutionActs({ execution, running }: { execution: Execution; running: boolean }) {
  const t = useTexts(texts);
  const [restarting, restart] = useDisclosure();
  const params = { params: { path: { execution: String(execution.id) } } };
  const touches = [['execution', execution.id], ['executions'], ['jobs']];
  const stop = useAct({
    act: () => read(api.POST('/api/v1/platform/executions/{execution}/stop', params)),
    touches,
    done: t.stopping,
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
          <Confirm
            act={t.abandon}
            question={t.abandonQuestion}
            loading={abandon.isPending}
            onConfirm={() => abandon.mutate()}
          />
          <Button onClick={restart.open}>{t.restart}</Button>
        </>
      )}
      {restarting && <RestartForm execution={execution} onClose={restart.close} />}
    </>
  );
}
