import { Group, Text } from '@mantine/core';

export function Brand() {
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/icon.svg" alt="" width={26} height={26} />
      <Text fw={680} fz={17} lh={1} style={{ letterSpacing: '-0.01em' }}>
        BuildingOS
      </Text>
    </Group>
  );
}
