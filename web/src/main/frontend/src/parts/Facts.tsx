import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** What is known of something, fact by fact. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <div className={classes.facts}>
      {facts.map(([name, value]) => (
        <Paper key={name} withBorder p="sm">
          <Text fz="xs" c="dimmed">
            {name}
          </Text>
          <Text
            component="div"
            fz={{ base: 'sm', sm: 'md' }}
            fw={600}
            className="figures"
            style={{ overflowWrap: 'anywhere' }}
          >
            {value}
          </Text>
        </Paper>
      ))}
    </div>
  );
}
