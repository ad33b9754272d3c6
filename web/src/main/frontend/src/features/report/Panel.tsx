import { Group, Paper, Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '@/parts/States';

type Props = {
  title: string;
  end?: ReactNode;
  loading?: boolean;
  failure?: unknown;
  retry?: () => void;
  children: ReactNode;
};

/** A part of a report: its chart or figures, or that they are on their way. */
export function Panel({ title, end, loading, failure, retry, children }: Props) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="md" wrap="nowrap">
        <Title order={2} fz={16}>
          {title}
        </Title>
        {end}
      </Group>
      {failure ? (
        <Failure failure={failure} retry={retry} />
      ) : loading ? (
        <Skeleton height="15rem" />
      ) : (
        children
      )}
    </Paper>
  );
}
