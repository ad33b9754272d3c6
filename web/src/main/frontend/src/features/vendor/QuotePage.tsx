import { Anchor, Box, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { DocumentById } from '@/features/document/DocumentById';
import { api, read } from '@/kernel/api';
import { date, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Facts } from '@/parts/Facts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { CompareQuotes } from './CompareQuotes';
import { QuoteActs } from './QuoteActs';
import { texts } from './texts';
import { TicketLink } from './TicketLink';

export function Component() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const { quote = '' } = useParams();
  const found = useQuery({
    queryKey: ['quote', quote],
    queryFn: () => read(api.GET('/api/v1/quotes/{quote}', { params: { path: { quote } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const status = data.status ?? 'REQUESTED';
  return (
    <>
      <PageHeader
        title={t.quote(data.vendorName ?? '')}
        hint={data.ticketId && <TicketLink ticket={data.ticketId} />}
        path={[['/quotes', t.quotes]]}
        actions={<QuoteActs quote={data} />}
      />
      <Facts
        facts={[
          [t.amount, money(data.amount)],
          [t.status, <StatusBadge key="status" status={status} word={t.quoteStates[status]} />],
          [
            t.vendor,
            <Anchor key="vendor" component={Link} to={`/vendors/${data.vendorId}`}>
              {data.vendorName}
            </Anchor>,
          ],
          [t.building, buildings.nameOf(data.buildingId)],
          [t.requested, date(data.createdAt?.slice(0, 10))],
          [t.received, date(data.receivedAt?.slice(0, 10))],
          [t.decided, date(data.decidedAt?.slice(0, 10))],
          ...(data.reason ? [[t.reason, data.reason] as [string, string]] : []),
        ]}
      />
      <Paper withBorder p="md" mb="xl" maw={760}>
        <Text fz="xs" c="dimmed" mb={4}>
          {t.what}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{data.description}</Text>
      </Paper>
      {data.documentId && (
        <Box mb="xl" maw={760}>
          <DocumentById document={data.documentId} name={t.offer} />
        </Box>
      )}
      {data.ticketId && <CompareQuotes ticket={data.ticketId} />}
    </>
  );
}
