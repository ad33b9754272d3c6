import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { instant, money } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { texts } from './texts';

type Allocation = Shown<'AllocationView'>;
type Of = { charge: string } | { payment: string } | { credit: string };

/** What covers a charge, or what a payment or a credit covers; what has ended stays in the list. */
export function Coverage({ unit, of }: { unit: string; of: Of }) {
  const t = useTexts(texts);
  const covered = 'charge' in of;
  const title = covered ? t.coveredBy : t.covers;
  const list = useList(['account', 'allocations', unit, of], (cursor) =>
    read(
      api.GET('/api/v1/units/{unit}/account/allocations', {
        params: { path: { unit }, query: { cursor, ...of } },
      }),
    ),
  );
  const columns: Column<Allocation>[] = [
    {
      name: title,
      show: (allocation) => {
        const [to, name] = !covered
          ? [`/charges/${allocation.chargeId}`, t.kinds.CHARGE]
          : allocation.paymentId
            ? [`/payments/${allocation.paymentId}`, t.kinds.PAYMENT]
            : [`/charges/${allocation.creditId}`, t.kinds.CREDIT];
        return (
          <Anchor component={Link} to={to} fz="sm">
            {name}
          </Anchor>
        );
      },
    },
    { name: t.date, short: true, show: (allocation) => instant(allocation.allocatedAt) },
    {
      name: t.ended,
      show: (allocation) => (allocation.releasedAt ? instant(allocation.releasedAt) : ''),
      wide: true,
    },
    { name: t.amount, figures: true, show: (allocation) => money(allocation.amount) },
  ];
  return (
    <>
      <Text component="h2" fw={600} mb="xs" mt="lg">
        {title}
      </Text>
      <DataTable
        label={title}
        columns={columns}
        rows={list.items}
        id={(allocation) => allocation.id ?? ''}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <Text fz="sm" c="dimmed">
            {t.nothingCovered}
          </Text>
        }
      />
    </>
  );
}
