import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/period.ts';
import { kindOf, periodAround, periodKinds, step } from './period-model.ts';

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2020-01-01', n));
const kinds = fc.constantFrom(...periodKinds).filter((kind) => kind !== 'own');

test('a span around a day holds the day, is known by its kind, and a step there and back is where it was', () => {
  fc.assert(fc.property(kinds, days, (kind, day) => {
    const span = periodAround(kind, day);
    expect(span.from <= day && day <= span.to).toBe(true);
    expect(kindOf(span)).toBe(kind);
    expect(step(step(span, 1), -1)).toEqual(span);
    expect(addDays(step(span, -1).to, 1)).toBe(span.from);
  }));
});

test('own dates move by their length', () => {
  expect(kindOf({ from: '2026-03-03', to: '2026-03-05' })).toBe('own');
  expect(step({ from: '2026-03-03', to: '2026-03-05' }, 1)).toEqual({ from: '2026-03-06', to: '2026-03-08' });
  expect(periodAround('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
});
