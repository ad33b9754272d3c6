import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Schemas } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { DataTable, pages } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { paymentColumns } from './paymentColumns';
import { PaymentForm } from './PaymentForm';
import { texts } from './texts';

const FILTERS = ['building', 'status', 'method', 'from', 'to'] as const;

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const [adding, add] = useDisclosure();
  const { settled, any } = useFilters(...FILTERS);
  const list = useList(['payments', settled], (cursor) =>
    read(
      api.GET('/api/v1/payments', {
        params: {
          query: {
            cursor,
            sort: '-submittedAt',
            building: settled.building || undefined,
            status: (settled.status || undefined) as Schemas['PaymentStatus'] | undefined,
            method: (settled.method || undefined) as Schemas['PaymentMethod'] | undefined,
            from: settled.from || undefined,
            to: settled.to || undefined,
          },
        },
      }),
    ),
  );
  const record = may(profile, 'PAYMENT_SUBMIT') && <Button onClick={add.open}>{t.add}</Button>;
  return (
    <>
      <PageHeader
        title={t.payments}
        actions={
          <>
            {may(profile, 'PAYMENT_REVIEW') && (
              <Button variant="default" component={Link} to="/payments/review">
                {t.review}
              </Button>
            )}
            {record}
          </>
        }
      />
      <Filters />
      <DataTable
        label={t.payments}
        columns={[{ name: t.unit, width: 90, show: (payment) => payment.unitCode }, ...paymentColumns(t)]}
        rows={list.items}
        id={(payment) => payment.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconCash />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={any ? undefined : record}
          />
        }
      />
      {adding && <PaymentForm onClose={add.close} />}
    </>
  );
}

function Filters() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const { values, set } = useFilters(...FILTERS);
  return (
    <Group mb="sm" gap="sm" align="flex-end">
      <Select
        label={t.building}
        placeholder={t.everywhere}
        clearable
        searchable
        data={buildings.choices}
        value={values.building || null}
        onChange={(value) => set('building', value)}
      />
      <Select
        label={t.status}
        placeholder={t.everyStatus}
        clearable
        data={choices(t.states)}
        value={values.status || null}
        onChange={(value) => set('status', value)}
      />
      <Select
        label={t.method}
        placeholder={t.everyMethod}
        clearable
        data={choices(t.methods)}
        value={values.method || null}
        onChange={(value) => set('method', value)}
      />
      <TextInput
        type="date"
        label={t.from}
        value={values.from}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t.to}
        value={values.to}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </Group>
  );
}
