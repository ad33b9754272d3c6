import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts as ticketTexts } from '@/features/ticket/texts';
import { api, read } from '@/kernel/api';
import { duration, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Facts } from '@/parts/Facts';
import { Failure, RowsLoading } from '@/parts/States';
import { TicketsByMonth } from './Charts';
import { STRONG } from './colours';
import { Kinds } from './Kinds';
import { Panel } from './Panel';
import type { Scope } from './scope';
import { texts } from './texts';

/** How many tickets there were, of which kind, and how long people waited. */
export function TicketReport({ scope }: { scope: Scope }) {
  const t = useTexts(texts);
  const words = useTexts(ticketTexts);
  const found = useQuery({
    queryKey: ['reports', 'tickets', scope],
    queryFn: () => read(api.GET('/api/v1/reports/tickets', { params: { query: scope } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { opened, byStatus, byPriority, byCategory, firstAnswer, resolution } = found.data;
  const kinds = [
    [t.byStatus, byStatus, words.statuses],
    [t.byPriority, byPriority, words.priorities],
    [t.byCategory, byCategory, words.categories],
  ] as const;
  const wait = (of: typeof firstAnswer) =>
    of?.tickets ? (
      <>
        {duration(of.medianSeconds)}
        <Text fz="xs" fw={400} c="dimmed">
          {t.ofTickets(of.tickets)}
        </Text>
      </>
    ) : (
      '–'
    );
  return (
    <Stack gap="lg">
      <Facts
        facts={[
          [t.opened, number(opened)],
          [t.firstAnswer, wait(firstAnswer)],
          [t.resolution, wait(resolution)],
        ]}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {kinds.map(([title, counts, names]) => (
          <Panel key={title} title={title}>
            {counts?.length === 0 && <Text c="dimmed">{t.noTickets}</Text>}
            <Kinds
              label={title}
              color={STRONG}
              rows={(counts ?? []).map(({ value, tickets }) => ({
                name: (names as Record<string, string>)[value ?? ''] ?? value ?? '',
                value: tickets,
              }))}
              format={(value) => number(value)}
            />
          </Panel>
        ))}
        <TicketsByMonth building={scope.building} />
      </SimpleGrid>
    </Stack>
  );
}
