import { Alert, Button, Center, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Problem } from '@/kernel/problem';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';

const texts = catalogue({
  en: {
    again: 'Try again',
    notFound: 'Not found',
    notFoundHint: 'There is no such page or thing, or it is not yours to see.',
    start: 'To the start',
    forbidden: 'Not permitted',
    forbiddenHint: 'Your role does not include this page. An administrator of your company can change that.',
  },
  es: {
    again: 'Intentar de nuevo',
    notFound: 'No encontrado',
    notFoundHint: 'No existe esa página o cosa, o no le corresponde verla.',
    start: 'Ir al inicio',
    forbidden: 'No permitido',
    forbiddenHint: 'Su rol no incluye esta página. Un administrador de su empresa puede cambiarlo.',
  },
});

/** Nothing there yet: says what to do about it. */
export function EmptyState({
  icon,
  title,
  hint,
  action,
}: {
  icon: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <Center py={64}>
      <Stack align="center" gap="xs" maw={420}>
        <ThemeIcon size={52} radius="xl" variant="light">
          {icon}
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        {hint && (
          <Text c="dimmed" fz="sm" ta="center">
            {hint}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}

export function RowsLoading({ rows = 6 }: { rows?: number }) {
  return (
    <Stack gap="xs" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={34} />
      ))}
    </Stack>
  );
}

function Plain({ title, hint }: { title: string; hint: string }) {
  const t = useTexts(texts);
  useDocumentTitle(`${title} · BuildingOS`);
  return (
    <Center py={96}>
      <Stack align="center" gap="xs" maw={420}>
        <Title order={1} fz={22}>
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {hint}
        </Text>
        <Button variant="default" mt="xs" component={Link} to="/">
          {t.start}
        </Button>
      </Stack>
    </Center>
  );
}

export function NotFound() {
  const t = useTexts(texts);
  return <Plain title={t.notFound} hint={t.notFoundHint} />;
}

export function NotPermitted() {
  const t = useTexts(texts);
  return <Plain title={t.forbidden} hint={t.forbiddenHint} />;
}

/** A read that failed: absent and forbidden things have pages of their own, the rest can be tried again. */
export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const t = useTexts(texts);
  if (failure instanceof Problem && failure.status === 404) return <NotFound />;
  if (failure instanceof Problem && failure.status === 403) return <NotPermitted />;
  const { title, message } = told(failure);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={title} role="alert">
      <Stack align="flex-start" gap="xs">
        {message}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t.again}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
