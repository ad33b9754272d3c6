import { Progress, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import type { Shown } from '@/kernel/api';
import { duration, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { StatusBadge } from '@/parts/StatusBadge';
import { seconds } from './ExecutionsTable';
import { useJobWords } from './jobTexts';
import { texts } from './texts';

type Step = Shown<'StepView'>;
/** How many of the figures a phone has room for. */
const ON_PHONES = 2;

/** What each step read, wrote and skipped; of one in partitions, how far each of them is. */
export function ExecutionSteps({ steps }: { steps: Step[] }) {
  const t = useTexts(texts);
  const figures = [t.took, t.read, t.written, t.skipped, t.commits, t.rollbacks];
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.steps}
      </Title>
      <Table.ScrollContainer
        minWidth={300}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t.steps } }}
      >
        <Table fz="sm" verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.step}</Table.Th>
              <Table.Th>{t.status}</Table.Th>
              {figures.map((name, index) => (
                <Table.Th key={name} ta="right" visibleFrom={index >= ON_PHONES ? 'sm' : undefined}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {steps.map((step) => (
              <Fragment key={step.name}>
                <StepRow step={step} />
                {step.partitions?.length ? (
                  <Table.Tr>
                    <Table.Td colSpan={figures.length + 2} pt={0}>
                      <Partitions step={step} />
                    </Table.Td>
                  </Table.Tr>
                ) : null}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function StepRow({ step }: { step: Step }) {
  const words = useJobWords();
  const counts = [step.readCount, step.writeCount, step.skipCount, step.commitCount, step.rollbackCount];
  return (
    <Table.Tr>
      <Table.Td fw={550}>
        {words.step(step.name)}
        <Text fz="xs" c="dimmed" ff="monospace">
          {step.name}
        </Text>
        {step.failure && (
          <Text fz="xs" c="var(--wrong)">
            {step.failure}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <StatusBadge status={step.status ?? ''} />
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {duration(seconds(step))}
      </Table.Td>
      {counts.map((count, index) => (
        <Table.Td key={index} ta="right" visibleFrom={index + 1 >= ON_PHONES ? 'sm' : undefined}>
          {number(count)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Partitions({ step }: { step: Step }) {
  const t = useTexts(texts);
  const words = useJobWords();
  return (
    <SimpleGrid
      cols={{ base: 2, sm: 3, lg: 6 }}
      spacing="sm"
      role="group"
      aria-label={t.partitionsOf(words.step(step.name))}
    >
      {step.partitions?.map((partition) => (
        <div key={partition.number}>
          <Text fz="xs" c="dimmed">
            {t.partition(number(partition.number + 1))}
            {partition.total !== null && ` · ${t.of(number(partition.done), number(partition.total))}`}
          </Text>
          <Progress
            size="sm"
            mt={2}
            aria-label={t.partition(number(partition.number + 1))}
            color={partition.status === 'FAILED' ? 'red' : undefined}
            animated={partition.status === 'STARTED'}
            value={
              partition.status === 'COMPLETED'
                ? 100
                : partition.total
                  ? (100 * (partition.done ?? 0)) / partition.total
                  : 0
            }
          />
        </div>
      ))}
    </SimpleGrid>
  );
}
