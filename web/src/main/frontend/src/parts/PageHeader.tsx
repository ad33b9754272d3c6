import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

type Props = { title: string; hint?: ReactNode; path?: [string, string][]; actions?: ReactNode };

/** What this page is, where it belongs, and what can be done on it. */
export function PageHeader({ title, hint, path = [], actions }: Props) {
  useDocumentTitle(`${title} · BuildingOS`);
  return (
    <Stack gap={4} mb="md">
      {path.length > 0 && (
        <Breadcrumbs fz="sm" separatorMargin={6}>
          {path.map(([to, name]) => (
            <Anchor key={to} component={Link} to={to} size="sm">
              {name}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} fz={24} lh={1.25}>
            {title}
          </Title>
          {hint && (
            <Text c="dimmed" fz="sm">
              {hint}
            </Text>
          )}
        </div>
        <Group gap="xs">{actions}</Group>
      </Group>
    </Stack>
  );
}
