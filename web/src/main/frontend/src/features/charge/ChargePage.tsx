import { Anchor, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { date, instant, money, month } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { Coverage } from '@/features/ledger/Coverage';
import { Facts } from '@/parts/Facts';
import { ReasonForm } from '@/parts/ReasonForm';
import { Confirm } from '@/parts/Confirm';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { ChargeForm } from './ChargeForm';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const { charge = '' } = useParams();
  const buildings = useBuildings();
  const [editing, edit] = useDisclosure();
  const [canceling, cancel] = useDisclosure();
  const path = { charge };
  const touches = [['charge', charge], ['charges'], ['account'], ['payments'], ['payment']];
  const found = useQuery({
    queryKey: ['charge', charge],
    queryFn: () => read(api.GET('/api/v1/charges/{charge}', { params: { path } })),
  });
  const release = useAct({
    act: () => api.POST('/api/v1/charges/{charge}/release', { params: { path } }),
    touches,
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const covered = (data.allocated?.amountMinor ?? 0) > 0;
  const writes = may(profile, 'CHARGE_WRITE') && !data.canceledAt;
  return (
    <>
      <PageHeader
        title={data.concept ?? ''}
        hint={
          <Anchor component={Link} to={`/units/${data.unitId}/account`} fz="sm">
            {`${t.unit} ${data.unitCode} · ${buildings.nameOf(data.buildingId)}`}
          </Anchor>
        }
        path={may(profile, 'CHARGE_WRITE') ? [['/charges', t.charges]] : []}
        actions={
          <>
            {covered && may(profile, 'PAYMENT_REVIEW') && (
              <Confirm
                act={t.release}
                question={t.releaseQuestion}
                color="orange"
                onConfirm={() => release.mutate()}
              />
            )}
            {writes && !covered && (
              <Button variant="default" onClick={cancel.open}>
                {t.cancel}
              </Button>
            )}
            {writes && (
              <Button variant="default" onClick={edit.open}>
                {t.edit}
              </Button>
            )}
          </>
        }
      />
      <Group mb="md">
        <StatusBadge status={data.status ?? 'OPEN'} word={t.states[data.status ?? 'OPEN']} />
        {data.cancelReason && <Text fz="sm">{data.cancelReason}</Text>}
      </Group>
      <Facts
        facts={[
          [t.amount, money(data.amount)],
          [t.covered, money(data.allocated)],
          [t.outstanding, money(data.outstanding)],
          [t.due, date(data.dueOn)],
          [t.period, month(data.period)],
          [t.type, t.types[data.type ?? 'OTHER']],
          [t.created, instant(data.createdAt)],
        ]}
      />
      <Coverage unit={data.unitId ?? ''} of={data.type === 'CREDIT' ? { credit: charge } : { charge }} />
      {editing && <ChargeForm charge={data} onClose={edit.close} />}
      {canceling && (
        <ReasonForm
          act={t.cancel}
          hint={t.cancelHint}
          done={t.canceled}
          touches={touches}
          onClose={cancel.close}
          onSubmit={(reason) =>
            read(api.POST('/api/v1/charges/{charge}/cancel', { params: { path }, body: { reason } }))
          }
        />
      )}
    </>
  );
}
