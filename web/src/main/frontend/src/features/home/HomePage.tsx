import { Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCash, IconCircleCheck, IconHome } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { date, money, plainAmount } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { texts as chargeTexts } from '@/features/charge/texts';
import { Owed } from '@/features/ledger/Balance';
import { useUnitAccount } from '@/features/ledger/useAccount';
import { Receipt } from '@/features/payment/Receipt';
import { texts as paymentTexts } from '@/features/payment/texts';
import { More } from '@/parts/More';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { useMyUnits, useOpenCharges } from './useMine';

/** Loaded when it is asked for: a phone on a slow line shows what is owed first. */
const PaymentForm = lazy(async () => ({
  default: (await import('@/features/payment/PaymentForm')).PaymentForm,
}));

/** Where a resident begins: what is owed, how to pay it, what has been paid. Made for a phone first. */
export function Component() {
  const t = useTexts(texts);
  const { values, set } = useFilters('unit');
  const units = useMyUnits();
  if (units.isPending) return <RowsLoading />;
  if (units.isError) return <Failure failure={units.error} retry={() => void units.refetch()} />;
  const unit = units.data.find(({ id }) => id === values.unit) ?? units.data[0];
  if (!unit) {
    return (
      <>
        <PageHeader title={t.home} />
        <EmptyState icon={<IconHome />} title={t.noUnit} hint={t.noUnitHint} />
      </>
    );
  }
  return (
    <Stack gap={0} maw={760}>
      <PageHeader title={t.home} hint={t.unitAt(unit.code, unit.building)} />
      {units.data.length > 1 && (
        <Select
          label={t.unit}
          mb="md"
          allowDeselect={false}
          value={unit.id}
          onChange={(value) => set('unit', value)}
          data={units.data.map(({ id, code, building }) => ({ value: id, label: t.unitAt(code, building) }))}
        />
      )}
      {/* What is typed for one unit is never sent for another. */}
      <Standing key={unit.id} unit={unit.id} />
      <OpenCharges unit={unit.id} />
      <Payments unit={unit.id} />
    </Stack>
  );
}

function Standing({ unit }: { unit: string }) {
  const t = useTexts(texts);
  const [paying, pay] = useDisclosure();
  const account = useUnitAccount(unit);
  if (account.isPending) return <RowsLoading rows={2} />;
  if (account.isError) return <Failure failure={account.error} retry={() => void account.refetch()} />;
  const owed = account.data.balance?.find(({ amountMinor }) => amountMinor > 0);
  return (
    <Paper withBorder p="lg" mb="lg" component="section">
      <Group justify="space-between" gap="md">
        <div>
          <Owed balance={account.data.balance ?? []} />
          <Anchor component={Link} to={`/units/${unit}/account`} fz="sm">
            {t.statement}
          </Anchor>
        </div>
        <Button size="md" w={{ base: '100%', xs: 'auto' }} onClick={pay.open}>
          {t.pay}
        </Button>
      </Group>
      {paying && (
        <Suspense>
          <PaymentForm
            unit={unit}
            title={t.pay}
            amount={owed ? plainAmount(owed) : undefined}
            onClose={pay.close}
          />
        </Suspense>
      )}
    </Paper>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Title order={2} fz={17} mb="xs">
      {children}
    </Title>
  );
}

function OpenCharges({ unit }: { unit: string }) {
  const t = useTexts(texts);
  const charges = useOpenCharges(unit);
  return (
    <Stack gap="xs" mb="lg" component="section">
      <Heading>{t.openCharges}</Heading>
      {charges.isPending && <RowsLoading rows={2} />}
      {charges.isError && <Failure failure={charges.error} retry={() => void charges.refetch()} />}
      {charges.data?.map((charge) => (
        <OpenCharge key={charge.id} charge={charge} />
      ))}
      {charges.data?.length === 0 && (
        <EmptyState icon={<IconCircleCheck />} title={t.nothingOpen} hint={t.nothingOpenHint} />
      )}
    </Stack>
  );
}

function OpenCharge({ charge }: { charge: Shown<'ChargeView'> }) {
  const t = useTexts(texts);
  const charges = useTexts(chargeTexts);
  const status = charge.status ?? 'OPEN';
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Anchor component={Link} to={`/charges/${charge.id}`} fw={550}>
            {charge.concept}
          </Anchor>
          <Text fz="sm" c="dimmed">
            {t.due(date(charge.dueOn))}
          </Text>
        </div>
        <Stack gap={4} align="flex-end">
          <Text fw={600} className="figures">
            {money(charge.outstanding)}
          </Text>
          {status !== 'OPEN' && <StatusBadge status={status} word={charges.states[status]} />}
        </Stack>
      </Group>
    </Paper>
  );
}

/** A list, not a table: a table's machinery would be half a second more on a slow line. */
function Payments({ unit }: { unit: string }) {
  const t = useTexts(texts);
  const list = useList(['payments', 'mine', unit], (cursor) =>
    read(
      api.GET('/api/v1/payments', { params: { query: { cursor, unit, sort: '-submittedAt', limit: 20 } } }),
    ),
  );
  return (
    <section>
      <Heading>{t.payments}</Heading>
      {list.isPending && <RowsLoading rows={2} />}
      {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState icon={<IconCash />} title={t.noPayments} hint={t.noPaymentsHint} />
      )}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {list.items.map((payment) => (
          <OnePayment key={payment.id} payment={payment} />
        ))}
      </Stack>
      <More list={list} mt="sm">
        {t.more}
      </More>
    </section>
  );
}

function OnePayment({ payment }: { payment: Shown<'PaymentView'> }) {
  const words = useTexts(paymentTexts);
  const status = payment.status ?? 'SUBMITTED';
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Anchor component={Link} to={`/payments/${payment.id}`} fw={550}>
            {date(payment.paidOn)}
          </Anchor>
          <Text fz="sm" c="dimmed">
            {[words.methods[payment.method ?? 'TRANSFER'], payment.reference].filter(Boolean).join(' · ')}
          </Text>
          {payment.rejectionReason && <Text fz="sm">{payment.rejectionReason}</Text>}
        </div>
        <Stack gap={4} align="flex-end">
          <Text fw={600} className="figures">
            {money(payment.amount)}
          </Text>
          <StatusBadge status={status} word={words.states[status]} />
          <Receipt payment={payment} />
        </Stack>
      </Group>
    </Paper>
  );
}
