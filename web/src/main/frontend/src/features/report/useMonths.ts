import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { firstOfLast, today } from './months';

const SHOWN = 6;
const FRESH_MILLIS = 5 * 60_000;

/** What each of the last months came to, of one building or of all one reaches: asked once for every chart. */
export function useMonths(building?: string) {
  const from = firstOfLast(today(), SHOWN);
  return useQuery({
    queryKey: ['reports', 'monthly', building ?? '', from],
    queryFn: () => read(api.GET('/api/v1/reports/monthly', { params: { query: { building, from } } })),
    select: ({ months }) => months ?? [],
    staleTime: FRESH_MILLIS,
  });
}
