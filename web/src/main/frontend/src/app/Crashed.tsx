import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { catalogue, useTexts } from '@/kernel/texts';

const texts = catalogue({
  en: {
    title: 'This page broke',
    hint: 'Nothing on the server is affected. Load it again; if it stays, tell us what you did.',
    again: 'Load again',
  },
  es: {
    title: 'Esta página falló',
    hint: 'En el servidor no pasó nada. Vuelva a cargarla; si sigue, cuéntenos qué hizo.',
    again: 'Volver a cargar',
  },
});

/** Also met when a new release has replaced the files of the one that is open. */
export function Crashed() {
  const t = useTexts(texts);
  return (
    <Center mih="100vh">
      <Stack align="center" gap="xs" maw={420}>
        <Title order={1} fz={22}>
          {t.title}
        </Title>
        <Text c="dimmed" ta="center">
          {t.hint}
        </Text>
        <Button onClick={() => window.location.reload()}>{t.again}</Button>
      </Stack>
    </Center>
  );
}
