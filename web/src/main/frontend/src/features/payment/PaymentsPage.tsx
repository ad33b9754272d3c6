import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, read, type Schemas } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useFilters } from '@/kernel/filters';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useUnitColumn } from '@/features/building/useUnitColumn';
import { useBuildings } from '@/features/building/useBuildings';
import { DataTable, pages } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { paymentColumns } from './paymentColumns';
import { PaymentForm } from './PaymentForm';
import { texts } from './texts';

const FILTERS = ['building', 'status', 'method', 'from', 'to'] as const;

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const [adding, add] = useDisclosure();
  const buildings = useBuildings();
  const unit = useUnitColumn();
  const filters = useFilters(...FILTERS);
  const { settled, any } = filters;
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
      <FilterBar
        filters={filters}
        fields={[
          { name: 'building', label: t.building, choices: buildings.choices, searchable: true },
          { name: 'status', label: t.status, choices: choices(t.states) },
          { name: 'method', label: t.method, choices: choices(t.methods) },
          { name: 'from', label: t.from, type: 'date' },
          { name: 'to', label: t.to, type: 'date' },
        ]}
      />
      <DataTable
        label={t.payments}
        columns={[unit, ...paymentColumns(t)]}
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
