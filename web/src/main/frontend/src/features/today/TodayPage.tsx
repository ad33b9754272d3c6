import { Anchor, Badge, Center, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, read } from '@/kernel/api';
import { ago, date, money } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { texts as ticketTexts } from '@/features/ticket/texts';
import { MoneyByMonth, TicketsByMonth } from '@/features/report/Charts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

const SHOWN = 6;
const ROWS_HEIGHT = '19rem';

/** What waits for somebody: the first of each, and the way to all of them. */
export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  return (
    <>
      <PageHeader title={t.today} hint={t.hint} />
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="lg">
        {may(profile, 'PAYMENT_REVIEW') && <Payments />}
        <Overdue />
        {may(profile, 'TICKET_MANAGE') && <Tickets />}
      </SimpleGrid>
      {may(profile, 'REPORT_READ') && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" mt="lg">
          <MoneyByMonth />
          <TicketsByMonth />
        </SimpleGrid>
      )}
    </>
  );
}

function Payments() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  // The same list as the queue's own.
  const list = useList(['payments', 'queue'], (cursor) =>
    read(
      api.GET('/api/v1/payments', {
        params: { query: { cursor, status: 'SUBMITTED', sort: 'submittedAt' } },
      }),
    ),
  );
  return (
    <Section list={list} title={t.payments} none={t.noPayments} all={['/payments/review', t.review]}>
      {list.items.slice(0, SHOWN).map((payment) => (
        <Row
          key={payment.id}
          to={`/payments/${payment.id}`}
          name={`${t.unit} ${payment.unitCode}`}
          hint={`${buildings.nameOf(payment.buildingId)} · ${ago(payment.submittedAt)}`}
          end={money(payment.amount)}
        />
      ))}
    </Section>
  );
}

function Overdue() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const list = useList(['charges', 'late'], (cursor) =>
    read(api.GET('/api/v1/charges', { params: { query: { cursor, status: 'OVERDUE', sort: 'dueOn' } } })),
  );
  return (
    <Section list={list} title={t.overdue} none={t.noOverdue} all={['/charges?status=OVERDUE', t.all]}>
      {list.items.slice(0, SHOWN).map((charge) => (
        <Row
          key={charge.id}
          to={`/charges/${charge.id}`}
          name={`${t.unit} ${charge.unitCode} · ${charge.concept}`}
          hint={`${buildings.nameOf(charge.buildingId)} · ${date(charge.dueOn)}`}
          end={money(charge.outstanding)}
        />
      ))}
    </Section>
  );
}

function Tickets() {
  const t = useTexts(texts);
  const ticketWords = useTexts(ticketTexts);
  const list = useList(['tickets', 'waiting'], (cursor) =>
    read(api.GET('/api/v1/tickets', { params: { query: { cursor, status: 'OPEN', sort: '-priority' } } })),
  );
  return (
    <Section list={list} title={t.tickets} none={t.noTickets} all={['/tickets?status=OPEN', t.all]}>
      {list.items.slice(0, SHOWN).map((ticket) => (
        <Row
          key={ticket.id}
          to={`/tickets/${ticket.id}`}
          name={`#${ticket.number} ${ticket.title}`}
          hint={[ticket.buildingName, ticket.unitCode, ago(ticket.createdAt)].filter(Boolean).join(' · ')}
          end={
            <StatusBadge
              status={ticket.priority ?? ''}
              word={ticketWords.priorities[ticket.priority ?? 'MEDIUM']}
            />
          }
        />
      ))}
    </Section>
  );
}

type SectionProps = {
  list: ReturnType<typeof useList<unknown>>;
  title: string;
  none: string;
  all: [string, string];
  children: ReactNode;
};

function Section({ list, title, none, all, children }: SectionProps) {
  const count = list.items.length;
  return (
    <Paper withBorder p="lg" component="section">
      <Group justify="space-between" mb="md" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Title order={2} fz={17}>
            {title}
          </Title>
          {count > 0 && (
            <Badge variant="light" radius="sm" style={{ flexShrink: 0 }}>
              {`${count}${list.hasNextPage ? '+' : ''}`}
            </Badge>
          )}
        </Group>
        {count > 0 && (
          <Anchor component={Link} to={all[0]} fz="sm" style={{ whiteSpace: 'nowrap' }}>
            {all[1]}
          </Anchor>
        )}
      </Group>
      {/* As high as the rows that may come, so that nothing below moves when they do. */}
      <Stack gap="sm" mih={{ base: list.isPending ? ROWS_HEIGHT : 0, lg: ROWS_HEIGHT }}>
        {list.isPending && <Skeleton height={ROWS_HEIGHT} />}
        {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && count === 0 && (
          <Center flex={1}>
            <Group gap="xs" c="dimmed">
              <IconCircleCheck size={20} color="var(--right)" aria-hidden />
              <Text>{none}</Text>
            </Group>
          </Center>
        )}
        {children}
      </Stack>
    </Paper>
  );
}

function Row({ to, name, hint, end }: { to: string; name: string; hint: string; end: ReactNode }) {
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} to={to} fz="sm" fw={550} truncate>
          {name}
        </Anchor>
        <Text component="div" fz="sm" className="figures" style={{ flexShrink: 0 }}>
          {end}
        </Text>
      </Group>
      <Text fz="xs" c="dimmed" truncate>
        {hint}
      </Text>
    </div>
  );
}
