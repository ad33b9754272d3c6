import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, read } from '@/kernel/api';
import { ago, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { RowsLoading } from '@/parts/States';
import { isOld, lastDrilled, newestWhole, useBackups } from '@/features/backup/useBackups';
import { useReady } from '@/features/system/useReady';
import { texts } from './texts';

const ANEW_MILLIS = 15_000;
const A_DAY_MILLIS = 86_400_000;

type Item = { words: string; to: string; bad: boolean };

/** What an operator would go and look at first: one line each, those that are wrong on top. */
export function Attention() {
  const t = useTexts(texts);
  const items = useItems();
  if (items === null) return <RowsLoading rows={4} />;
  const wrong = items.filter(({ bad }) => bad);
  return (
    <Paper withBorder p="lg" mb="lg" component="section">
      <Title order={2} fz={17} mb="md">
        {wrong.length > 0 ? t.attention : t.calm}
      </Title>
      <Stack gap="xs">
        {[...wrong, ...items.filter(({ bad }) => !bad)].map(({ words, to, bad }) => (
          <Group key={words} gap="sm" wrap="nowrap">
            {bad ? (
              <IconAlertTriangle size={18} color="var(--wrong)" style={{ flexShrink: 0 }} />
            ) : (
              <IconCircleCheck size={18} color="var(--right)" style={{ flexShrink: 0 }} />
            )}
            <Anchor component={Link} to={to} fz="sm" c="inherit">
              <Text span fz="sm" fw={bad ? 600 : undefined}>
                {words}
              </Text>
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

/** Null until all of it is known. */
function useItems(): Item[] | null {
  const t = useTexts(texts);
  const [yesterday] = useState(() => new Date(Date.now() - A_DAY_MILLIS).toISOString());
  const ready = useReady();
  const backups = useBackups();
  const failed = useQuery({
    queryKey: ['executions', 'failed', yesterday],
    queryFn: () =>
      read(
        api.GET('/api/v1/platform/executions', {
          params: { query: { status: 'FAILED', from: yesterday } },
        }),
      ),
    refetchInterval: ANEW_MILLIS,
  });
  const dead = useQuery({
    queryKey: ['mail', 'dead'],
    queryFn: () => read(api.GET('/api/v1/platform/mail', { params: { query: { status: 'DEAD' } } })),
    refetchInterval: ANEW_MILLIS,
  });
  const verified = useQuery({
    queryKey: ['verifications', 'newest'],
    queryFn: () => read(api.GET('/api/v1/platform/verifications', { params: { query: { limit: 1 } } })),
  });
  if (!ready.data || !backups.data || !failed.data || !dead.data || !verified.data) return null;
  const down = Object.values(ready.data.checks).filter((check) => check.status !== 'up').length;
  const newest = newestWhole(backups.data);
  const drill = lastDrilled(backups.data)?.drilled;
  const verification = verified.data.items[0];
  const many = (page: { items: unknown[]; next?: string | null }) =>
    number(page.items.length) + (page.next ? '+' : '');
  return [
    { words: down > 0 ? t.down(number(down)) : t.up, to: '/platform/system', bad: down > 0 },
    {
      words: newest ? t.backup(ago(newest.takenAt)) : t.noBackup,
      to: '/platform/backups',
      bad: isOld(newest),
    },
    {
      words: drill ? (drill.passed ? t.drilled : t.drillFailed)(ago(drill.at)) : t.neverDrilled,
      to: '/platform/backups',
      bad: !drill?.passed,
    },
    {
      words: !verification
        ? t.neverVerified
        : verification.findings > 0
          ? t.findings(number(verification.findings), ago(verification.startedAt))
          : t.verified(ago(verification.startedAt)),
      to: verification ? `/platform/verifications/${verification.id}` : '/platform/verifications',
      bad: !verification || verification.findings > 0,
    },
    {
      words: failed.data.items.length > 0 ? t.failed(many(failed.data)) : t.noneFailed,
      to: '/platform/jobs?view=history&status=FAILED',
      bad: failed.data.items.length > 0,
    },
    {
      words: dead.data.items.length > 0 ? t.dead(many(dead.data)) : t.noneDead,
      to: '/platform/mail?status=DEAD',
      bad: dead.data.items.length > 0,
    },
  ];
}
