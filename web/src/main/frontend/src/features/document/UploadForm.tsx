import { Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PlacePicker } from '@/features/building/PlacePicker';
import { choices } from '@/kernel/forms';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { DropZone } from './DropZone';
import { typeOf, upload, type Kept } from './documents';
import { texts } from './texts';
import { UploadLine } from './UploadLine';
import { useUploads } from './useUploads';

const OF_RESIDENTS = ['OTHER', 'RECEIPT'];

/** Sends files one after the other. Those that arrived stay there, those that failed can be sent again. */
export function UploadForm({ files: dropped, onClose }: { files: File[]; onClose: () => void }) {
  const t = useTexts(texts);
  const writes = may(useProfile(), 'DOCUMENT_WRITE');
  const form = useForm<Kept & { files: File[] }>({
    initialValues: {
      files: dropped,
      category: 'OTHER',
      visibility: writes ? 'ADMINS' : 'RESIDENTS',
      buildingId: '',
      unitId: '',
    },
    validate: { files: (files) => wrong(files) },
  });
  function wrong(files: File[]): string | null {
    if (files.length === 0) return t.noFiles;
    return files.every(typeOf) ? null : t.unknownType;
  }
  const { states, sendAll } = useUploads((file, progress) => upload(file, form.getValues(), progress));
  const categories = Object.entries(t.categories).filter(([each]) => writes || OF_RESIDENTS.includes(each));
  return (
    <FormModal
      title={t.upload}
      act={t.upload}
      form={form}
      onClose={onClose}
      done={t.uploadedAll}
      touches={[['documents']]}
      size="lg"
      onSubmit={({ files }) => sendAll(files)}
    >
      <DropZone onFiles={(files) => form.setFieldValue('files', (present) => [...present, ...files])} />
      {form.errors.files && (
        <Text c="red" fz="sm" role="alert">
          {form.errors.files}
        </Text>
      )}
      <Stack gap="xs">
        {form.values.files.map((file, index) => (
          <UploadLine
            key={`${file.name}-${index}`}
            file={file}
            state={states.get(file)}
            onRemove={() => form.setFieldValue('files', (present) => present.filter((each) => each !== file))}
          />
        ))}
      </Stack>
      <PlacePicker
        needs={writes ? undefined : 'unit'}
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
          data={categories.map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('category')}
        />
        {writes && (
          <Select
            label={t.visibility}
            allowDeselect={false}
            data={choices(t.visibilities)}
            {...form.getInputProps('visibility')}
          />
        )}
      </Group>
    </FormModal>
  );
}
