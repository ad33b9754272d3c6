import { Paper, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { name: string; value: ReactNode; hint?: ReactNode; bad?: boolean; loading?: boolean };

/** One number that matters, what it is of, and what to hold against it. */
export function Figure({ name, value, hint, bad, loading }: Props) {
  return (
    <Paper withBorder p="md">
      <Text fz="xs" c="dimmed">
        {name}
      </Text>
      {loading ? (
        <Skeleton height={24} width={90} my={6} />
      ) : (
        <Text
          component="div"
          fz={{ base: 19, sm: 24 }}
          fw={640}
          lh={1.35}
          className="figures"
          c={bad ? 'var(--wrong)' : undefined}
        >
          {value}
        </Text>
      )}
      {hint && (
        <Text component="div" fz="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
