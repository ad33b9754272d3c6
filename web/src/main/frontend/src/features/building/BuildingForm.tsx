import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

type Building = Shown<'BuildingView'>;

/** Adds a building, or describes one anew. */
export function BuildingForm({
  building,
  onClose,
  then,
}: {
  building?: Building;
  onClose: () => void;
  then?: (building: Building) => void;
}) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({ initialValues: { name: building?.name ?? '', address: building?.address ?? '' } });
  return (
    <FormModal
      title={building ? t.edit : t.add}
      act={building ? t.save : t.add}
      form={form}
      onClose={onClose}
      then={then}
      done={t.saved}
      touches={[['buildings'], ['building', building?.id]]}
      onSubmit={(body) =>
        building
          ? read(
              api.PATCH('/api/v1/buildings/{building}', {
                params: { path: { building: building.id }, header: ifMatch(building) },
                body,
              }),
            )
          : read(api.POST('/api/v1/buildings', { params: { header: { 'Idempotency-Key': key } }, body }))
      }
    >
      <TextInput label={t.name} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t.address} required maxLength={300} {...form.getInputProps('address')} />
    </FormModal>
  );
}
