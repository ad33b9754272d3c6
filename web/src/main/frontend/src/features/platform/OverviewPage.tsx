import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

const ANEW_MILLIS = 15_000;
type Ready = { status: string; checks: Record<string, { status: string; latencyMillis: number | null }> };

/** The platform at a glance: how much there is, and whether this server is well. */
export function Component() {
  const t = useTexts(texts);
  const figures = useQuery({
    queryKey: ['statistics'],
    queryFn: () => read(api.GET('/api/v1/platform/statistics')),
  });
  const about = useQuery({
    queryKey: ['about'],
    queryFn: () => read(api.GET('/api/v1/about')),
    staleTime: Infinity,
  });
  const ready = useQuery({
    queryKey: ['ready'],
    // 503 is an answer here as well.
    queryFn: async () => (await (await fetch('/ready')).json()) as Ready,
    refetchInterval: ANEW_MILLIS,
  });
  if (figures.isPending) return <RowsLoading />;
  if (figures.isError) return <Failure failure={figures.error} retry={() => void figures.refetch()} />;
  const { data } = figures;
  const counts = {
    users: data.users,
    buildings: data.buildings,
    units: data.units,
    people: data.people,
    currentOccupancies: data.currentOccupancies,
  };
  return (
    <>
      <PageHeader
        title={t.overview}
        hint={about.data && t.version(about.data.version ?? '', about.data.commit ?? '')}
      />
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} mb="lg">
        {Object.entries(counts).map(([name, value]) => (
          <Paper key={name} withBorder p="md">
            <Text fz="xs" c="dimmed">
              {t.figures[name]}
            </Text>
            <Text fz={26} fw={640} className="figures">
              {number(value)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        <Breakdown title={t.tenantsBy} counts={data.tenants} />
        <Breakdown title={t.plansBy} counts={data.plans} />
        <Breakdown title={t.subscriptionsBy} counts={data.subscriptions} />
        <Paper withBorder p="md" component="section">
          <Title order={2} fz={15} mb="sm">
            {t.health}
          </Title>
          <Stack gap={6}>
            {Object.entries(ready.data?.checks ?? {}).map(([name, check]) => (
              <Group key={name} justify="space-between">
                <Text fz="sm">{name}</Text>
                <Group gap="xs">
                  {check.latencyMillis !== null && (
                    <Text fz="xs" c="dimmed" className="figures">
                      {t.latency(number(check.latencyMillis))}
                    </Text>
                  )}
                  <StatusBadge status={check.status.toUpperCase()} word={check.status} />
                </Group>
              </Group>
            ))}
          </Stack>
        </Paper>
      </SimpleGrid>
    </>
  );
}

function Breakdown({ title, counts }: { title: string; counts: Record<string, number> | null }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz={15} mb="sm">
        {title}
      </Title>
      <Stack gap={6}>
        {Object.entries(counts ?? {}).map(([name, count]) => (
          <Group key={name} justify="space-between">
            <StatusBadge status={name} />
            <Text fz="sm" className="figures">
              {number(count)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
