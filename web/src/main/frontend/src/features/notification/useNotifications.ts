import { useQuery } from '@tanstack/react-query';
import { api, read, type Shown } from '@/kernel/api';
import { useAct, useList } from '@/kernel/queries';

export type Notification = Shown<'NotificationView'>;

const LOOKS_AGAIN_MILLIS = 30_000;
const touches = [['notifications'], ['notifications-unread']];
const PAGES: Record<string, string> = {
  ticket: 'tickets',
  announcement: 'announcements',
  payment: 'payments',
  charge: 'charges',
  document: 'documents',
  quote: 'quotes',
  'support-ticket': 'support-tickets',
};

/** The page of what a notification is about; null where there is none. */
export function pageOf({ subjectType, subjectId }: Notification): string | null {
  if (subjectType === 'subscription') return '/settings';
  if (subjectType === 'charge-batch') return `/charges?batch=${subjectId}`;
  const area = PAGES[subjectType ?? ''];
  return area && subjectId ? `/${area}/${subjectId}` : null;
}

export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['notifications-unread'],
    queryFn: () => read(api.GET('/api/v1/notifications/unread-count')),
    refetchInterval: LOOKS_AGAIN_MILLIS,
  });
  return data?.count ?? 0;
}

export function useFeed(unread: boolean) {
  return useList(['notifications', unread], (cursor) =>
    read(api.GET('/api/v1/notifications', { params: { query: { cursor, unread: unread || undefined } } })),
  );
}

export function useRead() {
  return useAct({
    act: (id: string) =>
      api.POST('/api/v1/notifications/{notification}/read', { params: { path: { notification: id } } }),
    touches,
  });
}

export function useReadAll() {
  return useAct({ act: () => api.POST('/api/v1/notifications/read-all'), touches });
}
