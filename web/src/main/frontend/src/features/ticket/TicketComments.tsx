import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { api, idempotencyKey, read, type Schemas, type Shown } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { placeViolations } from '@/kernel/forms';
import { useAct, useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

type Visibility = Schemas['TicketCommentVisibility'];

/** What was said, oldest first; staff may also speak among themselves. */
export function TicketComments({ ticket, manages }: { ticket: string; manages: boolean }) {
  const t = useTexts(texts);
  const list = useList(['ticket-comments', ticket], (cursor) =>
    read(
      api.GET('/api/v1/tickets/{ticket}/comments', {
        params: { path: { ticket }, query: { cursor, sort: 'createdAt' } },
      }),
    ),
  );
  return (
    <Stack component="section" gap="sm" aria-label={t.comments}>
      <Text component="h2" fw={600}>
        {t.comments}
      </Text>
      {list.isPending && <RowsLoading rows={2} />}
      {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Text c="dimmed" fz="sm">
          {t.noComments}
        </Text>
      )}
      {list.items.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      <More list={list}>{t.more}</More>
      <WriteComment ticket={ticket} manages={manages} />
    </Stack>
  );
}

function Comment({ comment }: { comment: Shown<'TicketCommentView'> }) {
  const t = useTexts(texts);
  const internal = comment.visibility === 'INTERNAL';
  return (
    <Paper
      withBorder
      p="sm"
      style={internal ? { borderInlineStart: '3px solid var(--mantine-color-yellow-6)' } : undefined}
    >
      <Group justify="space-between" mb={4}>
        <Group gap="xs">
          <Text fz="sm" fw={550}>
            {comment.authorName ?? t.system}
          </Text>
          {internal && <StatusBadge status="INTERNAL" word={t.internal} />}
        </Group>
        <Text fz="xs" c="dimmed">
          {instant(comment.createdAt)}
        </Text>
      </Group>
      <Text fz="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {comment.body}
      </Text>
    </Paper>
  );
}

function WriteComment({ ticket, manages }: { ticket: string; manages: boolean }) {
  const t = useTexts(texts);
  const key = useRef(idempotencyKey());
  const form = useForm({ initialValues: { body: '', visibility: 'PUBLIC' as Visibility } });
  const write = useAct({
    act: (body: typeof form.values) =>
      read(
        api.POST('/api/v1/tickets/{ticket}/comments', {
          params: { path: { ticket }, header: { 'Idempotency-Key': key.current } },
          body,
        }),
      ),
    touches: [
      ['ticket-comments', ticket],
      ['ticket', ticket],
    ],
    done: t.sent,
    then: () => {
      key.current = idempotencyKey();
      form.setFieldValue('body', '');
    },
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <form onSubmit={form.onSubmit((values) => write.mutate(values))}>
      <Stack gap="xs">
        <Textarea
          label={t.write}
          required
          maxLength={5000}
          autosize
          minRows={3}
          {...form.getInputProps('body')}
        />
        <Group justify="space-between">
          {manages ? (
            <SegmentedControl
              aria-label={t.visibility}
              size="xs"
              data={[
                { value: 'PUBLIC', label: t.visibilities.PUBLIC },
                { value: 'INTERNAL', label: t.visibilities.INTERNAL },
              ]}
              {...form.getInputProps('visibility')}
            />
          ) : (
            <span />
          )}
          <Button type="submit" loading={write.isPending}>
            {t.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
