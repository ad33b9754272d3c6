import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import type { Choice } from '@/kernel/forms';

const SUGGESTIONS = 50;
const PATIENCE_MILLIS = 250;

/** Vendors that fit what is typed; those chosen already stay among them, so that they keep their names. */
export function useVendorChoices(typed: string, known: Choice[] = []): Choice[] {
  const [q] = useDebouncedValue(typed, PATIENCE_MILLIS);
  const { data } = useQuery({
    queryKey: ['vendors', 'suggested', q],
    queryFn: () =>
      read(
        api.GET('/api/v1/vendors', {
          params: { query: { q: q || undefined, archived: false, sort: 'name', limit: SUGGESTIONS } },
        }),
      ),
    placeholderData: (previous) => previous,
  });
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? '' }));
  return [...known.filter(({ value }) => !found.some((each) => each.value === value)), ...found];
}
