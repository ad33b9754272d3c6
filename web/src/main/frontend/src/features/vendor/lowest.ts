import type { Quote } from './vendors';

/** The lowest price that still can be had, in minor units; null where there are no prices, or none that compare. */
export function lowest(quotes: Pick<Quote, 'amount' | 'status'>[]): number | null {
  const amounts = quotes
    .filter(({ status }) => status !== 'REJECTED')
    .flatMap(({ amount }) => (amount ? [amount] : []));
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return null;
  return Math.min(...amounts.map(({ amountMinor }) => amountMinor));
}
