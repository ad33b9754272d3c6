import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { watch } from '@/kernel/events';

type Execution = Shown<'ExecutionView'>;
type Line = Shown<'LogLine'>;
const RUNNING = ['STARTING', 'STARTED', 'STOPPING'];
const PAGE = 200;
/** Enough to see why something failed; all of it is a read of the API away. */
export const LINES = 1_000;

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
    queryFn: async () => {
      const lines: Line[] = [];
      let cursor: string | undefined;
      do {
        const page = await read(
          api.GET('/api/v1/platform/executions/{execution}/log', {
            params: { path, query: { limit: PAGE, cursor } },
          }),
        );
        lines.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor && lines.length < LINES);
      return lines;
    },
  });
  const running = runs(execution.data);
  useEffect(() => {
    if (!running) return;
    const leaving = new AbortController();
    void watch(
      `/api/v1/platform/executions/${id}/events`,
      leaving.signal,
      ({ name, data }) => {
        if (name === 'log') {
          const line = JSON.parse(data) as Line;
          client.setQueryData<Line[]>(['execution-log', id], (lines = []) =>
            lines.length >= LINES || lines.some((each) => each.id === line.id) ? lines : [...lines, line],
          );
        }
        if (name !== 'execution') return false;
        const now = JSON.parse(data) as Execution;
        client.setQueryData(['execution', id], now);
        return !runs(now);
      },
      setAway,
    )
      // Whatever the job was for may be another now.
      .then(() => client.invalidateQueries())
      .catch(() => setAway(true));
    return () => leaving.abort();
  }, [running, id, client]);
  return { execution, log: log.data ?? [], running, away: running && away };
}
