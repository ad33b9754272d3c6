import { Alert, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read, type Shown } from '@/kernel/api';
import { ago, instant, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable, type Column } from '@/parts/DataTable';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { useReady, type Check } from './useReady';

const ANEW_MILLIS = 5_000;

export function Health() {
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Probes />
        <Build />
      </SimpleGrid>
      <Nodes />
    </Stack>
  );
}

function Probes() {
  const t = useTexts(texts);
  const ready = useReady();
  const status = ready.data?.status ?? '';
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} fz={17} mb="xs">
        {t.probes}
      </Title>
      <Text fz="sm" c={status && status !== 'ready' ? 'var(--wrong)' : 'dimmed'} mb="md" role="status">
        {t.overall[status] ?? '…'}
      </Text>
      <Stack gap="xs">
        {Object.entries(ready.data?.checks ?? {}).map(([name, check]) => (
          <Probe key={name} name={t.checks[name] ?? name} check={check} />
        ))}
      </Stack>
    </Paper>
  );
}

function Probe({ name, check }: { name: string; check: Check }) {
  const t = useTexts(texts);
  return (
    <div>
      <Group justify="space-between">
        <Text fz="sm">{name}</Text>
        <Group gap="xs">
          {typeof check.latencyMillis === 'number' && (
            <Text fz="xs" c="dimmed" className="figures">
              {t.millis(number(check.latencyMillis))}
            </Text>
          )}
          <StatusBadge status={check.status.toUpperCase()} />
        </Group>
      </Group>
      {check.message && (
        <Alert color="red" mt={4} p="xs">
          {[check.message, ...(check.pending ?? [])].join(' · ')}
        </Alert>
      )}
    </div>
  );
}

function Build() {
  const t = useTexts(texts);
  const about = useQuery({ queryKey: ['about'], queryFn: () => read(api.GET('/api/v1/about')) });
  const { data } = about;
  const facts: [string, string | null | undefined][] = [
    [t.version, data?.version],
    [t.commit, data?.commit?.slice(0, 12)],
    [t.built, data?.builtAt && !Number.isNaN(Date.parse(data.builtAt)) ? instant(data.builtAt) : null],
    [t.schema, data?.schemaVersion],
  ];
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} fz={17} mb="md">
        {t.build}
      </Title>
      <Stack gap="xs">
        {facts.map(([name, value]) => (
          <Group key={name} justify="space-between">
            <Text fz="sm" c="dimmed">
              {name}
            </Text>
            <Text fz="sm" className="figures">
              {value ?? '–'}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

function Nodes() {
  const t = useTexts(texts);
  const nodes = useQuery({
    queryKey: ['nodes'],
    queryFn: async () => (await read(api.GET('/api/v1/platform/nodes'))).items,
    refetchInterval: ANEW_MILLIS,
  });
  const columns: Column<Shown<'NodeView'>>[] = [
    {
      name: t.node,
      show: (node) => (
        <>
          <Text fz="sm" fw={550} span>
            {node.name}
          </Text>
          {node.answering && (
            <Text fz="xs" c="dimmed" span>
              {' '}
              {t.answering}
            </Text>
          )}
        </>
      ),
    },
    {
      name: t.state,
      side: true,
      show: (node) => (
        <StatusBadge status={node.alive ? 'UP' : 'DOWN'} word={node.alive ? t.alive : t.gone} />
      ),
    },
    { name: t.since, show: (node) => instant(node.startedAt), wide: true },
    { name: t.seen, show: (node) => ago(node.seenAt), wide: true },
    { name: t.connections, figures: true, show: (node) => number(node.connections) },
    { name: t.busy, figures: true, show: (node) => number(node.busy) },
    {
      name: t.locked,
      figures: true,
      show: (node) => (
        <Text fz="sm" c={node.locked > 0 ? 'var(--wrong)' : undefined}>
          {number(node.locked)}
        </Text>
      ),
      wide: true,
    },
  ];
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.nodes}
      </Title>
      <DataTable
        label={t.nodes}
        columns={columns}
        rows={nodes.data ?? []}
        id={(node) => node.name ?? ''}
        loading={nodes.isPending}
        failure={nodes.error}
        retry={() => void nodes.refetch()}
        empty={null}
      />
    </section>
  );
}
