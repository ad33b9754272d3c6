import type { ComponentType } from 'react';
import { useLoaderData, type RouteObject } from 'react-router';
import { arriving } from '@/kernel/reachability';
import { known, likely, may, session, useProfile } from '@/kernel/session';
import { NotPermitted } from '@/parts/States';

type Page = () => Promise<{ Component: ComponentType }>;

/** A page behind its permission: without it, nothing of the page is even loaded. */
export function page(path: string, permission: string, load: Page): RouteObject {
  return {
    path,
    loader: async () => {
      if (likely(permission)) void load().catch(() => undefined);
      await known();
      const now = session();
      return 'profile' in now && may(now.profile, permission) ? (await arriving(load)).Component : null;
    },
    // Filters in the address change what a page shows, not which it is.
    shouldRevalidate: () => false,
    element: <Permitted permission={permission} />,
  };
}

function Permitted({ permission }: { permission: string }) {
  const permitted = may(useProfile(), permission);
  const Page = useLoaderData() as ComponentType | null;
  return permitted && Page ? <Page /> : <NotPermitted />;
}
