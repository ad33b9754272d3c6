import { Anchor, Text } from '@mantine/core';
import { IconFileDollar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { date, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { useQuotes, type Quote, type Wanted } from './vendors';

type Props = {
  wanted: Wanted;
  any?: boolean;
  action?: ReactNode;
  /** Among other things of its vendor: what isn't there takes no room. */
  part?: boolean;
};

/** Quotes that fit, the newest first. */
export function QuoteTable({ wanted, any, action, part }: Props) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const list = useQuotes(wanted);
  const columns: Column<Quote>[] = [
    {
      name: t.what,
      show: (quote) => (
        <Anchor component={Link} to={`/quotes/${quote.id}`} fw={550} lineClamp={2}>
          {quote.description}
        </Anchor>
      ),
    },
    ...(part ? [] : [{ name: t.vendor, short: true, show: (quote: Quote) => quote.vendorName }]),
    { name: t.building, wide: !part, short: true, show: (quote) => buildings.nameOf(quote.buildingId) },
    { name: t.amount, figures: true, show: (quote) => quote.amount && money(quote.amount) },
    {
      name: t.status,
      width: 120,
      side: true,
      show: (quote) => (
        <StatusBadge status={quote.status ?? ''} word={t.quoteStates[quote.status ?? 'REQUESTED']} />
      ),
    },
    { name: t.requested, wide: true, short: true, show: (quote) => date(quote.createdAt?.slice(0, 10)) },
  ];
  if (part && list.isSuccess && list.items.length === 0) {
    return (
      <Text c="dimmed" fz="sm">
        {t.noQuotesYet}
      </Text>
    );
  }
  return (
    <DataTable
      label={t.quotes}
      columns={columns}
      rows={list.items}
      id={(quote) => quote.id}
      loading={list.isPending}
      failure={list.error}
      retry={() => void list.refetch()}
      more={pages(list)}
      empty={
        <EmptyState
          icon={<IconFileDollar />}
          title={any ? t.noQuotes : t.noQuotesYet}
          hint={any ? undefined : t.noQuotesYetHint}
          action={any ? undefined : action}
        />
      }
    />
  );
}
