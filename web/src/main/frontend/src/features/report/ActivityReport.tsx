import { Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useActName } from '@/features/audit/actTexts';
import { api, read } from '@/kernel/api';
import { date, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable } from '@/parts/DataTable';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { Bars } from './Bars';
import { STRONG } from './colours';
import { Panel } from './Panel';
import type { Scope } from './scope';
import { texts } from './texts';
import { summed } from './summed';

const MOST = 15;

/** What was done in the company, by day and by kind. */
export function ActivityReport({ scope: { from, to } }: { scope: Scope }) {
  const t = useTexts(texts);
  const act = useActName();
  const found = useQuery({
    queryKey: ['reports', 'activity', from, to],
    queryFn: () => read(api.GET('/api/v1/reports/activity', { params: { query: { from, to } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const acts = found.data.acts ?? [];
  const byDay = summed(acts, ({ day }) => day ?? '').sort(([one], [other]) => one.localeCompare(other));
  const byAction = summed(acts, ({ action }) => action ?? '').sort(([, one], [, other]) => other - one);
  if (acts.length === 0) return <EmptyState icon={<IconHistory />} title={t.nothing} />;
  return (
    <Stack gap="lg">
      <Panel title={t.acts}>
        <Bars
          label={t.acts}
          of={t.acts}
          series={[{ name: t.count, color: STRONG }]}
          rows={byDay.map(([day, count]) => ({ name: date(day), values: [count] }))}
          none={t.nothing}
          format={(value) => number(value)}
        />
      </Panel>
      <section>
        <Text component="h2" fw={600} mb="xs">
          {t.actsMost}
        </Text>
        <DataTable
          label={t.actsMost}
          columns={[
            { name: t.act, show: ([action]) => act(action) },
            { name: t.count, figures: true, show: ([, count]) => number(count) },
          ]}
          rows={byAction.slice(0, MOST)}
          id={([action]) => action}
          empty={null}
        />
      </section>
    </Stack>
  );
}
