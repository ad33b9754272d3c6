import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Shown } from '@/kernel/api';
import { date, money } from '@/kernel/format';
import type { Column } from '@/parts/DataTable';
import { StatusBadge } from '@/parts/StatusBadge';
import { Receipt } from './Receipt';
import type { PaymentTexts } from './texts';

/** A payment as a row, wherever payments are listed. */
export function paymentColumns(t: PaymentTexts): Column<Shown<'PaymentView'>>[] {
  return [
    {
      name: t.paidOn,
      short: true,
      show: (payment) => (
        <Anchor
          component={Link}
          to={`/payments/${payment.id}`}
          fz="sm"
          fw={550}
          style={{ whiteSpace: 'nowrap' }}
        >
          {date(payment.paidOn)}
        </Anchor>
      ),
    },
    { name: t.amount, figures: true, show: (payment) => money(payment.amount) },
    { name: t.method, show: (payment) => t.methods[payment.method ?? 'TRANSFER'], wide: true, short: true },
    { name: t.reference, show: (payment) => payment.reference, wide: true, short: true },
    {
      name: t.status,
      side: true,
      show: (payment) => (
        <>
          <StatusBadge
            status={payment.status ?? 'SUBMITTED'}
            word={t.states[payment.status ?? 'SUBMITTED']}
          />
          {payment.rejectionReason && (
            <Text
              fz="xs"
              c="dimmed"
              maw={{ base: '9rem', sm: '12rem' }}
              truncate
              title={payment.rejectionReason}
            >
              {payment.rejectionReason}
            </Text>
          )}
        </>
      ),
    },
    { name: t.receipt, side: true, show: (payment) => <Receipt payment={payment} /> },
  ];
}
