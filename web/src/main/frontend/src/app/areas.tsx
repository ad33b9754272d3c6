import { IconBuilding, type Icon } from '@tabler/icons-react';
import type { ComponentType, ReactElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Profile } from '@/kernel/session';
import { catalogue } from '@/kernel/texts';
import { Permitted } from './Permitted';

/** What there is to go to, in the order of the menu, and the permission that opens it. */
export type Area = {
  to: string;
  name: keyof typeof names.en;
  icon: Icon;
  permission: string;
  routes: RouteObject[];
};

export const names = catalogue({
  en: {
    buildings: 'Buildings',
  },
  es: {
    buildings: 'Edificios',
  },
});

type Page = () => Promise<{ Component: ComponentType }>;

/** A page behind its permission: without it, nothing of the page is even loaded. */
function page(path: string, permission: string, load: Page): RouteObject {
  return {
    element: (<Permitted permission={permission} />) as ReactElement,
    children: [{ path, lazy: load }],
  };
}

export const areas: Area[] = [
  {
    to: '/buildings',
    name: 'buildings',
    icon: IconBuilding,
    permission: 'BUILDING_READ',
    routes: [
      page('buildings', 'BUILDING_READ', () => import('@/features/building/BuildingsPage')),
      page('buildings/:building', 'BUILDING_READ', () => import('@/features/building/BuildingPage')),
      page('units/:unit', 'BUILDING_READ', () => import('@/features/building/UnitPage')),
    ],
  },
];

export function areasOf(profile: Profile): Area[] {
  return areas.filter((area) => profile.permissions.includes(area.permission));
}
