import { SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { duration, instant, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Figure } from '@/parts/Figure';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { Findings } from './Findings';
import { texts } from './texts';
import { took, type Verification } from './VerificationsPage';

const ANEW_MILLIS = 1_000;

/** One run: what each check came to, and every row that breaks a promise. */
export function Component() {
  const t = useTexts(texts);
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
        hint={`${t.by}: ${data.startedBy}`}
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
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.checks}
      </Title>
      <Table.ScrollContainer
        minWidth={680}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.checks, role: 'region' } }}
      >
        <Table fz="sm" verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.check}</Table.Th>
              <Table.Th w={120}>{t.result}</Table.Th>
              <Table.Th w={110}>{t.severity}</Table.Th>
              <Table.Th w={100} ta="right">
                {t.findings}
              </Table.Th>
              <Table.Th w={90} ta="right">
                {t.took}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {results.map((result) => (
              <Table.Tr key={result.check}>
                <Table.Td>
                  <Text fz="sm" fw={550}>
                    {result.check}
                  </Text>
                  <Text fz="xs" c="dimmed">
                    {result.description}
                  </Text>
                  {result.reason && (
                    <Text fz="xs" c="dimmed" fs="italic">
                      {result.reason}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <StatusBadge status={result.outcome ?? ''} />
                </Table.Td>
                <Table.Td>{t.severities[result.severity ?? '']}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {number(result.findings)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {duration(result.tookMillis / 1000)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
