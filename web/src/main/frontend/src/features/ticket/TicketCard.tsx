import { ActionIcon, Anchor, Group, Menu, Paper, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ago, capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { ARROWS, type Status, type Ticket } from './tickets';

type Props = {
  ticket: Ticket;
  moved: boolean;
  onHold: (ticket: Ticket | null) => void;
  onMove: (ticket: Ticket, to: Status) => void;
};

/** A ticket on the board. */
export function TicketCard({ ticket, moved, onHold, onMove }: Props) {
  const t = useTexts(texts);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (moved) link.current?.focus();
  }, [moved]);
  return (
    <Paper
      withBorder
      p="xs"
      shadow="xs"
      data-card
      draggable
      onDragStart={() => onHold(ticket)}
      onDragEnd={() => onHold(null)}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={6}>
        <Anchor component={Link} ref={link} to={`/tickets/${ticket.id}`} fz="sm" fw={550} draggable={false}>
          {ticket.number} · {ticket.title}
        </Anchor>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t.moveTicket(ticket.number)}>
              <IconArrowsExchange size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {ARROWS[ticket.status ?? 'OPEN'].map((to) => (
              <Menu.Item key={to} onClick={() => onMove(ticket, to)}>
                {t.moves[to]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Text fz="xs" c="dimmed">
        {[ticket.buildingName, ticket.unitCode, ago(ticket.createdAt)].filter(Boolean).join(' · ')}
      </Text>
      <Group gap={6} mt={6} justify="space-between">
        <Group gap={6}>
          <StatusBadge status={ticket.priority ?? ''} word={t.priorities[ticket.priority ?? 'MEDIUM']} />
          {ticket.escalatedAt && <StatusBadge status="OVERDUE" word={t.escalated} />}
        </Group>
        <Text fz="xs" c="dimmed">
          {ticket.assigneeName ?? capital(t.nobody)}
        </Text>
      </Group>
    </Paper>
  );
}
