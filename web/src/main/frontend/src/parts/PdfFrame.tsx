import { Anchor, Stack } from '@mantine/core';
import { catalogue, useTexts } from '@/kernel/texts';

const texts = catalogue({
  en: { open: 'Open in a tab of its own' },
  es: { open: 'Abrir en otra pestaña' },
});

/** A paper in place, by the browser's own viewer; phones have none and get the link. */
export function PdfFrame({ address, name }: { address: string; name: string }) {
  const t = useTexts(texts);
  const shows = navigator.pdfViewerEnabled;
  return (
    <Stack gap="xs">
      {shows && (
        <iframe
          src={`${address}#navpanes=0&view=FitH`}
          title={name}
          style={{ width: '100%', height: '70vh', border: 0, borderRadius: 'var(--mantine-radius-sm)' }}
        />
      )}
      <Anchor href={address} target="_blank" rel="noreferrer" fz="sm" underline="always">
        {t.open}
      </Anchor>
    </Stack>
  );
}
