import { useQueries } from '@tanstack/react-query';
import { api, read, type Shown } from '@/kernel/api';
import { lastMonths, today } from './months';

const SHOWN = 6;
const FRESH_MILLIS = 5 * 60_000;

/** What each of the last months came to, of one building or of all one reaches. */
export function useMoneyByMonth(building?: string) {
  return useQueries({
    queries: lastMonths(today(), SHOWN).map(({ period, from, to }) => ({
      queryKey: ['reports', 'finance', building ?? '', from, to],
      queryFn: () => read(api.GET('/api/v1/reports/finance', { params: { query: { building, from, to } } })),
      select: (report: Shown<'FinanceReport'>) => ({ period, currencies: report.currencies ?? [] }),
      staleTime: FRESH_MILLIS,
    })),
    combine: together,
  });
}

export function useTicketsByMonth(building?: string) {
  return useQueries({
    queries: lastMonths(today(), SHOWN).map(({ period, from, to }) => ({
      queryKey: ['reports', 'tickets', building ?? '', from, to],
      queryFn: () => read(api.GET('/api/v1/reports/tickets', { params: { query: { building, from, to } } })),
      select: (report: Shown<'TicketReport'>) => ({ period, opened: report.opened }),
      staleTime: FRESH_MILLIS,
    })),
    combine: together,
  });
}

/** All of them, or none: half a chart would lie. */
function together<T>(
  results: { data?: T; isPending: boolean; error: Error | null; refetch: () => unknown }[],
) {
  const months = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    months: months.length === results.length ? months : null,
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => results.forEach(({ refetch }) => void refetch()),
  };
}
