import { Box, NavLink, Paper } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { ago, money } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { ReasonForm } from '@/parts/ReasonForm';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { focusIsFree } from '@/parts/useReturnedFocus';
import { Decision } from './Decision';
import { Proof } from './Proof';
import classes from './ReviewPage.module.css';
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
  const count = `${queue.items.length}${queue.hasNextPage ? '+' : ''}`;
  return (
    <>
      <PageHeader title={t.reviewTitle} hint={t.waiting(count)} path={[['/payments', t.payments]]} />
      {queue.isPending && <RowsLoading />}
      {queue.isError && <Failure failure={queue.error} retry={() => void queue.refetch()} />}
      {queue.isSuccess && queue.items.length === 0 && (
        <EmptyState icon={<IconCircleCheck />} title={t.allDone} hint={t.allDoneHint} />
      )}
      {queue.items.length > 0 && <Queue payments={queue.items} count={count} />}
    </>
  );
}

/** Letters act only while the queue has the focus, so that they can't surprise whoever types elsewhere. */
function Queue({ payments, count }: { payments: Payment[]; count: string }) {
  const t = useTexts(texts);
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const [rejecting, setRejecting] = useState<Payment | null>(null);
  const approval = useApproval();
  const at = Math.min(place, payments.length - 1);
  const payment = payments[at] as Payment;
  // What had the focus goes with the payment that is decided: the next one is at hand at once.
  useEffect(() => {
    if (focusIsFree()) frame.current?.focus();
  }, [payment.id]);
  const go = (to: number): void => setPlace(Math.max(0, Math.min(to, payments.length - 1)));
  const approve = (): void => {
    if (!approval.isPending) approval.mutate(payment);
  };
  const keys: Record<string, () => void> = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: approve,
    r: () => setRejecting(payment),
  };
  const pressed = (event: KeyboardEvent): void => {
    const act = keys[event.key.toLowerCase()];
    // A key that is held down decides on one payment, not on all of them.
    if (!act || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <Box
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label={t.queue}
        className={classes.review}
        onKeyDown={pressed}
      >
        <Paper withBorder p={4} component="nav" aria-label={t.queue} className={classes.queue}>
          {payments.map((each, index) => (
            <NavLink
              key={each.id}
              component="button"
              label={`${each.unitCode} · ${money(each.amount)}`}
              description={`${t.methods[each.method ?? 'TRANSFER']} · ${ago(each.submittedAt)}`}
              active={index === at}
              aria-current={index === at}
              onClick={() => setPlace(index)}
            />
          ))}
        </Paper>
        <Decision
          key={payment.id}
          payment={payment}
          place={t.place(at + 1, count)}
          deciding={approval.isPending}
          onApprove={approve}
          onReject={() => setRejecting(payment)}
          onGo={(step) => go(at + step)}
        />
        <Proof key={`proof-${payment.id}`} payment={payment} />
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
