import { useQuery } from '@tanstack/react-query';
import { api, read, type Shown } from '@/kernel/api';

export type Backup = Shown<'BackupView'>;

const ANEW_MILLIS = 15_000;
const A_DAY_MILLIS = 86_400_000;

/** Every backup, newest first. */
export function useBackups() {
  return useQuery({
    queryKey: ['backups'],
    queryFn: async () => (await read(api.GET('/api/v1/platform/backups'))).items,
    refetchInterval: ANEW_MILLIS,
    // One comes here from a drill that has just ended.
    staleTime: 0,
  });
}

/** One that could be restored: what was given up half-way is none. */
export function newestWhole(backups: Backup[]): Backup | undefined {
  return backups.find((each) => each.state === 'COMPLETE');
}

/** Older than what is taken every night may be. */
export function isOld(backup: Backup | undefined, now = Date.now()): boolean {
  return !backup?.takenAt || now - Date.parse(backup.takenAt) > 1.5 * A_DAY_MILLIS;
}

/** The last time that one of them was restored, whatever came of it. */
export function lastDrilled(backups: Backup[]): Backup | undefined {
  return backups
    .filter((each) => each.drilled)
    .sort((one, other) => (other.drilled?.at ?? '').localeCompare(one.drilled?.at ?? ''))[0];
}
