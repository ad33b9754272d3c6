import { Group, SegmentedControl, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { instant, number, percent } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages } from '@/parts/DataTable';
import { Facts } from '@/parts/Facts';
import { EmptyState } from '@/parts/States';
import { texts } from './texts';

/** Whom it reached, and who has read it. */
export function Readers({ announcement }: { announcement: string }) {
  const t = useTexts(texts);
  const { values, settled, set } = useFilters('read');
  const path = { announcement };
  const reach = useQuery({
    queryKey: ['announcement', announcement, 'reach'],
    queryFn: () => read(api.GET('/api/v1/announcements/{announcement}/reach', { params: { path } })),
  });
  const list = useList(['announcement-receipts', announcement, settled.read], (cursor) =>
    read(
      api.GET('/api/v1/announcements/{announcement}/receipts', {
        params: { path, query: { cursor, read: settled.read ? settled.read === 'true' : undefined } },
      }),
    ),
  );
  const figures: [string, string][] = [
    [t.recipients, number(reach.data?.recipients)],
    [t.withAccount, number(reach.data?.withAccount)],
    [t.readBy, number(reach.data?.read)],
    [t.rate, percent(reach.data?.readRate)],
  ];
  return (
    <section aria-label={t.reach}>
      <Text component="h2" fw={600} mb="xs">
        {t.reach}
      </Text>
      <Facts facts={figures} />
      <Group mb="sm">
        <SegmentedControl
          aria-label={t.show}
          value={values.read || 'all'}
          onChange={(value) => set('read', value === 'all' ? '' : value)}
          data={[
            { value: 'all', label: t.all },
            { value: 'true', label: t.haveRead },
            { value: 'false', label: t.haveNotRead },
          ]}
        />
      </Group>
      <DataTable
        label={t.reach}
        columns={[
          { name: t.name, show: (receipt) => receipt.name },
          { name: t.email, wide: true, show: (receipt) => receipt.email },
          { name: t.readAt, width: 170, show: (receipt) => instant(receipt.readAt) },
        ]}
        rows={list.items}
        id={(receipt) => receipt.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconUsers />} title={t.nobody} />}
      />
    </section>
  );
}
