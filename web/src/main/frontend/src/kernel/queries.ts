import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type QueryKey,
  type UseMutationResult,
} from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useId, useMemo } from 'react';
import { Problem, Unreachable } from './problem';
import { told } from './told';

const RETRIES = 2;
const FRESH_MILLIS = 10_000;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MILLIS,
      // What was refused stays refused; only a server's own failure is worth another try.
      retry: (count, failure) => count < RETRIES && (!(failure instanceof Problem) || failure.status >= 500),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

type PageOf<T> = { items: T[]; next?: string | null };

/** A list of the API, page after page by its cursor. */
export function useList<T>(
  key: QueryKey,
  page: (cursor: string | undefined) => Promise<PageOf<T>>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  const items = useMemo(() => query.data?.pages.flatMap((each) => each.items) ?? [], [query.data]);
  return { ...query, items };
}

type Act<I, O> = {
  act: (input: I) => Promise<O>;
  /** What has changed by it, and is read again. */
  touches?: QueryKey[];
  /** Shows at once what will be, and says how to take that back if it is refused. Such acts are done one by one. */
  ahead?: (input: I) => () => void;
  done?: string | ((output: O) => string);
  /** What did not work, in the failure's title. */
  undone?: (input: I) => string;
  then?: (output: O, input: I) => void;
  /** True: the failure is shown where it happened, so that no message pops up. */
  handled?: (failure: Error) => boolean;
};

/** Something somebody does: tells that it is done, or why not, and reads again what it changed. */
export function useAct<I = void, O = unknown>({
  act,
  touches = [],
  ahead,
  done,
  undone,
  then,
  handled,
}: Act<I, O>): UseMutationResult<O, Error, I, (() => void) | undefined> {
  const client = useQueryClient();
  const name = useId();
  const readAgain = () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: act,
    mutationKey: [name],
    scope: ahead && { id: name },
    // The same request again, key and all, is harmless: it may have arrived the first time.
    retry: (count, failure) => failure instanceof Unreachable && count < RETRIES,
    onMutate: async (input) => {
      if (!ahead) return undefined;
      // What is being read would show again what was.
      await Promise.all(touches.map((queryKey) => client.cancelQueries({ queryKey })));
      return ahead(input);
    },
    onSuccess: (output, input) => {
      then?.(output, input);
      if (done) {
        notifications.show({ message: typeof done === 'function' ? done(output) : done, color: 'teal' });
      }
      return ahead ? undefined : readAgain();
    },
    onError: (failure, input, takeBack) => {
      takeBack?.();
      if (handled?.(failure)) return;
      const { title, message } = told(failure);
      notifications.show({ title: undone?.(input) ?? title, message, color: 'red', autoClose: 12_000 });
    },
    // The last of several reads for all of them.
    onSettled: () => (ahead && client.isMutating({ mutationKey: [name] }) === 1 ? readAgain() : undefined),
  });
}
