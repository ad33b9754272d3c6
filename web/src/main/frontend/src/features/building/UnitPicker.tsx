import { Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';
import { useBuildings } from './useBuildings';

const SUGGESTIONS = 50;

type Props = { value: string; onChange: (unit: string) => void; error?: ReactNode };

/** A unit, by its building and what one types of its code. */
export function UnitPicker({ value, onChange, error }: Props) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 250);
  const building = chosen ?? (buildings.choices.length === 1 ? (buildings.choices[0]?.value ?? '') : '');
  const units = useQuery({
    queryKey: ['units', building, 'suggested', q],
    queryFn: () =>
      read(
        api.GET('/api/v1/buildings/{building}/units', {
          params: { path: { building }, query: { q: q || undefined, limit: SUGGESTIONS, sort: 'code' } },
        }),
      ),
    enabled: building !== '',
    placeholderData: (previous) => previous,
  });
  return (
    <Group grow align="flex-start">
      <Select
        label={t.building}
        required
        searchable
        data={buildings.choices}
        value={building || null}
        onChange={(next) => {
          setChosen(next);
          setTyped('');
          onChange('');
        }}
      />
      <Select
        label={t.unit}
        required
        searchable
        disabled={!building}
        data={units.data?.items.map((unit) => ({ value: unit.id, label: unit.code ?? '' })) ?? []}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        value={value || null}
        onChange={(next) => onChange(next ?? '')}
        error={error}
      />
    </Group>
  );
}
