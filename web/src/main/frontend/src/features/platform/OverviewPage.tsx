import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts as tenantTexts } from '@/features/tenancy/texts';
import { api, read } from '@/kernel/api';
import { number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Figure } from '@/parts/Figure';
import { PageHeader } from '@/parts/PageHeader';
import { Failure } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { Attention } from './Attention';
import { texts } from './texts';

/** The platform at a glance: what wants somebody, and how much there is. */
export function Component() {
  const t = useTexts(texts);
  const { plans } = useTexts(tenantTexts);
  const figures = useQuery({
    queryKey: ['statistics'],
    queryFn: () => read(api.GET('/api/v1/platform/statistics')),
  });
  const { data } = figures;
  const counts: [string, number | undefined][] = [
    ['tenants', data && Object.values(data.tenants ?? {}).reduce((sum, count) => sum + count, 0)],
    ['users', data?.users],
    ['buildings', data?.buildings],
    ['units', data?.units],
    ['people', data?.people],
    ['currentOccupancies', data?.currentOccupancies],
  ];
  if (figures.isError) return <Failure failure={figures.error} retry={() => void figures.refetch()} />;
  return (
    <>
      <PageHeader title={t.overview} hint={t.overviewHint} />
      <Attention />
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} mb="lg">
        {counts.map(([name, value]) => (
          <Figure
            key={name}
            name={t.figures[name] ?? name}
            value={number(value)}
            loading={figures.isPending}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Breakdown title={t.tenantsBy} counts={data?.tenants} />
        <Breakdown title={t.plansBy} counts={data?.plans} words={plans} />
        <Breakdown title={t.subscriptionsBy} counts={data?.subscriptions} />
      </SimpleGrid>
    </>
  );
}

type BreakdownProps = {
  title: string;
  counts: Record<string, number> | null | undefined;
  words?: Record<string, string>;
};

function Breakdown({ title, counts, words = {} }: BreakdownProps) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz={15} mb="sm">
        {title}
      </Title>
      <Stack gap={6}>
        {Object.entries(counts ?? {}).map(([name, count]) => (
          <Group key={name} justify="space-between">
            <StatusBadge status={name} word={words[name]} />
            <Text fz="sm" className="figures">
              {number(count)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
