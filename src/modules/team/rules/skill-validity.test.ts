import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/period.ts';
import { countsOn, lastDayOf, stagesReached } from './skill-validity.ts';

test('a skill counts from its first day to its last, both included', () => {
  const held = { validFrom: '2026-03-01', validUntil: '2026-09-30' };
  expect(['2026-02-28', '2026-03-01', '2026-09-30', '2026-10-01'].map((day) => countsOn(held, day))).toEqual([false, true, true, false]);
  expect(countsOn({ validFrom: '2026-03-01', validUntil: null }, '2099-01-01')).toBe(true);
});

test.each([
  ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2023-02-28', 12, '2024-02-28'], ['2026-08-31', 6, '2027-02-28'], ['2027-08-31', 6, '2028-02-29'], ['2026-12-31', 2, '2027-02-28'],
])('granted on %s for %i months: until %s', (day, months, last) => {
  expect(lastDayOf(day, months)).toBe(last);
});

test('no number of months: no last day', () => expect(lastDayOf('2026-02-28', null)).toBeNull());

test('warned 30 and 7 days before the last day, over from the day after it; at the end of February too', () => {
  expect(['2028-01-29', '2028-01-30', '2028-02-21', '2028-02-22', '2028-02-29', '2028-03-01'].map((day) => stagesReached('2028-02-29', day))).toEqual([[], [30], [30], [30, 7], [30, 7], [30, 7, 0]]);
});

test('however far the clock jumps, stages come in their order and none is lost', () => {
  fc.assert(fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 60 }), (from, jump) => {
    const before = stagesReached('2028-02-29', addDays('2028-02-29', from));
    const after = stagesReached('2028-02-29', addDays('2028-02-29', from + jump));
    expect(after.slice(0, before.length)).toEqual(before);
  }));
});
