import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { api, read, type Schemas, type Shown } from '@/kernel/api';

export type Ticket = Shown<'TicketView'>;
export type Status = Schemas['TicketStatus'];
export type Priority = Schemas['TicketPriority'];
export type Category = Schemas['TicketCategory'];

export const STATUSES: Status[] = ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'];

/** Where a ticket can go from where it stands; the server has the last word. */
export const ARROWS: Record<Status, Status[]> = {
  OPEN: ['IN_PROGRESS', 'CLOSED'],
  IN_PROGRESS: ['RESOLVED', 'OPEN'],
  RESOLVED: ['CLOSED', 'IN_PROGRESS'],
  CLOSED: ['OPEN'],
};

export type TicketFilters = Record<
  'status' | 'priority' | 'category' | 'buildingId' | 'assigned' | 'q',
  string
>;

/** A page of the tickets that fit what the address says. */
export function ticketsPage(filters: TicketFilters, me: string, cursor: string | undefined) {
  return read(
    api.GET('/api/v1/tickets', {
      params: {
        query: {
          cursor,
          status: (filters.status || undefined) as Status | undefined,
          priority: (filters.priority || undefined) as Priority | undefined,
          category: (filters.category || undefined) as Category | undefined,
          buildingId: filters.buildingId || undefined,
          assigneeId: filters.assigned === 'me' ? me : undefined,
          assigned: filters.assigned === 'nobody' ? false : undefined,
          q: filters.q || undefined,
        },
      },
    }),
  );
}

/** What a column of the board holds, and the rest of the list behind it. */
export const columnKey = (filters: TicketFilters, status: Status) => ['tickets', { ...filters, status }];

type Column = InfiniteData<{ items: Ticket[]; next?: string | null }>;

/** Shows the ticket in another column than where it is: the newest are first in each. */
export function put(client: QueryClient, filters: TicketFilters, ticket: Ticket, to: Status): void {
  for (const status of STATUSES) {
    client.setQueryData<Column>(columnKey(filters, status), (column) => {
      if (!column) return column;
      const pages = column.pages.map((page) => ({
        ...page,
        items: page.items.filter(({ id }) => id !== ticket.id),
      }));
      return { ...column, pages: status === to ? withTicket(pages, { ...ticket, status }) : pages };
    });
  }
}

function withTicket<P extends { items: Ticket[] }>(pages: P[], ticket: Ticket): P[] {
  const isOlder = (each: Ticket): boolean => (each.createdAt ?? '') < (ticket.createdAt ?? '');
  const found = pages.findIndex(({ items }) => items.some(isOlder));
  const at = found < 0 ? pages.length - 1 : found;
  return pages.map((page, index) => {
    if (index !== at) return page;
    const before = page.items.filter((each) => !isOlder(each));
    return { ...page, items: [...before, ticket, ...page.items.filter(isOlder)] };
  });
}
