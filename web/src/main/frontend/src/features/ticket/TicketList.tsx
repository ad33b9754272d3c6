import { Anchor, Group, Text } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ago, capital } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { ticketsPage, type Ticket, type TicketFilters } from './tickets';

type Props = { filters: TicketFilters; manages: boolean; action: ReactNode };

export function TicketList({ filters, manages, action }: Props) {
  const t = useTexts(texts);
  const me = useProfile().user.id;
  const any = Object.values(filters).some(Boolean);
  const list = useList(['tickets', filters], (cursor) => ticketsPage(filters, me, cursor));
  const columns: Column<Ticket>[] = [
    { name: '#', figures: true, width: 60, wide: true, show: (ticket) => ticket.number },
    {
      name: t.title,
      show: (ticket) => (
        <Anchor component={Link} to={`/tickets/${ticket.id}`} fw={550}>
          <Text span fz="sm" c="dimmed" hiddenFrom="md">{`${ticket.number} · `}</Text>
          {ticket.title}
        </Anchor>
      ),
    },
    {
      name: t.status,
      side: true,
      show: (ticket) => (
        <StatusBadge status={ticket.status ?? ''} word={t.statuses[ticket.status ?? 'OPEN']} />
      ),
    },
    {
      name: t.priority,
      side: true,
      show: (ticket) => (
        <Group gap={6} wrap="nowrap">
          <StatusBadge status={ticket.priority ?? ''} word={t.priorities[ticket.priority ?? 'MEDIUM']} />
          {ticket.escalatedAt && <StatusBadge status="OVERDUE" word={t.escalated} />}
        </Group>
      ),
    },
    { name: t.category, wide: 'xl', short: true, show: (ticket) => t.categories[ticket.category ?? 'OTHER'] },
    {
      name: t.place,
      short: true,
      show: (ticket) => [ticket.buildingName, ticket.unitCode].filter(Boolean).join(' · '),
    },
    ...(manages
      ? [
          {
            name: t.assignee,
            wide: true,
            short: true,
            show: (ticket: Ticket) => ticket.assigneeName ?? capital(t.nobody),
          },
        ]
      : []),
    { name: t.opened, wide: true, short: true, show: (ticket) => ago(ticket.createdAt) },
  ];
  return (
    <DataTable
      label={t.tickets}
      columns={columns}
      rows={list.items}
      id={(ticket) => ticket.id}
      loading={list.isPending}
      failure={list.error}
      retry={() => void list.refetch()}
      more={pages(list)}
      empty={
        <EmptyState
          icon={<IconTool />}
          title={any ? t.none : t.noneYet}
          hint={any ? undefined : t.noneYetHint}
          action={action}
        />
      }
    />
  );
}
