import { Anchor, Button, Paper, Stepper, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useBuildingAccount } from '@/features/ledger/useAccount';
import { api, read } from '@/kernel/api';
import { instant, money } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Facts } from '@/parts/Facts';
import { FormModal } from '@/parts/FormModal';
import { PageHeader } from '@/parts/PageHeader';
import { ReasonForm } from '@/parts/ReasonForm';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { TicketLink } from './TicketLink';
import { TOUCHED, type Order } from './vendors';

const COURSE = ['OPEN', 'IN_PROGRESS', 'DONE'] as const;

export function Component() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const writes = may(useProfile(), 'VENDOR_WRITE');
  const { order = '' } = useParams();
  const found = useQuery({
    queryKey: ['order', order],
    queryFn: () => read(api.GET('/api/v1/work-orders/{order}', { params: { path: { order } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <PageHeader
        title={t.order(data.vendorName ?? '')}
        hint={data.ticketId && <TicketLink ticket={data.ticketId} />}
        path={[['/work-orders', t.orders]]}
        actions={writes && <Acts order={data} />}
      />
      <Course order={data} />
      <Facts
        facts={[
          [t.cost, money(data.cost)],
          [
            t.vendor,
            <Anchor key="vendor" component={Link} to={`/vendors/${data.vendorId}`}>
              {data.vendorName}
            </Anchor>,
          ],
          [t.building, buildings.nameOf(data.buildingId)],
          ...(data.quoteId
            ? [
                [
                  t.quotes,
                  <Anchor key="quote" component={Link} to={`/quotes/${data.quoteId}`}>
                    {t.quote(data.vendorName ?? '')}
                  </Anchor>,
                ] as [string, React.ReactNode],
              ]
            : []),
        ]}
      />
      <Paper withBorder p="md" maw={760}>
        <Text fz="xs" c="dimmed" mb={4}>
          {t.what}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{data.description}</Text>
      </Paper>
    </>
  );
}

/** How far it has come, and when; a canceled one says why instead. */
function Course({ order }: { order: Order }) {
  const t = useTexts(texts);
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const status = order.status ?? 'OPEN';
  if (status === 'CANCELED') {
    return (
      <Paper withBorder p="md" mb="lg" maw={760}>
        <StatusBadge status={status} word={t.orderStates[status]} />
        <Text fz="sm" mt="xs">
          {order.reason}
        </Text>
        <Text fz="xs" c="dimmed">
          {instant(order.endedAt)}
        </Text>
      </Paper>
    );
  }
  const when = { OPEN: order.createdAt, IN_PROGRESS: order.startedAt, DONE: order.endedAt };
  const reached = COURSE.indexOf(status);
  return (
    <Paper withBorder p="md" mb="lg" maw={760} component="section" aria-label={t.course}>
      <Stepper
        size="sm"
        iconSize={30}
        active={reached + 1}
        allowNextStepsSelect={false}
        orientation={narrow ? 'vertical' : 'horizontal'}
      >
        {COURSE.map((step) => (
          <Stepper.Step
            key={step}
            component="div"
            label={t.orderStates[step]}
            description={when[step] ? instant(when[step]) : undefined}
            aria-current={step === status ? 'step' : undefined}
          />
        ))}
      </Stepper>
    </Paper>
  );
}

function Acts({ order }: { order: Order }) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState<'cost' | 'reason' | null>(null);
  const path = { order: order.id };
  const start = useAct({
    act: () => read(api.POST('/api/v1/work-orders/{order}/start', { params: { path } })),
    touches: TOUCHED,
    done: t.wasStarted,
  });
  return (
    <>
      {(order.status === 'OPEN' || order.status === 'IN_PROGRESS') && (
        <Button variant="default" onClick={() => setAsking('reason')}>
          {t.cancel}
        </Button>
      )}
      {order.status === 'OPEN' && (
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t.start}
        </Button>
      )}
      {order.status === 'IN_PROGRESS' && <Button onClick={() => setAsking('cost')}>{t.complete}</Button>}
      {asking === 'cost' && <CostForm order={order} onClose={() => setAsking(null)} />}
      {asking === 'reason' && (
        <ReasonForm
          act={t.cancel}
          hint={t.cancelHint}
          done={t.wasCanceled}
          touches={TOUCHED}
          onClose={() => setAsking(null)}
          onSubmit={(reason) =>
            read(api.POST('/api/v1/work-orders/{order}/cancel', { params: { path }, body: { reason } }))
          }
        />
      )}
    </>
  );
}

function CostForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useTexts(texts);
  const currency = useBuildingAccount(order.buildingId ?? '').data?.balance?.[0]?.currency ?? '';
  const form = useForm({
    initialValues: { cost: '' },
    validate: { cost: (text) => (text === '' || isAmount(text, currency) ? null : t.notAmount) },
  });
  return (
    <FormModal
      title={t.complete}
      act={t.complete}
      form={form}
      onClose={onClose}
      done={t.completed}
      touches={TOUCHED}
      onSubmit={({ cost }) =>
        read(
          api.POST('/api/v1/work-orders/{order}/complete', {
            params: { path: { order: order.id } },
            body: { cost: cost ? amountOf(cost, currency) : null },
          }),
        )
      }
    >
      <AmountInput
        label={t.cost}
        description={t.costHint}
        data-autofocus
        currency={currency}
        {...form.getInputProps('cost')}
      />
    </FormModal>
  );
}
