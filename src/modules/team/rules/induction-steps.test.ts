import { expect, test } from 'vitest';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { shippedInduction } from '../library/shipped-induction.ts';
import { dueDayOf } from './induction-steps.ts';

const day = [{ from: 9 * 3_600, to: 18 * 3_600 }];
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Shanghai', week: [day, day, day, day, day, [], []],
  days: { '2026-04-06': { kind: 'holiday', name: '清明节' }, '2026-04-04': { kind: 'makeUp', name: '调休' } },
};

test('the first working day is day 1; weekends and holidays are left out, make-up days count', () => {
  expect([1, 2, 5, 6].map((n) => dueDayOf(calendar, '2026-03-02', n))).toEqual(['2026-03-02', '2026-03-03', '2026-03-06', '2026-03-09']);
  expect(dueDayOf(calendar, '2026-03-07', 1)).toBe('2026-03-09');
  // Thursday 2 April: Friday is day 2, Saturday a make-up day 3, Monday a holiday, Tuesday day 4.
  expect([2, 3, 4].map((n) => dueDayOf(calendar, '2026-04-02', n))).toEqual(['2026-04-03', '2026-04-04', '2026-04-07']);
});

test('the shipped plan: a month of class, two of practice, in order, ending with a test', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const { steps } = shippedInduction[locale];
    const last = (phase: string) => Math.max(...steps.filter((step) => step.phase === phase).map((step) => step.day));
    expect(last('class')).toBeLessThanOrEqual(22);
    expect(last('practice')).toBeGreaterThan(55);
    expect(steps.map((step) => step.day)).toEqual(steps.map((step) => step.day).toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ phase: 'test', day: 65 });
  }
  expect(shippedInduction.en.steps.length).toBe(shippedInduction['zh-CN'].steps.length);
});
