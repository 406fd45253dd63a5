import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_SIDE, fittingSize } from './shrink-picture.ts';

test('a telephone’s picture becomes 1600 pixels long, a small one stays', () => {
  expect(fittingSize(4032, 3024)).toEqual({ width: 1600, height: 1200 });
  expect(fittingSize(3024, 4032)).toEqual({ width: 1200, height: 1600 });
  expect(fittingSize(800, 600)).toEqual({ width: 800, height: 600 });
});

test('never longer than the limit, never larger than it was, never nothing', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (w, h) => {
    const { width, height } = fittingSize(w, h);
    expect(Math.max(width, height)).toBeLessThanOrEqual(LONGEST_SIDE);
    expect(width <= w && height <= h && width >= 1 && height >= 1).toBe(true);
  }));
});
