import { Box, Button, FileButton, Group, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTexts } from '@/kernel/texts';
import { TAKEN } from './documents';
import { texts } from './texts';

type Props = { onFiles: (files: File[]) => void; multiple?: boolean };

/** Takes files that are dropped on it, or chosen. */
export function DropZone({ onFiles, multiple = true }: Props) {
  const t = useTexts(texts);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <Box
      p="lg"
      style={{
        border: `2px dashed var(${over ? '--mantine-primary-color-filled' : '--mantine-color-default-border'})`,
        borderRadius: 'var(--mantine-radius-md)',
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group justify="center" gap="sm">
        <IconUpload size={20} aria-hidden />
        <div>
          <Text fz="sm">{t.dropHere}</Text>
          <Text fz="xs" c="dimmed">
            {t.types}
          </Text>
        </div>
        <FileButton
          multiple
          accept={TAKEN}
          inputProps={{ 'aria-label': t.choose, multiple }}
          onChange={(files) => onFiles(files)}
        >
          {(button) => (
            <Button variant="default" size="xs" {...button}>
              {t.choose}
            </Button>
          )}
        </FileButton>
      </Group>
    </Box>
  );
}
