import { SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { duration, instant, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable } from '@/parts/DataTable';
import { Figure } from '@/parts/Figure';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { checkTexts } from './checkTexts';
import { Findings } from './Findings';
import { useLauncher } from '@/features/jobs/useLauncher';
import { texts } from './texts';
import { took, type Verification } from './VerificationsPage';

const ANEW_MILLIS = 1_000;

/** One run: what each check came to, and every row that breaks a promise. */
export function Component() {
  const t = useTexts(texts);
  const launcher = useLauncher();
  const id = useParams().verification ?? '';
  const run = useQuery({
    queryKey: ['verifications', id],
    queryFn: () =>
      read(
        api.GET('/api/v1/platform/verifications/{verification}', { params: { path: { verification: id } } }),
      ),
    refetchInterval: (query) => (query.state.data?.status === 'RUNNING' ? ANEW_MILLIS : false),
  });
  if (run.isPending) return <RowsLoading />;
  if (run.isError) return <Failure failure={run.error} retry={() => void run.refetch()} />;
  const { data } = run;
  return (
    <>
      <PageHeader
        title={t.of(instant(data.startedAt))}
        hint={`${t.by}: ${launcher(data.startedBy)}`}
        path={[['/platform/verifications', t.verifications]]}
        actions={<StatusBadge status={data.status ?? ''} />}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} mb="lg">
        <Figure name={t.findings} value={number(data.findings)} bad={data.findings > 0} />
        <Figure name={t.checks} value={t.done(number(data.done), number(data.checks))} />
        <Figure name={t.skipped} value={number(data.skipped)} />
        <Figure name={t.took} value={took(data)} />
      </SimpleGrid>
      {data.status !== 'RUNNING' && <Findings run={id} many={data.findings} />}
      <Checks results={data.results ?? []} />
    </>
  );
}

function Checks({ results }: { results: NonNullable<Verification['results']> }) {
  const t = useTexts(texts);
  const words = useTexts(checkTexts);
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.checks}
      </Title>
      <DataTable
        label={t.checks}
        columns={[
          {
            name: t.check,
            show: (result) => (
              <>
                <Text fz="sm" fw={550}>
                  {words[result.check ?? ''] ?? result.description}
                </Text>
                <Text fz="xs" c="dimmed" ff="monospace">
                  {result.check}
                </Text>
                {result.reason && (
                  <Text fz="xs" c="dimmed" fs="italic">
                    {result.reason}
                  </Text>
                )}
              </>
            ),
          },
          { name: t.result, side: true, show: (result) => <StatusBadge status={result.outcome ?? ''} /> },
          { name: t.severity, wide: true, show: (result) => t.severities[result.severity ?? ''] },
          { name: t.findings, figures: true, wide: true, show: (result) => number(result.findings) },
          { name: t.took, figures: true, wide: true, show: (result) => duration(result.tookMillis / 1000) },
        ]}
        rows={results}
        id={(result) => result.check ?? ''}
        empty={null}
      />
    </section>
  );
}
