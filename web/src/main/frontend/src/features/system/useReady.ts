import { useQuery } from '@tanstack/react-query';

const ANEW_MILLIS = 10_000;

export type Check = { status: string; latencyMillis?: number | null; message?: string; pending?: string[] };
export type Ready = { status: string; checks: Record<string, Check> };

/** What the probe says; also 503 is an answer. */
export function useReady() {
  return useQuery({
    queryKey: ['ready'],
    queryFn: async () => (await (await fetch('/ready')).json()) as Ready,
    refetchInterval: ANEW_MILLIS,
  });
}
