import { Alert, Button, FileButton, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { api, idempotencyKey } from '@/kernel/api';
import { number } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable } from '@/parts/DataTable';
import { Dialog } from '@/parts/Dialog';
import { pastedUnits } from './pastedUnits';
import { shareText } from './shares';
import { texts } from './texts';

const SHOWN = 8;

/** Many units at once, pasted from a spreadsheet; what can't be read is said before anything is sent. */
export function BulkUnits({ building, onClose }: { building: string; onClose: () => void }) {
  const t = useTexts(texts);
  const [text, setText] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const { units, bad } = pastedUnits(text, [texts.en.types, texts.es.types]);
  const act = useAct({
    act: () =>
      api.POST('/api/v1/buildings/{building}/units/bulk', {
        params: { path: { building }, header: { 'Idempotency-Key': key } },
        body: { units },
      }),
    touches: [
      ['units', building],
      ['shares', building],
    ],
    done: t.added(units.length),
    then: onClose,
  });
  const put = (rows: string): void => {
    setText(rows);
    setKey(idempotencyKey());
  };
  return (
    <Dialog onClose={onClose} title={t.addMany} size="lg" closeOnClickOutside={!text}>
      <Stack>
        <Textarea
          label={t.paste}
          description={t.pasteHint}
          placeholder={'1A\t\tAPARTMENT\t54.5\t0.25'}
          autosize
          minRows={6}
          maxRows={14}
          data-autofocus
          value={text}
          onChange={(event) => put(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'monospace' } }}
        />
        <Group gap="sm">
          <FileButton
            accept=".csv,.txt,text/csv,text/plain"
            inputProps={{ 'aria-label': t.chooseFile }}
            onChange={(file) => void file?.text().then(put)}
          >
            {(button) => (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
                {...button}
              >
                {t.chooseFile}
              </Button>
            )}
          </FileButton>
          <Text fz="xs" c="dimmed">
            {t.fileHint}
          </Text>
        </Group>
        {bad.length > 0 && (
          <Alert color="red" title={t.problems(bad.length)} role="alert">
            <List size="sm">
              {bad.slice(0, SHOWN).map(({ line, why }) => (
                <List.Item key={line}>
                  {t.line(line)}: {t.badLine[why]}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {units.length > 0 && (
          <>
            <DataTable
              label={t.units}
              columns={[
                { name: t.code, show: (unit) => unit.code },
                { name: t.label, show: (unit) => unit.label, wide: true },
                { name: t.type, show: (unit) => t.types[unit.type] },
                { name: t.area, figures: true, show: (unit) => number(unit.areaM2, 2) },
                { name: t.share, figures: true, show: (unit) => shareText(unit.share) },
              ]}
              rows={units.slice(0, SHOWN)}
              id={(unit) => unit.code}
              empty={null}
            />
            <Text fz="sm" c="dimmed">
              {t.ready(units.length)}
            </Text>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            disabled={units.length === 0 || bad.length > 0}
            loading={act.isPending}
            onClick={() => act.mutate()}
          >
            {t.addMany}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
