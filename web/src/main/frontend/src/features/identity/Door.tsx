import { Anchor, Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Brand } from '@/app/Brand';
import { speak, useLanguage } from '@/kernel/texts';

/** The frame of every page before one is inside. */
export function Door({
  title,
  hint,
  children,
  links = [],
}: {
  title: string;
  hint?: string;
  children: ReactNode;
  links?: [string, string][];
}) {
  const spoken = useLanguage();
  useDocumentTitle(`${title} · BuildingOS`);
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={400} gap="lg">
        <Group justify="space-between">
          <Brand />
          <Anchor
            component="button"
            fz="sm"
            onClick={() => speak(spoken === 'en' ? 'es' : 'en')}
            lang={spoken === 'en' ? 'es' : 'en'}
          >
            {spoken === 'en' ? 'Español' : 'English'}
          </Anchor>
        </Group>
        <Paper withBorder p="xl" radius="lg">
          <Title order={1} fz={21} mb={4}>
            {title}
          </Title>
          {hint && (
            <Text c="dimmed" fz="sm" mb="md">
              {hint}
            </Text>
          )}
          <Box mt="md">{children}</Box>
        </Paper>
        <Group justify="center" gap="lg">
          {links.map(([to, name]) => (
            <Anchor key={to} component={Link} to={to} fz="sm">
              {name}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Center>
  );
}
