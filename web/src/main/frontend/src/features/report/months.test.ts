import { describe, expect, it } from 'vitest';
import { lastMonths } from './months';

describe('the last months', () => {
  it('go over the turn of the year, and end on their last days', () => {
    expect(lastMonths('2024-02-10', 4)).toEqual([
      { period: '2023-11', from: '2023-11-01', to: '2023-11-30' },
      { period: '2023-12', from: '2023-12-01', to: '2023-12-31' },
      { period: '2024-01', from: '2024-01-01', to: '2024-01-31' },
      { period: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    ]);
  });

  it('do not skip the short month on the thirty-first', () => {
    expect(lastMonths('2026-03-31', 2).map(({ period }) => period)).toEqual(['2026-02', '2026-03']);
  });
});
