import { Text } from '@mantine/core';

/** A unit in a list of several buildings': its code alone says little. */
export function UnitOf({ code, building }: { code: string | null; building: string }) {
  return (
    <>
      <Text span fz="sm" fw={550}>
        {code}
      </Text>{' '}
      <Text span fz="xs" c="dimmed">
        {building}
      </Text>
    </>
  );
}
