import { Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PlacePicker } from '@/features/building/PlacePicker';
import { api, ifMatch, read } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import type { Document } from './documents';
import { texts } from './texts';

export function DescribeDocumentForm({ document, onClose }: { document: Document; onClose: () => void }) {
  const t = useTexts(texts);
  const form = useForm({
    initialValues: {
      fileName: document.fileName ?? '',
      category: document.category ?? 'OTHER',
      visibility: document.visibility ?? 'ADMINS',
      buildingId: document.buildingId ?? '',
      unitId: document.unitId ?? '',
    },
  });
  return (
    <FormModal
      title={t.edit}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['documents'], ['document', document.id]]}
      size="lg"
      onSubmit={({ buildingId, unitId, ...rest }) =>
        read(
          api.PATCH('/api/v1/documents/{document}', {
            params: { path: { document: document.id }, header: ifMatch(document) },
            body: { ...rest, buildingId: buildingId || null, unitId: unitId || null },
          }),
        )
      }
    >
      <TextInput label={t.name} required maxLength={255} data-autofocus {...form.getInputProps('fileName')} />
      <PlacePicker
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
        <Select
          label={t.visibility}
          allowDeselect={false}
          data={choices(t.visibilities)}
          {...form.getInputProps('visibility')}
        />
      </Group>
    </FormModal>
  );
}
