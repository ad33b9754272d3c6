import { Button, type MantineSpacing } from '@mantine/core';
import type { ReactNode } from 'react';

/** The next page of a list, as {@code useList} gives it; nothing where there is none. */
export function More({
  list,
  mt,
  children,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  mt?: MantineSpacing;
  children: ReactNode;
}) {
  if (!list.hasNextPage) return null;
  return (
    <Button
      size="xs"
      variant="default"
      mt={mt}
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {children}
    </Button>
  );
}
