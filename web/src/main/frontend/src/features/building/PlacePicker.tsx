import { Select, SimpleGrid } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { api, read } from '@/kernel/api';
import { catalogue, useTexts } from '@/kernel/texts';
import { useBuildings } from './useBuildings';

const SUGGESTIONS = 50;

const texts = catalogue({
  en: { building: 'Building', unit: 'Unit', everywhere: 'All buildings', wholeBuilding: 'Whole building' },
  es: {
    building: 'Edificio',
    unit: 'Unidad',
    everywhere: 'Todos los edificios',
    wholeBuilding: 'Todo el edificio',
  },
});

type Props = {
  building: string;
  unit: string;
  onChange: (building: string, unit: string) => void;
  /** What has to be named: else the place may be wider. */
  needs?: 'building' | 'unit';
  /** For what has no unit. */
  wholeBuildings?: boolean;
  buildingError?: ReactNode;
  unitError?: ReactNode;
};

/** Where something is: a unit, a building, or the whole company. What there is only one of is chosen already. */
export function PlacePicker({
  building,
  unit,
  onChange,
  needs,
  wholeBuildings = false,
  buildingError,
  unitError,
}: Props) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 250);
  const units = useQuery({
    queryKey: ['units', building, 'suggested', q],
    queryFn: () =>
      read(
        api.GET('/api/v1/buildings/{building}/units', {
          params: { path: { building }, query: { q: q || undefined, limit: SUGGESTIONS, sort: 'code' } },
        }),
      ),
    enabled: building !== '' && !wholeBuildings,
    placeholderData: (previous) => previous,
  });
  const onlyBuilding = buildings.choices.length === 1 ? buildings.choices[0]?.value : undefined;
  const onlyUnit = units.data?.items.length === 1 && !q ? units.data.items[0]?.id : undefined;
  useEffect(() => {
    if (needs && !building && onlyBuilding) onChange(onlyBuilding, '');
    else if (needs === 'unit' && building && !unit && onlyUnit) onChange(building, onlyUnit);
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: wholeBuildings ? 1 : 2 }}>
      <Select
        label={t.building}
        placeholder={needs ? undefined : t.everywhere}
        required={needs !== undefined}
        searchable
        clearable={needs === undefined}
        data={buildings.choices}
        value={building || null}
        onChange={(next) => {
          setTyped('');
          onChange(next ?? '', '');
        }}
        error={buildingError}
      />
      {!wholeBuildings && (
        <Select
          label={t.unit}
          placeholder={needs === 'unit' ? undefined : t.wholeBuilding}
          required={needs === 'unit'}
          searchable
          clearable={needs !== 'unit'}
          disabled={!building}
          data={units.data?.items.map((each) => ({ value: each.id, label: each.code ?? '' })) ?? []}
          filter={({ options }) => options}
          onSearchChange={setTyped}
          value={unit || null}
          onChange={(next) => onChange(building, next ?? '')}
          error={unitError}
        />
      )}
    </SimpleGrid>
  );
}
