import { expect, it } from 'vitest';
import { scale } from './scale';

it('has room for the greatest value, in few round steps', () => {
  expect(scale(37)).toEqual([0, 10, 20, 30, 40]);
  expect(scale(1_234_567)).toEqual([0, 500_000, 1_000_000, 1_500_000]);
  expect(scale(80)).toEqual([0, 20, 40, 60, 80]);
});

it('counts in whole figures, also of hardly anything', () => {
  expect(scale(3)).toEqual([0, 1, 2, 3]);
  expect(scale(0)).toEqual([0, 1]);
});
