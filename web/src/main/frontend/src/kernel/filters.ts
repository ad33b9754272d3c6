import { useDebouncedValue } from '@mantine/hooks';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const PATIENCE_MILLIS = 250;

export type Filters<N extends string> = {
  /** As they stand in the fields. */
  values: Record<N, string>;
  /** As the list is asked for. */
  settled: Record<N, string>;
  set: (name: N, value: string | null) => void;
  any: boolean;
};

/**
 * A list's filters live in the page's address: what is seen can be sent to somebody, and Back goes back to it.
 *
 * @param names which parameters are filters of this list
 */
export function useFilters<N extends string>(...names: N[]): Filters<N> {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<N, string>;
  const set = useCallback(
    (name: N, value: string | null) =>
      setSearch(
        (present) => {
          if (value) present.set(name, value);
          else present.delete(name);
          return present;
        },
        { replace: true },
      ),
    [setSearch],
  );
  // Whoever types is asked about once, when they pause.
  const [serialized] = useDebouncedValue(JSON.stringify(values), PATIENCE_MILLIS);
  const settled = JSON.parse(serialized) as Record<N, string>;
  return { values, settled, set, any: names.some((name) => settled[name] !== '') };
}

/** Which of its tabs a page shows stands in its address, too; the first needs no word there. */
export function useView<V extends string>(first: V, ...others: V[]) {
  const [search, setSearch] = useSearchParams();
  const view = others.find((each) => each === search.get('view')) ?? first;
  const show = (next: string | null) =>
    setSearch(next && next !== first ? { view: next } : {}, { replace: true });
  return [view, show] as const;
}
