import { Box, Button, Group, Kbd, NavLink, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { date, money } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Balance } from '@/features/ledger/Balance';
import { ReasonForm } from '@/parts/ReasonForm';
import { useUnitAccount } from '@/features/ledger/useAccount';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { PaymentFacts } from './PaymentFacts';
import { Proof } from './Proof';
import { texts } from './texts';
import { reject, REVIEWED, useApproval } from './useReview';

type Payment = Shown<'PaymentView'>;

/** The queue of what is to be decided, the oldest first, with the proof beside the decision. */
export function Component() {
  const t = useTexts(texts);
  const queue = useList(['payments', 'queue'], (cursor) =>
    read(
      api.GET('/api/v1/payments', {
        params: { query: { cursor, status: 'SUBMITTED', sort: 'submittedAt' } },
      }),
    ),
  );
  return (
    <>
      <PageHeader
        title={t.reviewTitle}
        hint={t.waiting(`${queue.items.length}${queue.hasNextPage ? '+' : ''}`)}
        path={[['/payments', t.payments]]}
      />
      {queue.isPending && <RowsLoading />}
      {queue.isError && <Failure failure={queue.error} retry={() => void queue.refetch()} />}
      {queue.isSuccess && queue.items.length === 0 && (
        <EmptyState icon={<IconCircleCheck />} title={t.allDone} hint={t.allDoneHint} />
      )}
      {queue.items.length > 0 && <Queue payments={queue.items} />}
    </>
  );
}

/** Letters act only while the queue has the focus, so that they can't surprise whoever types elsewhere. */
function Queue({ payments }: { payments: Payment[] }) {
  const t = useTexts(texts);
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const [rejecting, setRejecting] = useState<Payment | null>(null);
  const approval = useApproval();
  const at = Math.min(place, payments.length - 1);
  const payment = payments[at] as Payment;
  useEffect(() => frame.current?.focus(), []);
  const keys: Record<string, () => void> = {
    j: () => setPlace(Math.min(at + 1, payments.length - 1)),
    k: () => setPlace(Math.max(at - 1, 0)),
    a: () => approval.isPending || approval.mutate(payment),
    r: () => setRejecting(payment),
  };
  const pressed = (event: KeyboardEvent) => {
    const act = keys[event.key.toLowerCase()];
    // A key that is held down decides on one payment, not on all of them.
    if (!act || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <Box ref={frame} tabIndex={0} role="group" aria-label={t.queue} onKeyDown={pressed}>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <div>
            <Paper withBorder p={4} mb="md" mah="40vh" style={{ overflowY: 'auto' }}>
              {payments.map((each, index) => (
                <NavLink
                  key={each.id}
                  component="button"
                  label={`${each.unitCode} · ${money(each.amount)}`}
                  description={`${t.methods[each.method ?? 'TRANSFER']} · ${date(each.paidOn)}`}
                  active={index === at}
                  aria-current={index === at}
                  onClick={() => setPlace(index)}
                />
              ))}
            </Paper>
            <Text fz="xs" c="dimmed">
              {t.keys}
            </Text>
            <Group my="md">
              <Button loading={approval.isPending} onClick={keys.a} rightSection={<Kbd size="xs">A</Kbd>}>
                {t.approve}
              </Button>
              <Button variant="default" onClick={keys.r} rightSection={<Kbd size="xs">R</Kbd>}>
                {t.reject}
              </Button>
            </Group>
          </div>
          <Proof key={payment.id} payment={payment} />
        </SimpleGrid>
        <PaymentFacts payment={payment} />
        <Standing unit={payment.unitId ?? ''} />
      </Box>
      {rejecting && (
        <ReasonForm
          act={t.reject}
          hint={t.rejectHint}
          done={t.rejected}
          touches={REVIEWED}
          onClose={() => setRejecting(null)}
          onSubmit={(reason) => reject(rejecting.id, reason)}
        />
      )}
    </>
  );
}

function Standing({ unit }: { unit: string }) {
  const t = useTexts(texts);
  const account = useUnitAccount(unit);
  if (!account.data) return null;
  return (
    <>
      <Text component="h2" fw={600} mb="xs">
        {t.owedBefore}
      </Text>
      <Balance account={account.data} />
    </>
  );
}
