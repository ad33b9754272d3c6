export type Month = { period: string; from: string; to: string };

/** Whole months with their first and last days, oldest first, up to the one that the day is in. */
export function lastMonths(day: string, count: number): Month[] {
  const [year = 0, number = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const first = new Date(Date.UTC(year, number - 1 - (count - 1 - index), 1));
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
    const from = first.toISOString().slice(0, 10);
    return { period: from.slice(0, 7), from, to: last.toISOString().slice(0, 10) };
  });
}

/** The day where the reader is, as 2026-11-25. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
