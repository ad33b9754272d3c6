import { useNavigate } from 'react-router';
import { api, read } from '@/kernel/api';
import { queries, useAct } from '@/kernel/queries';
import { enterInside } from '@/kernel/session';

type Where = { id: string; to?: string };

/** Acts as an administrator of a company from now on, beginning at one of its pages. */
export function useActInside() {
  const navigate = useNavigate();
  return useAct({
    act: async ({ id, to = '/' }: Where) => {
      const granted = await read(
        api.POST('/api/v1/platform/tenants/{tenant}/impersonation', { params: { path: { tenant: id } } }),
      );
      await enterInside(granted.accessToken ?? '', granted.refreshToken ?? '');
      queries.clear();
      await navigate(to);
    },
  });
}
