import { Text, Timeline } from '@mantine/core';
import { api, read, type Shown } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { Failure, RowsLoading } from '@/parts/States';
import { texts } from './texts';

/** How it came to where it is, newest first. */
export function TicketHistory({ ticket }: { ticket: string }) {
  const t = useTexts(texts);
  const list = useList(['ticket-history', ticket], (cursor) =>
    read(
      api.GET('/api/v1/tickets/{ticket}/history', {
        params: { path: { ticket }, query: { cursor, sort: '-occurredAt' } },
      }),
    ),
  );
  return (
    <section aria-label={t.history}>
      <Text component="h2" fw={600} mb="sm">
        {t.history}
      </Text>
      {list.isPending && <RowsLoading rows={3} />}
      {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
      <Timeline bulletSize={12} lineWidth={1}>
        {list.items.map((event) => (
          <Timeline.Item key={event.id}>
            <Text fz="sm">
              {event.actorName ?? t.system} <Told event={event} />
            </Text>
            {event.reason && (
              <Text fz="sm" fs="italic">
                {event.reason}
              </Text>
            )}
            <Text fz="xs" c="dimmed">
              {instant(event.occurredAt)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      <More list={list} mt="sm">
        {t.more}
      </More>
    </section>
  );
}

function Told({ event }: { event: Shown<'TicketEventView'> }) {
  const t = useTexts(texts);
  const kind = event.kind ?? 'DETAILS';
  const words: Record<string, string> =
    kind === 'STATUS' ? t.statuses : kind === 'PRIORITY' ? t.priorities : {};
  const word = (value: string | null) => (value === null ? t.nobody : (words[value] ?? value));
  return <>{t.events[kind](word(event.from), word(event.to))}</>;
}
