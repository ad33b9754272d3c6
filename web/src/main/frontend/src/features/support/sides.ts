import { api, read } from '@/kernel/api';
import type { operations } from '@/kernel/schema';

type Wanted = operations['platformSupportTickets_list']['parameters']['query'];

/** Both sides of support do the same to the same tickets, each at addresses of its own. */
export type Side = typeof asking;

const path = (supportTicket: string) => ({ path: { supportTicket } });
const conversation = (supportTicket: string, cursor: string | undefined) => ({
  params: { ...path(supportTicket), query: { cursor, sort: 'createdAt' as const } },
});
const message = (supportTicket: string, body: string, key: string) => ({
  params: { ...path(supportTicket), header: { 'Idempotency-Key': key } },
  body: { body },
});

/** A company, asking. */
export const asking = {
  page: '/support-tickets',
  writes: 'SUPPORT_WRITE',
  list: (query: Wanted) => read(api.GET('/api/v1/support-tickets', { params: { query } })),
  get: (id: string) => read(api.GET('/api/v1/support-tickets/{supportTicket}', { params: path(id) })),
  messages: (id: string, cursor: string | undefined) =>
    read(api.GET('/api/v1/support-tickets/{supportTicket}/messages', conversation(id, cursor))),
  write: (id: string, body: string, key: string) =>
    read(api.POST('/api/v1/support-tickets/{supportTicket}/messages', message(id, body, key))),
  close: (id: string) =>
    read(api.POST('/api/v1/support-tickets/{supportTicket}/close', { params: path(id) })),
  reopen: (id: string) =>
    read(api.POST('/api/v1/support-tickets/{supportTicket}/reopen', { params: path(id) })),
};

/** The platform, answering all of them. */
export const answering: Side = {
  page: '/platform/support-tickets',
  writes: 'PLATFORM',
  list: (query) => read(api.GET('/api/v1/platform/support-tickets', { params: { query } })),
  get: (id) => read(api.GET('/api/v1/platform/support-tickets/{supportTicket}', { params: path(id) })),
  messages: (id, cursor) =>
    read(api.GET('/api/v1/platform/support-tickets/{supportTicket}/messages', conversation(id, cursor))),
  write: (id, body, key) =>
    read(api.POST('/api/v1/platform/support-tickets/{supportTicket}/messages', message(id, body, key))),
  close: (id) =>
    read(api.POST('/api/v1/platform/support-tickets/{supportTicket}/close', { params: path(id) })),
  reopen: (id) =>
    read(api.POST('/api/v1/platform/support-tickets/{supportTicket}/reopen', { params: path(id) })),
};
