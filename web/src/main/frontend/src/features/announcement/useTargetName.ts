import { useBuildings } from '@/features/building/useBuildings';
import { roleNames } from '@/features/identity/roleNames';
import type { Schemas, Shown } from '@/kernel/api';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

export type Announcement = Shown<'AnnouncementView'>;
export type Target = Schemas['Target'];

/** Recipients in words. */
export function useTargetName(): (target: Target) => string {
  const t = useTexts(texts);
  const role = useTexts(roleNames);
  const { nameOf } = useBuildings();
  return ({ kind, buildingId, role: named }) => {
    if (kind === 'BUILDING') return nameOf(buildingId ?? null);
    if (kind === 'UNIT') return t.unit(nameOf(buildingId ?? null));
    return kind === 'ROLE' ? capital(role[named ?? 'RESIDENT']) : t.kinds.TENANT;
  };
}
