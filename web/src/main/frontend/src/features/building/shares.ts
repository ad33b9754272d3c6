import { percent } from '@/kernel/format';

const DECIMALS = 10;
export const PERCENT_DECIMALS = DECIMALS - 2;

/** People count shares in percent, the books as parts of one; both without what binary fractions leave behind. */
export function inPercent(share: number): number {
  return Number((share * 100).toFixed(PERCENT_DECIMALS));
}

export function ofPercent(percent: number): number {
  return Number((percent / 100).toFixed(DECIMALS));
}

/** To the last decimal there is, so that what is shown sums up. */
export function shareText(share: number | null): string {
  return percent(share, PERCENT_DECIMALS);
}
