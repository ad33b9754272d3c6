import { Anchor, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas, Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { ago } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { answering, type Side } from './sides';
import { texts } from './texts';

/** What was asked: the platform sees who asked, and what waits longest first. */
export function SupportTickets({ side, action }: { side: Side; action?: ReactNode }) {
  const t = useTexts(texts);
  const platform = side === answering;
  const filters = useFilters('status', 'category');
  const { settled, any } = filters;
  const list = useList(['support-tickets', side.page, settled], (cursor) =>
    side.list({
      cursor,
      sort: platform ? 'updatedAt' : '-updatedAt',
      status: (settled.status || undefined) as Schemas['SupportStatus'] | undefined,
      category: (settled.category || undefined) as Schemas['SupportCategory'] | undefined,
    }),
  );
  const columns: (Column<Shown<'SupportTicketView'>> | false)[] = [
    {
      name: t.title,
      show: (ticket) => (
        <Anchor component={Link} to={`${side.page}/${ticket.id}`} fw={550}>
          {ticket.title}
        </Anchor>
      ),
    },
    platform && { name: t.company, show: (ticket) => <Text fz="sm">{ticket.tenantName}</Text> },
    { name: t.category, wide: true, show: (ticket) => t.categories[ticket.category ?? 'OTHER'] },
    {
      name: t.status,
      side: true,
      show: (ticket) => (
        <StatusBadge status={ticket.status ?? ''} word={t.statuses[ticket.status ?? 'OPEN']} />
      ),
    },
    { name: t.openedBy, wide: true, show: (ticket) => ticket.openedByName },
    { name: t.changed, short: true, side: true, width: 140, show: (ticket) => ago(ticket.updatedAt) },
  ];
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          { name: 'status', label: t.status, choices: choices(t.statuses) },
          { name: 'category', label: t.category, choices: choices(t.categories) },
        ]}
      />
      <DataTable
        label={t.support}
        columns={columns.filter((column) => column !== false)}
        rows={list.items}
        id={(ticket) => ticket.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconHelp />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : platform ? t.noneAskedHint : t.noneYetHint}
            action={any ? undefined : action}
          />
        }
      />
    </>
  );
}
