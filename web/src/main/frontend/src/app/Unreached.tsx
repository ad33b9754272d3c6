import { Alert, Transition } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useReachable } from '@/kernel/reachability';
import { catalogue, useTexts } from '@/kernel/texts';

const texts = catalogue({
  en: { away: 'The server cannot be reached. Trying again…' },
  es: { away: 'No se puede contactar al servidor. Reintentando…' },
});

export function Unreached() {
  const t = useTexts(texts);
  const reachable = useReachable();
  return (
    <Transition mounted={!reachable} transition="slide-down">
      {(style) => (
        <Alert
          style={{
            ...style,
            position: 'fixed',
            top: 8,
            left: 8,
            right: 8,
            width: 'fit-content',
            marginInline: 'auto',
            zIndex: 500,
          }}
          color="red"
          variant="filled"
          role="status"
          icon={<IconPlugConnectedX />}
        >
          {t.away}
        </Alert>
      )}
    </Transition>
  );
}
