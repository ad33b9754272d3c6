import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

/** A person, the schedule, or whoever stood at the server. */
export function useLauncher() {
  const { bySchedule, byServer } = useTexts(texts);
  const names: Record<string, string> = { schedule: bySchedule, 'server console': byServer };
  return (by: string | null) => names[by ?? ''] ?? by ?? '–';
}
