import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { download } from '@/kernel/files';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

const FILES = ['charges', 'payments', 'ledger', 'people', 'tickets'] as const;
const FORMATS = ['csv', 'xlsx'] as const;

/** Everything one may see, as files. */
export function Exports() {
  const t = useTexts(texts);
  const save = useAct({ act: (file: string) => download(`/api/v1/exports/${file}`) });
  return (
    <Stack gap="sm" maw={760}>
      <Text c="dimmed" fz="sm">
        {t.exportHint}
      </Text>
      {FILES.map((file) => (
        <Paper key={file} withBorder p="sm">
          <Group justify="space-between">
            <Text fw={550}>{t.files[file]}</Text>
            <Group gap="xs">
              {FORMATS.map((format) => (
                <Button
                  key={format}
                  size="xs"
                  variant="default"
                  leftSection={<IconDownload size={14} aria-hidden />}
                  aria-label={t.download(t.files[file], t.formats[format])}
                  loading={save.isPending && save.variables === `${file}?format=${format}`}
                  onClick={() => save.mutate(`${file}?format=${format}`)}
                >
                  {t.formats[format]}
                </Button>
              ))}
            </Group>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
