/** How many there are of each kind. */
export function summed<T extends { count: number }>(all: T[], kind: (each: T) => string): [string, number][] {
  const sums = new Map<string, number>();
  for (const each of all) sums.set(kind(each), (sums.get(kind(each)) ?? 0) + each.count);
  return [...sums];
}
