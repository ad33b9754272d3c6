import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Shown } from '@/kernel/api';
import { date, instant, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Facts } from '@/parts/Facts';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

export function PaymentFacts({ payment }: { payment: Shown<'PaymentView'> }) {
  const t = useTexts(texts);
  const reason = payment.reversalReason ?? payment.rejectionReason;
  return (
    <>
      <Group mb="md">
        <StatusBadge status={payment.status ?? 'SUBMITTED'} word={t.states[payment.status ?? 'SUBMITTED']} />
        {reason && <Text fz="sm">{reason}</Text>}
      </Group>
      <Facts
        facts={[
          [t.amount, money(payment.amount)],
          [t.paidOn, date(payment.paidOn)],
          [t.method, t.methods[payment.method ?? 'TRANSFER']],
          [t.reference, payment.reference ?? '–'],
          [
            t.unit,
            <Anchor component={Link} to={`/units/${payment.unitId}/account`} key="unit">
              {payment.unitCode}
            </Anchor>,
          ],
          [t.submitted, instant(payment.submittedAt)],
          [t.covers, money(payment.allocated)],
          [t.credit, money(payment.credit)],
        ]}
      />
    </>
  );
}
