import { useQuery } from '@tanstack/react-query';
import { api, read, type Shown } from '@/kernel/api';

const PAGE = 200;

async function all(): Promise<Shown<'BuildingView'>[]> {
  const items: Shown<'BuildingView'>[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(api.GET('/api/v1/buildings', { params: { query: { limit: PAGE, cursor } } }));
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}

/** The buildings one can choose from, and what all of them are called: what is archived is still spoken of. */
export function useBuildings(enabled = true) {
  const { data = [] } = useQuery({
    queryKey: ['buildings', 'all'],
    queryFn: all,
    staleTime: 60_000,
    enabled,
  });
  const known = (id: string | null) => data.find((building) => building.id === id)?.name ?? undefined;
  return {
    choices: data
      .filter((building) => !building.archivedAt)
      .map((building) => ({ value: building.id, label: building.name ?? '' })),
    known,
    nameOf: (id: string | null) => known(id) ?? '…',
  };
}
