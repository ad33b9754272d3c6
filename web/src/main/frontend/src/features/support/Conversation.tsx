import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { idempotencyKey, type Shown } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { placeViolations } from '@/kernel/forms';
import { useAct, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { answering, type Side } from './sides';
import { texts } from './texts';

type Props = { side: Side; ticket: string };

/** A question and what came of it, between a company and those who run the platform. */
export function Conversation({ side }: { side: Side }) {
  const t = useTexts(texts);
  const { supportTicket = '' } = useParams();
  const writes = may(useProfile(), side.writes);
  const found = useQuery({
    queryKey: ['support-ticket', supportTicket],
    queryFn: () => side.get(supportTicket),
  });
  const touches = [['support-tickets'], ['support-ticket', supportTicket]];
  const close = useAct({ act: () => side.close(supportTicket), touches, done: t.closed });
  const reopen = useAct({ act: () => side.reopen(supportTicket), touches, done: t.reopened });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const status = data.status ?? 'OPEN';
  const over = status === 'CLOSED';
  return (
    <>
      <PageHeader
        title={data.title ?? ''}
        hint={[side === answering && data.tenantName, t.categories[data.category ?? 'OTHER']]
          .filter(Boolean)
          .join(' · ')}
        path={[[side.page, t.support]]}
        actions={
          writes && (
            <Button
              variant="default"
              loading={close.isPending || reopen.isPending}
              onClick={() => (over ? reopen : close).mutate()}
            >
              {over ? t.reopen : t.close}
            </Button>
          )
        }
      />
      <Group mb="md">
        <StatusBadge status={status} word={t.statuses[status]} />
      </Group>
      <Messages side={side} ticket={supportTicket} />
      {writes && !over && <WriteMessage side={side} ticket={supportTicket} />}
    </>
  );
}

function Messages({ side, ticket }: Props) {
  const t = useTexts(texts);
  const list = useList(['support-messages', ticket], (cursor) => side.messages(ticket, cursor));
  return (
    <Stack component="section" gap="sm" mb="lg" maw={760} aria-label={t.messages}>
      {list.isPending && <RowsLoading rows={2} />}
      {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {list.items.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      <More list={list}>{t.more}</More>
    </Stack>
  );
}

function Message({ message }: { message: Shown<'SupportMessageView'> }) {
  const t = useTexts(texts);
  const edge = '3px solid var(--mantine-primary-color-filled)';
  return (
    <Paper withBorder p="md" style={message.fromPlatform ? { borderInlineStart: edge } : undefined}>
      <Group justify="space-between" mb={4}>
        <Text fz="sm" fw={550}>
          {message.fromPlatform ? t.fromUs : message.authorName}
        </Text>
        <Text fz="xs" c="dimmed">
          {instant(message.createdAt)}
        </Text>
      </Group>
      <Text fz="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {message.body}
      </Text>
    </Paper>
  );
}

function WriteMessage({ side, ticket }: Props) {
  const t = useTexts(texts);
  const key = useRef(idempotencyKey());
  const form = useForm({ initialValues: { body: '' } });
  const write = useAct({
    act: ({ body }: typeof form.values) => side.write(ticket, body, key.current),
    touches: [['support-messages', ticket], ['support-ticket', ticket], ['support-tickets']],
    done: t.sent,
    then: () => {
      key.current = idempotencyKey();
      form.reset();
    },
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <form onSubmit={form.onSubmit((values) => write.mutate(values))}>
      <Stack gap="xs" maw={760}>
        <Textarea
          label={t.write}
          required
          maxLength={5000}
          autosize
          minRows={3}
          {...form.getInputProps('body')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={write.isPending}>
            {t.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
