import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is known of something, fact by fact. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="lg">
      {facts.map(([name, value]) => (
        <Paper key={name} withBorder p="sm">
          <Text fz="xs" c="dimmed">
            {name}
          </Text>
          <Text component="div" fw={600} className="figures">
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
