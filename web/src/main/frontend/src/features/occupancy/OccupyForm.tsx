import { Checkbox, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

const SUGGESTIONS = 20;

/** Says that a person of the directory owns the unit or lives in it. */
export function OccupyForm({ unit, onClose }: { unit: string; onClose: () => void }) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 250);
  const people = useQuery({
    queryKey: ['people', 'suggested', q],
    queryFn: () =>
      read(
        api.GET('/api/v1/people', {
          params: { query: { q: q || undefined, archived: false, limit: SUGGESTIONS } },
        }),
      ),
    placeholderData: (previous) => previous,
  });
  const form = useForm({
    initialValues: {
      personId: '',
      role: 'RESIDENT' as 'OWNER' | 'RESIDENT',
      primary: false,
      from: new Date().toISOString().slice(0, 10),
    },
  });
  return (
    <FormModal
      title={t.occupy}
      act={t.occupy}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['unit-occupancies', unit], ['unit', unit], ['units']]}
      onSubmit={(body) =>
        read(
          api.POST('/api/v1/units/{unit}/occupancies', {
            params: { path: { unit }, header: { 'Idempotency-Key': key } },
            body,
          }),
        )
      }
    >
      <Select
        label={t.person}
        placeholder={t.choose}
        required
        searchable
        data-autofocus
        data={people.data?.items.map((person) => ({ value: person.id, label: person.name ?? '' })) ?? []}
        filter={({ options }) => options}
        nothingFoundMessage={t.nobodyFound}
        onSearchChange={setTyped}
        {...form.getInputProps('personId')}
      />
      <Group grow align="flex-end">
        <SegmentedControl
          aria-label={t.role}
          data={[
            { value: 'RESIDENT', label: t.roles.RESIDENT },
            { value: 'OWNER', label: t.roles.OWNER },
          ]}
          {...form.getInputProps('role')}
        />
        <TextInput type="date" label={t.from} required {...form.getInputProps('from')} />
      </Group>
      <Checkbox label={t.primary} {...form.getInputProps('primary', { type: 'checkbox' })} />
    </FormModal>
  );
}
