import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useAct, useList } from '@/kernel/queries';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { Failure, RowsLoading } from '@/parts/States';
import { TicketCard } from './TicketCard';
import classes from './TicketBoard.module.css';
import { texts } from './texts';
import {
  ARROWS,
  columnKey,
  put,
  STATUSES,
  ticketsPage,
  type Status,
  type Ticket,
  type TicketFilters,
} from './tickets';

/**
 * A column for each status. A card is moved by dragging it, or by its own menu; arrow keys go from card to card. It is in its
 * new column at once, and back where it was if the server refuses.
 */
export function TicketBoard({ filters }: { filters: TicketFilters }) {
  const t = useTexts(texts);
  const board = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const [held, hold] = useState<Ticket | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const move = useAct({
    act: ({ ticket, to, key }: { ticket: Ticket; to: Status; key: string }) =>
      read(
        api.POST('/api/v1/tickets/{ticket}/transition', {
          params: { path: { ticket: ticket.id }, header: { 'Idempotency-Key': key } },
          body: { to },
        }),
      ),
    touches: [['tickets'], ['ticket'], ['ticket-history']],
    ahead: ({ ticket, to }) => {
      setMoved(ticket.id);
      put(client, filters, ticket, to);
      return () => put(client, filters, ticket, ticket.status ?? 'OPEN');
    },
    done: ({ number, status }) => t.movedTo(number, t.statuses[status ?? 'OPEN']),
    undone: ({ ticket }) => t.notMoved(ticket.number),
  });
  const go = (ticket: Ticket, to: Status) => move.mutate({ ticket, to, key: idempotencyKey() });
  return (
    <SimpleGrid
      ref={board}
      cols={{ base: 1, sm: 2, lg: 4 }}
      spacing="sm"
      onKeyDown={(event) => board.current && goOn(event, board.current)}
    >
      {STATUSES.map((status) => (
        <BoardColumn
          key={status}
          status={status}
          filters={filters}
          takes={held !== null && ARROWS[held.status ?? 'OPEN'].includes(status)}
          onHold={hold}
          moved={moved}
          onMove={go}
          onDrop={() => {
            if (held) go(held, status);
            hold(null);
          }}
        />
      ))}
    </SimpleGrid>
  );
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** From the card that has the focus to the one beside it; columns without cards are passed over. */
function goOn(event: KeyboardEvent, board: HTMLElement): void {
  const step = STEPS[event.key];
  const card = (event.target as HTMLElement).closest('[data-card]');
  if (!step || !card || event.target !== card.querySelector('a')) return;
  const columns = [...board.children]
    .map((column) => [...column.querySelectorAll('[data-card]')])
    .filter((cards) => cards.length > 0);
  const column = columns.findIndex((cards) => cards.includes(card));
  const place = columns[column]?.indexOf(card) ?? 0;
  const beside = columns[column + step[0]];
  const next = beside?.[Math.min(place + step[1], beside.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.querySelector('a')?.focus();
}

type ColumnProps = {
  status: Status;
  filters: TicketFilters;
  takes: boolean;
  /** The one that was moved last keeps the focus. */
  moved: string | null;
  onHold: (ticket: Ticket | null) => void;
  onMove: (ticket: Ticket, to: Status) => void;
  onDrop: () => void;
};

function BoardColumn({ status, filters, takes, moved, onHold, onMove, onDrop }: ColumnProps) {
  const t = useTexts(texts);
  const me = useProfile().user.id;
  const list = useList(columnKey(filters, status), (cursor) =>
    ticketsPage({ ...filters, status }, me, cursor),
  );
  return (
    <Paper
      component="section"
      aria-label={t.statuses[status]}
      withBorder
      p="xs"
      bg="var(--shell-rail)"
      style={takes ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={onDrop}
    >
      <Text component="h2" fw={600} fz="sm" mb="xs" px={4}>
        {t.statuses[status]}
        <Text span c="dimmed" ml={6} className="figures">
          {list.isSuccess && `${list.items.length}${list.hasNextPage ? '+' : ''}`}
        </Text>
      </Text>
      <Stack gap="xs" mih={80} className={classes.cards}>
        {list.isPending && <RowsLoading rows={3} />}
        {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && (
          <Text c="dimmed" fz="sm" px={4}>
            {t.nothingHere}
          </Text>
        )}
        {list.items.map((ticket) => (
          <TicketCard
            key={ticket.id}
            ticket={ticket}
            moved={ticket.id === moved}
            onHold={onHold}
            onMove={onMove}
          />
        ))}
        <More list={list}>{t.more}</More>
      </Stack>
    </Paper>
  );
}
