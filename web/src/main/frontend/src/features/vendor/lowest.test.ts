import { describe, expect, it } from 'vitest';
import { lowest } from './lowest';

const quote = (
  amountMinor: number | null,
  status: 'REQUESTED' | 'RECEIVED' | 'REJECTED',
  currency = 'ARS',
) => ({
  amount: amountMinor === null ? null : { amountMinor, currency },
  status,
});

describe('the lowest quote', () => {
  it('leaves out what has no price and what was rejected', () => {
    expect(
      lowest([
        quote(null, 'REQUESTED'),
        quote(100, 'REJECTED'),
        quote(300, 'RECEIVED'),
        quote(250, 'RECEIVED'),
      ]),
    ).toBe(250);
  });

  it('is unknown between currencies and where nobody has answered', () => {
    expect(lowest([quote(300, 'RECEIVED'), quote(250, 'RECEIVED', 'USD')])).toBeNull();
    expect(lowest([quote(null, 'REQUESTED')])).toBeNull();
  });
});
