import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';

const MOST = 200;

/** The units one lives in or owns: of its buildings, a resident is shown no others. */
export function useMyUnits() {
  return useQuery({
    queryKey: ['units', 'mine'],
    queryFn: async () => {
      const buildings = await read(api.GET('/api/v1/buildings', { params: { query: { limit: MOST } } }));
      const units = await Promise.all(
        buildings.items.map(async ({ id, name }) => {
          const params = { path: { building: id }, query: { limit: MOST, sort: 'code' as const } };
          const page = await read(api.GET('/api/v1/buildings/{building}/units', { params }));
          return page.items.map((unit) => ({ id: unit.id, code: unit.code ?? '', building: name ?? '' }));
        }),
      );
      return units.flat();
    },
  });
}

/** What is left to pay of a unit, the oldest due first. */
export function useOpenCharges(unit: string) {
  return useQuery({
    queryKey: ['charges', 'open', unit],
    queryFn: async () => {
      const lists = await Promise.all(
        (['OVERDUE', 'PARTIAL', 'OPEN'] as const).map((status) =>
          read(
            api.GET('/api/v1/charges', { params: { query: { unit, status, sort: 'dueOn', limit: MOST } } }),
          ),
        ),
      );
      return lists
        .flatMap(({ items }) => items)
        .filter(({ type }) => type !== 'CREDIT')
        .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
    },
  });
}
