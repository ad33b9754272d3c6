import { Anchor, Button, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { ago, instant, number } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { MailDrawer } from './MailDrawer';
import { texts } from './texts';

export type Mail = Shown<'MailView'>;

/** These don't go on by themselves. */
const STUCK = ['DEAD', 'BOUNCED', 'SUPPRESSED'];

export function useRetry() {
  const t = useTexts(texts);
  return useAct({
    act: (mail: string) =>
      read(api.POST('/api/v1/platform/mail/{mail}/retry', { params: { path: { mail } } })),
    touches: [['mail']],
    done: t.retried,
  });
}

export function isStuck(mail: Mail): boolean {
  return STUCK.includes(mail.status ?? '');
}

export function Outbox() {
  const t = useTexts(texts);
  const filters = useFilters('status', 'recipient');
  const { settled } = filters;
  const [opened, setOpened] = useState<string | null>(null);
  const retry = useRetry();
  const list = useList(['mail', settled], (cursor) =>
    read(
      api.GET('/api/v1/platform/mail', {
        params: {
          query: {
            cursor,
            status: (settled.status || undefined) as Schemas['OutgoingMailStatus'] | undefined,
            recipient: settled.recipient || undefined,
          },
        },
      }),
    ),
  );
  const stuck = list.items.filter(isStuck);
  const dead = settled.status === 'DEAD';
  const columns: Column<Mail>[] = [
    {
      name: t.to,
      show: (mail) => (
        <>
          <Anchor
            component="button"
            type="button"
            fw={550}
            ta="left"
            style={{ overflowWrap: 'anywhere' }}
            onClick={() => setOpened(mail.id)}
          >
            {mail.recipient}
          </Anchor>
          <Text fz="xs" c="dimmed">
            {instant(mail.createdAt)}
          </Text>
        </>
      ),
    },
    { name: t.what, show: (mail) => t.templates[mail.template ?? 'NOTIFICATION'], wide: true },
    { name: t.status, side: true, show: (mail) => <StatusBadge status={mail.status ?? ''} /> },
    { name: t.attempts, figures: true, show: (mail) => number(mail.attempts), wide: true },
    { name: t.last, show: (mail) => <Last mail={mail} />, wide: true },
    {
      name: '',
      width: 110,
      show: (mail) =>
        isStuck(mail) && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t.retryOf(mail.recipient ?? '')}
            loading={retry.isPending && retry.variables === mail.id}
            onClick={() => retry.mutate(mail.id)}
          >
            {t.retry}
          </Button>
        ),
    },
  ];
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          { name: 'status', label: t.status, choices: choices(t.statuses) },
          { name: 'recipient', label: t.recipient, type: 'text' },
        ]}
      >
        {dead && stuck.length > 1 && <RetryAll mails={stuck} />}
      </FilterBar>
      <DataTable
        label={t.outbox}
        columns={columns}
        rows={list.items}
        id={(mail) => mail.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconMail />}
            title={dead ? t.noneDead : filters.any ? t.none : t.noneYet}
            hint={dead ? t.noneDeadHint : filters.any ? undefined : t.noneYetHint}
          />
        }
      />
      {opened && <MailDrawer id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function Last({ mail }: { mail: Mail }) {
  const t = useTexts(texts);
  return (
    <>
      {mail.lastError && (
        <Text fz="xs" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {mail.lastError}
        </Text>
      )}
      <Text fz="xs" c="dimmed">
        {mail.status === 'PENDING' && t.nextTry(ago(mail.nextAttemptAt))}
        {mail.status === 'SENT' && t.sentAt(ago(mail.sentAt))}
      </Text>
    </>
  );
}

function RetryAll({ mails }: { mails: Mail[] }) {
  const t = useTexts(texts);
  const retryAll = useAct({
    act: () =>
      Promise.all(
        mails.map((mail) =>
          api.POST('/api/v1/platform/mail/{mail}/retry', { params: { path: { mail: mail.id } } }),
        ),
      ),
    touches: [['mail']],
    done: (all) => t.retriedAll(all.length),
  });
  return (
    <Button variant="default" loading={retryAll.isPending} onClick={() => retryAll.mutate()}>
      {t.retryAll(mails.length)}
    </Button>
  );
}
