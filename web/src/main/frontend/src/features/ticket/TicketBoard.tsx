import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, idempotencyKey, read } from '@/kernel/api';
import { ago } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { ARROWS, STATUSES, ticketsPage, type Status, type Ticket, type TicketFilters } from './tickets';

/** A column for each status. A card is moved by dragging it, or on the ticket's own page. */
export function TicketBoard({ filters }: { filters: TicketFilters }) {
  const t = useTexts(texts);
  const [held, hold] = useState<Ticket | null>(null);
  const move = useAct({
    act: ({ ticket, to }: { ticket: Ticket; to: Status }) =>
      read(
        api.POST('/api/v1/tickets/{ticket}/transition', {
          params: { path: { ticket: ticket.id }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: { to },
        }),
      ),
    touches: [['tickets'], ['ticket']],
    done: t.moved,
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
      {STATUSES.map((status) => (
        <BoardColumn
          key={status}
          status={status}
          filters={filters}
          takes={held !== null && ARROWS[held.status ?? 'OPEN'].includes(status)}
          onHold={hold}
          onDrop={() => {
            if (held) move.mutate({ ticket: held, to: status });
            hold(null);
          }}
        />
      ))}
    </SimpleGrid>
  );
}

type ColumnProps = {
  status: Status;
  filters: TicketFilters;
  takes: boolean;
  onHold: (ticket: Ticket | null) => void;
  onDrop: () => void;
};

function BoardColumn({ status, filters, takes, onHold, onDrop }: ColumnProps) {
  const t = useTexts(texts);
  const me = useProfile().user.id;
  const wanted = { ...filters, status };
  const list = useList(['tickets', wanted], (cursor) => ticketsPage(wanted, me, cursor));
  return (
    <Paper
      component="section"
      aria-label={t.statuses[status]}
      withBorder
      p="xs"
      style={takes ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={onDrop}
    >
      <Text component="h2" fw={600} fz="sm" mb="xs">
        {t.statuses[status]}
      </Text>
      <Stack gap="xs" mih={80}>
        {list.isPending && <RowsLoading rows={3} />}
        {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && (
          <Text c="dimmed" fz="sm">
            {t.nothingHere}
          </Text>
        )}
        {list.items.map((ticket) => (
          <Card key={ticket.id} ticket={ticket} onHold={onHold} />
        ))}
        {list.hasNextPage && (
          <Button
            size="xs"
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t.more}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Card({ ticket, onHold }: { ticket: Ticket; onHold: (ticket: Ticket | null) => void }) {
  const t = useTexts(texts);
  return (
    <Paper
      withBorder
      p="xs"
      shadow="xs"
      draggable
      onDragStart={() => onHold(ticket)}
      onDragEnd={() => onHold(null)}
    >
      <Anchor component={Link} to={`/tickets/${ticket.id}`} fz="sm" fw={550} draggable={false}>
        {ticket.number} · {ticket.title}
      </Anchor>
      <Text fz="xs" c="dimmed">
        {[ticket.buildingName, ticket.unitCode, ago(ticket.createdAt)].filter(Boolean).join(' · ')}
      </Text>
      <Group gap={6} mt={6} justify="space-between">
        <Group gap={6}>
          <StatusBadge status={ticket.priority ?? ''} word={t.priorities[ticket.priority ?? 'MEDIUM']} />
          {ticket.escalatedAt && <StatusBadge status="OVERDUE" word={t.escalated} />}
        </Group>
        <Text fz="xs" c="dimmed">
          {ticket.assigneeName ?? t.nobody}
        </Text>
      </Group>
    </Paper>
  );
}
