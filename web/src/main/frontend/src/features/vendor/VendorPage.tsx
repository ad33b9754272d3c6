import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { Facts } from '@/parts/Facts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { OrderTable } from './OrderTable';
import { QuoteTable } from './QuoteTable';
import { Services } from './Services';
import { texts } from './texts';
import { VendorForm } from './VendorForm';
import type { Vendor } from './vendors';

export function Component() {
  const t = useTexts(texts);
  const { vendor = '' } = useParams();
  const writes = may(useProfile(), 'VENDOR_WRITE');
  const found = useQuery({
    queryKey: ['vendor', vendor],
    queryFn: () => read(api.GET('/api/v1/vendors/{vendor}', { params: { path: { vendor } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <PageHeader
        title={data.name ?? ''}
        hint={data.archivedAt && <StatusBadge status="ARCHIVED" word={t.archived} />}
        path={[['/vendors', t.vendors]]}
        actions={writes && <Acts vendor={data} />}
      />
      <Facts
        facts={[
          [t.contact, data.contact ?? '–'],
          [t.phone, data.phone ?? '–'],
          [t.email, data.email ?? '–'],
          [t.taxId, data.taxId ?? '–'],
        ]}
      />
      <Stack gap="xl">
        <Services vendor={data} writes={writes && !data.archivedAt} />
        <section>
          <Text component="h2" fw={600} mb="xs">
            {t.quotes}
          </Text>
          <QuoteTable wanted={{ vendorId: vendor }} part />
        </section>
        <section>
          <Text component="h2" fw={600} mb="xs">
            {t.orders}
          </Text>
          <OrderTable wanted={{ vendorId: vendor }} part />
        </section>
      </Stack>
    </>
  );
}

function Acts({ vendor }: { vendor: Vendor }) {
  const t = useTexts(texts);
  const [editing, edit] = useDisclosure();
  const path = { vendor: vendor.id };
  const touches = [['vendors'], ['vendor', vendor.id]];
  const archive = useAct({
    act: () => api.POST('/api/v1/vendors/{vendor}/archive', { params: { path } }),
    touches,
  });
  const restore = useAct({
    act: () => api.POST('/api/v1/vendors/{vendor}/restore', { params: { path } }),
    touches,
  });
  if (vendor.archivedAt) {
    return (
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
        {t.restore}
      </Button>
    );
  }
  return (
    <>
      <Confirm
        act={t.archive}
        question={t.archiveQuestion}
        color="orange"
        onConfirm={() => archive.mutate()}
      />
      <Button variant="default" onClick={edit.open}>
        {t.edit}
      </Button>
      {editing && <VendorForm vendor={vendor} onClose={edit.close} />}
    </>
  );
}
