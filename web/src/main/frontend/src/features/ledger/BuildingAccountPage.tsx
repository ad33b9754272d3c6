import { Anchor, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { chargeColumns } from '@/features/charge/chargeColumns';
import { texts as chargeTexts } from '@/features/charge/texts';
import { DataTable, pages } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { Balance } from './Balance';
import { texts } from './texts';
import { useBuildingAccount } from './useAccount';

/** What a building's units owe together, and which of them are late. */
export function Component() {
  const t = useTexts(texts);
  const charge = useTexts(chargeTexts);
  const { building = '' } = useParams();
  const found = useQuery({
    queryKey: ['building', building],
    queryFn: () => read(api.GET('/api/v1/buildings/{building}', { params: { path: { building } } })),
  });
  const account = useBuildingAccount(building);
  const late = useList(['charges', 'late', building], (cursor) =>
    read(
      api.GET('/api/v1/charges', { params: { query: { cursor, building, overdue: true, sort: 'dueOn' } } }),
    ),
  );
  if (found.isPending || account.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (account.isError) return <Failure failure={account.error} retry={() => void account.refetch()} />;
  return (
    <>
      <PageHeader
        title={t.ofBuilding(found.data.name ?? '')}
        path={[
          ['/buildings', t.buildings],
          [`/buildings/${building}`, found.data.name ?? ''],
        ]}
        actions={
          <>
            <Button variant="default" component={Link} to={`/payments?building=${building}`}>
              {t.allPayments}
            </Button>
            <Button variant="default" component={Link} to={`/charges?building=${building}`}>
              {t.allCharges}
            </Button>
          </>
        }
      />
      <Balance account={account.data} />
      <Text component="h2" fw={600} mb="xs">
        {t.overdueCharges}
      </Text>
      <DataTable
        label={t.overdueCharges}
        columns={[
          {
            name: charge.unit,
            width: 90,
            show: (row) => (
              <Anchor component={Link} to={`/units/${row.unitId}/account`} fz="sm" fw={550}>
                {row.unitCode}
              </Anchor>
            ),
          },
          ...chargeColumns(charge),
        ]}
        rows={late.items}
        id={(row) => row.id}
        loading={late.isPending}
        failure={late.error}
        retry={() => void late.refetch()}
        more={pages(late)}
        empty={<EmptyState icon={<IconCircleCheck />} title={t.nothingOverdue} hint={t.nothingOverdueHint} />}
      />
    </>
  );
}
