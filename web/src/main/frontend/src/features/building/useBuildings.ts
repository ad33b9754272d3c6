import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';

const MOST = 200;

/** The buildings one can choose from, and what they are called. */
export function useBuildings() {
  const { data } = useQuery({
    queryKey: ['buildings', 'all'],
    queryFn: () =>
      read(api.GET('/api/v1/buildings', { params: { query: { limit: MOST, archived: false } } })),
    staleTime: 60_000,
  });
  const items = data?.items ?? [];
  return {
    choices: items.map((building) => ({ value: building.id, label: building.name ?? '' })),
    nameOf: (id: string | null) => items.find((building) => building.id === id)?.name ?? '…',
  };
}
