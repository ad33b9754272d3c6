import { expect, it } from 'vitest';
import { firstOfLast } from './months';

it('counts months back over the turn of the year, also from their last days', () => {
  expect(firstOfLast('2024-02-10', 4)).toBe('2023-11-01');
  expect(firstOfLast('2026-03-31', 2)).toBe('2026-02-01');
  expect(firstOfLast('2026-12-31', 12)).toBe('2026-01-01');
});
