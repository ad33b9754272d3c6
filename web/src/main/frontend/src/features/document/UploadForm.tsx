import { ActionIcon, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { PlacePicker } from '@/features/building/PlacePicker';
import { bytes } from '@/kernel/format';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import { FormModal } from '@/parts/FormModal';
import { DropZone } from './DropZone';
import { typeOf, upload, type Kept } from './documents';
import { texts } from './texts';

type State = { share: number; failure?: string };
const OF_RESIDENTS = ['OTHER', 'RECEIPT'];

/** Sends files one after the other. Those that arrived stay there, those that failed can be sent again. */
export function UploadForm({ files: dropped, onClose }: { files: File[]; onClose: () => void }) {
  const t = useTexts(texts);
  const writes = may(useProfile(), 'DOCUMENT_WRITE');
  const [states, setStates] = useState(new Map<File, State>());
  const arrived = useRef(new Set<File>());
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
  const note = (file: File, state: State): void => setStates((present) => new Map(present).set(file, state));
  const send = async ({ files, ...kept }: typeof form.values): Promise<void> => {
    const failures: unknown[] = [];
    for (const file of files.filter((each) => !arrived.current.has(each))) {
      try {
        await upload(file, kept, (share) => note(file, { share }));
        arrived.current.add(file);
        note(file, { share: 1 });
      } catch (failure) {
        note(file, { share: 0, failure: told(failure).message });
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
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
      onSubmit={send}
    >
      <DropZone onFiles={(files) => form.setFieldValue('files', (present) => [...present, ...files])} />
      {form.errors.files && (
        <Text c="red" fz="sm" role="alert">
          {form.errors.files}
        </Text>
      )}
      <Stack gap="xs">
        {form.values.files.map((file, index) => (
          <Line
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
            data={Object.entries(t.visibilities).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('visibility')}
          />
        )}
      </Group>
    </FormModal>
  );
}

function Line({ file, state, onRemove }: { file: File; state?: State; onRemove: () => void }) {
  const t = useTexts(texts);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text fz="sm" truncate>
          {file.name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text fz="xs" c="dimmed">
            {bytes(file.size)}
          </Text>
          {!state && (
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t.remove(file.name)}
              onClick={onRemove}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {state && (
        <Progress
          aria-label={t.progress(file.name)}
          value={state.failure ? 100 : state.share * 100}
          color={state.failure ? 'red' : state.share === 1 ? 'teal' : undefined}
          size="sm"
        />
      )}
      {state?.failure && (
        <Text c="red" fz="xs" role="alert">
          {state.failure}
        </Text>
      )}
    </div>
  );
}
