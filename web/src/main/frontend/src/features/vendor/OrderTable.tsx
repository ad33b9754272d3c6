import { Anchor, Text } from '@mantine/core';
import { IconHammer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { date, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { useOrders, type Order, type Wanted } from './vendors';

type Props = {
  wanted: Wanted;
  any?: boolean;
  action?: ReactNode;
  /** Among other things of its vendor: what isn't there takes no room. */
  part?: boolean;
};

/** Work orders that fit, the newest first. */
export function OrderTable({ wanted, any, action, part }: Props) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const list = useOrders(wanted);
  const columns: Column<Order>[] = [
    {
      name: t.what,
      show: (order) => (
        <Anchor component={Link} to={`/work-orders/${order.id}`} fw={550} lineClamp={2}>
          {order.description}
        </Anchor>
      ),
    },
    ...(part ? [] : [{ name: t.vendor, short: true, show: (order: Order) => order.vendorName }]),
    { name: t.building, wide: !part, short: true, show: (order) => buildings.nameOf(order.buildingId) },
    { name: t.cost, figures: true, show: (order) => order.cost && money(order.cost) },
    {
      name: t.status,
      width: 120,
      side: true,
      show: (order) => (
        <StatusBadge status={order.status ?? ''} word={t.orderStates[order.status ?? 'OPEN']} />
      ),
    },
    { name: t.opened, wide: true, short: true, show: (order) => date(order.createdAt?.slice(0, 10)) },
  ];
  if (part && list.isSuccess && list.items.length === 0) {
    return (
      <Text c="dimmed" fz="sm">
        {t.noOrdersYet}
      </Text>
    );
  }
  return (
    <DataTable
      label={t.orders}
      columns={columns}
      rows={list.items}
      id={(order) => order.id}
      loading={list.isPending}
      failure={list.error}
      retry={() => void list.refetch()}
      more={pages(list)}
      empty={
        <EmptyState
          icon={<IconHammer />}
          title={any ? t.noOrders : t.noOrdersYet}
          hint={any ? undefined : t.noOrdersYetHint}
          action={any ? undefined : action}
        />
      }
    />
  );
}
