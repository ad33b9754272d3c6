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
