import { Button, Grid, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { TicketWorks } from '@/features/vendor/TicketWorks';
import { api, read } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FactList } from '@/parts/FactList';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { AssignTicket } from './AssignTicket';
import { DescribeTicketForm } from './DescribeTicketForm';
import { MoveTicket } from './MoveTicket';
import { TicketAttachments } from './TicketAttachments';
import { TicketComments } from './TicketComments';
import { TicketHistory } from './TicketHistory';
import { texts } from './texts';
import { ARROWS } from './tickets';

export function Component() {
  const t = useTexts(texts);
  const { ticket = '' } = useParams();
  const profile = useProfile();
  const manages = may(profile, 'TICKET_MANAGE');
  const [editing, edit] = useDisclosure();
  const found = useQuery({
    queryKey: ['ticket', ticket],
    queryFn: () => read(api.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const status = data.status ?? 'OPEN';
  const facts: [string, string | null][] = [
    [t.place, [data.buildingName, data.unitCode].filter(Boolean).join(' · ')],
    [t.category, t.categories[data.category ?? 'OTHER']],
    [t.openedBy, data.createdByName],
    [t.opened, instant(data.createdAt)],
    [t.changed, instant(data.updatedAt)],
  ];
  return (
    <>
      <PageHeader
        title={data.title ?? ''}
        hint={t.ticket(data.number)}
        path={[['/tickets', t.tickets]]}
        actions={
          manages && (
            <>
              {status !== 'CLOSED' && (
                <Button variant="default" onClick={edit.open}>
                  {t.edit}
                </Button>
              )}
              {ARROWS[status].map((to, order) => (
                <MoveTicket key={`${status}-${to}`} ticket={data} to={to} first={order === 0} />
              ))}
            </>
          )
        }
      />
      <Group gap="xs" mb="md">
        <StatusBadge status={status} word={t.statuses[status]} />
        <StatusBadge status={data.priority ?? ''} word={t.priorities[data.priority ?? 'MEDIUM']} />
        {data.escalatedAt && <StatusBadge status="OVERDUE" word={t.escalated} />}
      </Group>
      <Grid>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Paper withBorder p="md" mb="lg">
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{data.description}</Text>
          </Paper>
          <TicketAttachments ticket={data} manages={manages} />
          {may(profile, 'VENDOR_READ') && <TicketWorks ticket={data} />}
          <TicketComments ticket={ticket} manages={manages} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Paper withBorder p="md" mb="md">
            <Stack gap="sm">
              <FactList facts={facts} />
              <AssignTicket ticket={data} manages={manages && status !== 'CLOSED'} />
            </Stack>
          </Paper>
          <TicketHistory ticket={ticket} />
        </Grid.Col>
      </Grid>
      {editing && <DescribeTicketForm ticket={data} onClose={edit.close} />}
    </>
  );
}
