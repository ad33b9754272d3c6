import { Code, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDatabaseSearch } from '@tabler/icons-react';
import { api, read, type Shown } from '@/kernel/api';
import { duration, number, percent } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { texts } from './texts';

const ANEW_MILLIS = 30_000;

export function SlowQueries() {
  const t = useTexts(texts);
  const slow = useQuery({
    queryKey: ['slow-queries'],
    queryFn: () => read(api.GET('/api/v1/platform/slow-queries')),
    refetchInterval: ANEW_MILLIS,
  });
  const millis = (value: number) => (value < 1000 ? t.millis(number(value, 1)) : duration(value / 1000));
  const columns: Column<Shown<'SlowQuery'>>[] = [
    {
      name: t.statement,
      show: (each) => (
        <Code
          block
          tabIndex={0}
          fz="xs"
          mah={120}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {each.query}
        </Code>
      ),
    },
    {
      name: t.share,
      width: 120,
      show: (each) => (
        <>
          <Text fz="sm" className="figures">
            {percent(each.shareOfTime)}
          </Text>
          <Progress value={100 * each.shareOfTime} size="xs" aria-label={t.share} />
        </>
      ),
    },
    { name: t.calls, figures: true, show: (each) => number(each.calls), wide: true },
    { name: t.mean, figures: true, show: (each) => millis(each.meanMillis) },
    { name: t.longest, figures: true, show: (each) => millis(each.maxMillis), wide: true },
    { name: t.total, figures: true, show: (each) => millis(each.totalMillis), wide: true },
    { name: t.rows, figures: true, show: (each) => number(each.rows), wide: true },
  ];
  const counted = slow.data?.counted;
  return (
    <>
      {counted && (
        <Text fz="sm" c="dimmed" mb="sm">
          {t.costliest}
        </Text>
      )}
      <DataTable
        label={t.slow}
        columns={columns}
        rows={slow.data?.items ?? []}
        id={(each) => each.query ?? ''}
        loading={slow.isPending}
        failure={slow.error}
        retry={() => void slow.refetch()}
        empty={
          <EmptyState
            icon={<IconDatabaseSearch />}
            title={counted ? t.none : t.notCounted}
            hint={counted ? undefined : t.notCountedHint}
          />
        }
      />
    </>
  );
}
