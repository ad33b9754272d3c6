import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';

const MOST = 200;

/** The members of the company, for whoever may know them. */
export function useMembers(knows: boolean) {
  const { data } = useQuery({
    queryKey: ['members', 'all'],
    queryFn: () => read(api.GET('/api/v1/members', { params: { query: { limit: MOST } } })),
    enabled: knows,
    staleTime: 60_000,
  });
  return data?.items ?? [];
}
