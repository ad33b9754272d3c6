import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';

/** How a unit stands; without one, nothing is asked. Also tells the currency everything there is counted in. */
export function useUnitAccount(unit: string) {
  return useQuery({
    queryKey: ['account', 'unit', unit],
    queryFn: () => read(api.GET('/api/v1/units/{unit}/account', { params: { path: { unit } } })),
    enabled: unit !== '',
  });
}

export function useBuildingAccount(building: string) {
  return useQuery({
    queryKey: ['account', 'building', building],
    queryFn: () => read(api.GET('/api/v1/buildings/{building}/account', { params: { path: { building } } })),
    enabled: building !== '',
  });
}
