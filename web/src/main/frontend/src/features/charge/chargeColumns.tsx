import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { Shown } from '@/kernel/api';
import { date, money, month } from '@/kernel/format';
import type { Column } from '@/parts/DataTable';
import { StatusBadge } from '@/parts/StatusBadge';
import type { ChargeTexts } from './texts';

/** A charge as a row, wherever charges are listed. */
export function chargeColumns(t: ChargeTexts): Column<Shown<'ChargeView'>>[] {
  return [
    {
      name: t.concept,
      show: (charge) => (
        <Anchor component={Link} to={`/charges/${charge.id}`} fz="sm" fw={550}>
          {charge.concept}
        </Anchor>
      ),
    },
    { name: t.period, show: (charge) => month(charge.period), wide: true, short: true },
    { name: t.type, show: (charge) => t.types[charge.type ?? 'OTHER'], wide: 'xl', short: true },
    { name: t.due, show: (charge) => date(charge.dueOn), wide: true, short: true },
    { name: t.amount, figures: true, show: (charge) => money(charge.amount), wide: true },
    { name: t.outstanding, figures: true, show: (charge) => money(charge.outstanding) },
    {
      name: t.status,
      side: true,
      show: (charge) => (
        <StatusBadge status={charge.status ?? 'OPEN'} word={t.states[charge.status ?? 'OPEN']} />
      ),
    },
  ];
}
