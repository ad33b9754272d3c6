/** The first day of so many months, of which the day's own is the last. */
export function firstOfLast(day: string, months: number): string {
  const [year = 0, number = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, number - months, 1)).toISOString().slice(0, 10);
}

/** The day where the reader is, as 2026-11-25. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
