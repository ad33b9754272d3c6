import { Text } from '@mantine/core';
import { useTexts } from '@/kernel/texts';
import type { Column } from '@/parts/DataTable';
import { texts } from './texts';
import { useBuildings } from './useBuildings';

type InUnit = { unitCode: string | null; buildingId: string | null };

/** A unit in a list of several buildings': its code alone says little. */
export function useUnitColumn(): Column<InUnit> {
  const t = useTexts(texts);
  const { nameOf } = useBuildings();
  return {
    name: t.unit,
    short: true,
    show: ({ unitCode, buildingId }) => (
      <>
        <Text span fz="sm" fw={550}>
          {unitCode}
        </Text>{' '}
        <Text span fz="xs" c="dimmed">
          {nameOf(buildingId)}
        </Text>
      </>
    ),
  };
}
