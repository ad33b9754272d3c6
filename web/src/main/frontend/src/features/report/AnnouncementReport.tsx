import { Anchor, Stack, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read } from '@/kernel/api';
import { instant, number, percent } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable } from '@/parts/DataTable';
import { Facts } from '@/parts/Facts';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import type { Scope } from './scope';
import { texts } from './texts';

/** Whom announcements reached, and who read them. */
export function AnnouncementReport({ scope }: { scope: Scope }) {
  const t = useTexts(texts);
  const found = useQuery({
    queryKey: ['reports', 'announcements', scope],
    queryFn: () => read(api.GET('/api/v1/reports/announcements', { params: { query: scope } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { sent, reach, newest } = found.data;
  return (
    <Stack gap={0}>
      <Facts
        facts={[
          [t.sent, number(sent)],
          [t.recipients, number(reach?.recipients)],
          [t.read, number(reach?.read)],
          [t.readRate, percent(reach?.readRate)],
        ]}
      />
      <Text component="h2" fw={600} mb="xs">
        {t.newest}
      </Text>
      <DataTable
        label={t.newest}
        columns={[
          {
            name: t.title,
            show: (each) => (
              <Anchor component={Link} to={`/announcements/${each.id}`} fw={550}>
                {each.title}
              </Anchor>
            ),
          },
          { name: t.when, wide: true, show: (each) => instant(each.sentAt) },
          { name: t.recipients, figures: true, show: (each) => number(each.reach?.recipients) },
          { name: t.readRate, figures: true, show: (each) => percent(each.reach?.readRate) },
        ]}
        rows={newest ?? []}
        id={(each) => each.id}
        empty={<EmptyState icon={<IconSpeakerphone />} title={t.noneSent} />}
      />
    </Stack>
  );
}
