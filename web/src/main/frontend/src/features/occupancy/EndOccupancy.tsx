import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { api, idempotencyKey, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

export function EndOccupancy({ occupancy }: { occupancy: Shown<'OccupancyView'> }) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const [opened, { open, close }] = useDisclosure();
  const form = useForm({ initialValues: { on: new Date().toISOString().slice(0, 10) } });
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open}>
        {t.end}
      </Button>
      {opened && (
        <FormModal
          title={t.endTitle}
          act={t.end}
          form={form}
          onClose={close}
          done={t.saved}
          touches={[['person-occupancies'], ['unit-occupancies'], ['unit'], ['units']]}
          onSubmit={(body) =>
            read(
              api.POST('/api/v1/occupancies/{occupancy}/end', {
                params: { path: { occupancy: occupancy.id }, header: { 'Idempotency-Key': key } },
                body,
              }),
            )
          }
        >
          <TextInput type="date" label={t.lastDay} required {...form.getInputProps('on')} />
        </FormModal>
      )}
    </>
  );
}
