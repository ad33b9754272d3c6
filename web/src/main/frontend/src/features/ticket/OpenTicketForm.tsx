import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { PlacePicker } from '@/features/building/PlacePicker';
import { api, idempotencyKey, read } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import type { Category, Priority, Ticket } from './tickets';

type Props = { onClose: () => void; then: (ticket: Ticket) => void };

/** Residents name their unit; how much it presses is said by who manages it. */
export function OpenTicketForm({ onClose, then }: Props) {
  const t = useTexts(texts);
  const manages = may(useProfile(), 'TICKET_MANAGE');
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      buildingId: '',
      unitId: '',
      title: '',
      description: '',
      category: 'MAINTENANCE' as Category,
      priority: 'MEDIUM' as Priority,
    },
  });
  return (
    <FormModal
      title={t.open}
      act={t.open}
      form={form}
      onClose={onClose}
      then={then}
      done={t.wasOpened}
      touches={[['tickets']]}
      size="lg"
      onSubmit={({ unitId, ...rest }) =>
        read(
          api.POST('/api/v1/tickets', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...rest, unitId: unitId || null },
          }),
        )
      }
    >
      <TextInput
        label={t.title}
        required
        minLength={3}
        maxLength={255}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <PlacePicker
        needs={manages ? 'building' : 'unit'}
        building={form.values.buildingId}
        unit={form.values.unitId}
        onChange={(buildingId, unitId) => form.setValues({ buildingId, unitId })}
        buildingError={form.errors.buildingId}
        unitError={form.errors.unitId}
      />
      <Group grow>
        <Select
          label={t.category}
          allowDeselect={false}
          data={choices(t.categories)}
          {...form.getInputProps('category')}
        />
        {manages && (
          <Select
            label={t.priority}
            allowDeselect={false}
            data={choices(t.priorities)}
            {...form.getInputProps('priority')}
          />
        )}
      </Group>
      <Textarea
        label={t.description}
        description={t.descriptionHint}
        required
        minLength={5}
        maxLength={5000}
        autosize
        minRows={4}
        {...form.getInputProps('description')}
      />
    </FormModal>
  );
}
