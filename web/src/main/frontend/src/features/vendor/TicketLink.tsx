import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

/** The ticket that work was asked or ordered for, by its number and title. */
export function TicketLink({ ticket }: { ticket: string }) {
  const t = useTexts(texts);
  const { data } = useQuery({
    queryKey: ['ticket', ticket],
    queryFn: () => read(api.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket } } })),
  });
  return (
    <Anchor component={Link} to={`/tickets/${ticket}`} fz="sm">
      {data ? t.ticketNumbered(data.number, data.title ?? '') : t.ticket}
    </Anchor>
  );
}
