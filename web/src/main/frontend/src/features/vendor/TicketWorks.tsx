import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { StatusBadge } from '@/parts/StatusBadge';
import { CompareQuotes } from './CompareQuotes';
import { OpenOrderForm } from './OpenOrderForm';
import { RequestQuotesForm } from './RequestQuotesForm';
import { texts } from './texts';
import { useOrders, useQuotes } from './vendors';

type Props = {
  ticket: { id: string; buildingId: string | null; title: string | null; description: string | null };
};

/** Who from outside is asked or ordered to do what a ticket needs. */
export function TicketWorks({ ticket }: Props) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState<'quotes' | 'order' | null>(null);
  const quotes = useQuotes({ ticketId: ticket.id });
  const orders = useOrders({ ticketId: ticket.id });
  const none = quotes.isSuccess && orders.isSuccess && quotes.items.length + orders.items.length === 0;
  const description = [ticket.title, ticket.description].filter(Boolean).join('\n\n');
  return (
    <Stack component="section" gap="sm" mb="lg" aria-label={t.works}>
      <Group justify="space-between">
        <Text component="h2" fw={600}>
          {t.works}
        </Text>
        {may(useProfile(), 'VENDOR_WRITE') && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking('quotes')}>
              {t.request}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking('order')}>
              {t.openOrder}
            </Button>
          </Group>
        )}
      </Group>
      {none && (
        <Text c="dimmed" fz="sm">
          {t.noWorks}
        </Text>
      )}
      {orders.items.map((order) => (
        <Group key={order.id} gap="sm">
          <Anchor component={Link} to={`/work-orders/${order.id}`} fz="sm" fw={550}>
            {t.order(order.vendorName ?? '')}
          </Anchor>
          <StatusBadge status={order.status ?? ''} word={t.orderStates[order.status ?? 'OPEN']} />
        </Group>
      ))}
      <CompareQuotes ticket={ticket.id} />
      {asking === 'quotes' && (
        <RequestQuotesForm ticket={{ ...ticket, description }} onClose={() => setAsking(null)} />
      )}
      {asking === 'order' && (
        <OpenOrderForm
          cause={{ buildingId: ticket.buildingId, ticketId: ticket.id, description }}
          onClose={() => setAsking(null)}
        />
      )}
    </Stack>
  );
}
