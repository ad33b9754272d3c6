import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { watch } from '@/kernel/events';

type Execution = Shown<'ExecutionView'>;
type Line = Shown<'LogLine'>;
const RUNNING = ['STARTING', 'STARTED', 'STOPPING'];
const LINES = 200;

export function runs(execution: Execution | undefined): boolean {
  return RUNNING.includes(execution?.status ?? '');
}

/** An execution and its log: read once, then told by the server as long as it runs. */
export function useExecution(id: number) {
  const client = useQueryClient();
  const [away, setAway] = useState(false);
  const path = { execution: String(id) };
  const execution = useQuery({
    queryKey: ['execution', id],
    queryFn: () => read(api.GET('/api/v1/platform/executions/{execution}', { params: { path } })),
  });
  const log = useQuery({
    queryKey: ['execution-log', id],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/platform/executions/{execution}/log', {
            params: { path, query: { limit: LINES } },
          }),
        )
      ).items,
  });
  const running = runs(execution.data);
  useEffect(() => {
    if (!running) return;
    const leaving = new AbortController();
    void watch(
      `/api/v1/platform/executions/${id}/events`,
      leaving.signal,
      ({ name, data }) => {
        if (name === 'execution') client.setQueryData(['execution', id], JSON.parse(data) as Execution);
        if (name === 'log') {
          const line = JSON.parse(data) as Line;
          client.setQueryData<Line[]>(['execution-log', id], (lines = []) =>
            lines.some((each) => each.id === line.id) ? lines : [...lines, line].slice(-LINES),
          );
        }
      },
      setAway,
    )
      .then(() => client.invalidateQueries({ queryKey: ['execution', id] }))
      .catch(() => setAway(true));
    return () => leaving.abort();
  }, [running, id, client]);
  return { execution, log: log.data ?? [], running, away: running && away };
}
