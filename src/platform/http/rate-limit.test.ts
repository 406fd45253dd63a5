import { expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { makeRateLimit } from './rate-limit.ts';

it('allows a burst of ten seconds, then the steady rate, each person for themselves (SEC-24)', () => {
  const take = makeRateLimit(5);
  for (let i = 0; i < 50; i += 1) take('a', 1_000);
  expect(() => take('a', 1_000)).toThrow(Failure);
  expect(() => take('b', 1_000)).not.toThrow();
  expect(() => take('a', 1_200)).not.toThrow();
  expect(() => take('a', 1_210)).toThrow(Failure);
});

it('a clock that jumps back gives nothing away and takes nothing', () => {
  const take = makeRateLimit(1);
  for (let i = 0; i < 10; i += 1) take('a', 10_000);
  expect(() => take('a', 0)).toThrow(Failure);
  expect(() => take('a', 1_000)).not.toThrow();
});

it('0 is no limit', () => {
  const take = makeRateLimit(0);
  for (let i = 0; i < 1_000; i += 1) take('a', 0);
});
