const LINES = 4;

/** Round figures from nought to the greatest value or a little over it, in steps of 1, 2 or 5. */
export function scale(greatest: number): number[] {
  const rough = Math.max(greatest, 1) / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10));
  return Array.from({ length: Math.ceil(Math.max(greatest, 1) / step) + 1 }, (_, index) => index * step);
}
