import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttemptKind, freeFailures, waitSeconds } from './lockout.ts';

test('the first failures are free, then the wait doubles from 30 s up to 15 minutes', () => {
  expect(Array.from({ length: 12 }, (_, i) => waitSeconds('pair', i + 1))).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('more failures never wait less', () => {
  const kinds = Object.keys(freeFailures) as AttemptKind[];
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.nat(1e6), fc.nat(1e6), (kind, a, b) => {
    expect(waitSeconds(kind, Math.max(a, b))).toBeGreaterThanOrEqual(waitSeconds(kind, Math.min(a, b)));
    expect(waitSeconds(kind, a)).toBeLessThanOrEqual(900);
  }));
});
