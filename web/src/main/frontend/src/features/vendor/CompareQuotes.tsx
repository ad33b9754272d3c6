import { Anchor, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { date, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { lowest } from './lowest';
import { QuoteActs } from './QuoteActs';
import { texts } from './texts';
import { useQuotes, type Quote } from './vendors';

/** What each vendor wants for the same work, side by side, with how much more than the lowest. */
export function CompareQuotes({ ticket }: { ticket: string }) {
  const t = useTexts(texts);
  const list = useQuotes({ ticketId: ticket });
  if (list.isPending) return <RowsLoading rows={2} />;
  if (list.isError) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (list.items.length === 0) return null;
  const floor = lowest(list.items);
  return (
    <section aria-label={t.compare}>
      <Text component="h2" fw={600} mb="xs">
        {t.compare}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="sm">
        {list.items.map((quote) => (
          <Offer key={quote.id} quote={quote} floor={floor} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function Offer({ quote, floor }: { quote: Quote; floor: number | null }) {
  const t = useTexts(texts);
  const status = quote.status ?? 'REQUESTED';
  const { amount } = quote;
  const above = amount && floor !== null ? amount.amountMinor - floor : null;
  return (
    <Paper
      component="article"
      aria-label={quote.vendorName ?? ''}
      withBorder
      p="md"
      style={status === 'APPROVED' ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
    >
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Anchor component={Link} to={`/quotes/${quote.id}`} fw={600} miw={0}>
          {quote.vendorName}
        </Anchor>
        <StatusBadge status={status} word={t.quoteStates[status]} />
      </Group>
      <Text
        fz={22}
        fw={650}
        lh={1.3}
        className="figures"
        c={amount && status !== 'REJECTED' ? undefined : 'dimmed'}
      >
        {amount ? money(amount) : t.waiting}
      </Text>
      <Text fz="sm" c="dimmed" mb="sm">
        {amount && above !== null
          ? above === 0
            ? t.cheapest
            : t.above(money({ ...amount, amountMinor: above }))
          : date(quote.createdAt?.slice(0, 10))}
      </Text>
      {quote.reason && (
        <Text fz="sm" fs="italic" mb="sm">
          {quote.reason}
        </Text>
      )}
      <Group gap="xs">
        <QuoteActs quote={quote} size="xs" />
      </Group>
    </Paper>
  );
}
