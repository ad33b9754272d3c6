import { ActionIcon, Group, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { bytes } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';
import type { Sending } from './useUploads';

type Props = { file: File; state?: Sending; onRemove: () => void };

/** A file on its way: how far it is, or what became of it. */
export function UploadLine({ file, state, onRemove }: Props) {
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
          {(!state || state.failure) && (
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
          value={state.failure ? 100 : Math.round(state.share * 100)}
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
