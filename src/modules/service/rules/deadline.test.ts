import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHours } from '#kernel/working-time/working-hours.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { type ClockTerms, deadlineOf, urgencyOf } from './deadline.ts';

const day = parseHours('09:00-12:00, 13:30-18:00') ?? [];
const calendar: WorkingCalendar = { timeZone: 'Asia/Shanghai', week: [day, day, day, day, day, [], []], days: { '2026-03-04': { kind: 'holiday', name: '试假' } } };
const at = (text: string): Date => new Date(`${text}+08:00`);
const terms = (measure: ClockTerms['measure'], amount: number, extendedDays = 0): ClockTerms => ({ measure, amount, extendedDays, half: 50, near: 80 });
const due = (start: string, given: ClockTerms, pauses: readonly { from: Date; to: Date }[] = []) =>
  deadlineOf(calendar, at(start), given, pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })));

test('one working day is the same time on the next one, holidays and weekends skipped (SE-4)', () => {
  expect(due('2026-03-02T10:00', terms('workingDays', 1)).due).toBe(at('2026-03-03T10:00').toISOString());
  expect(due('2026-03-03T10:00', terms('workingDays', 1)).due).toBe(at('2026-03-05T10:00').toISOString());
  expect(due('2026-03-06T17:59:59', terms('workingDays', 3)).due).toBe(at('2026-03-11T17:59:59').toISOString());
});

test('hours by the clock know no weekend', () => {
  const { due: end, half, near, computation } = due('2026-03-07T20:00', terms('hours', 12));
  expect([end, half, near]).toEqual([at('2026-03-08T08:00').toISOString(), at('2026-03-08T02:00').toISOString(), at('2026-03-08T05:36').toISOString()]);
  expect(computation.trace).toBeNull();
});

test('a pause moves the deadline by the working time that it took', () => {
  const pause = { from: at('2026-03-02T11:00'), to: at('2026-03-02T14:30') };
  expect(due('2026-03-02T10:00', terms('workingHours', 4), [pause]).due).toBe(at('2026-03-02T17:30').toISOString());
  const weekend = { from: at('2026-03-06T17:00'), to: at('2026-03-09T10:00') };
  expect(due('2026-03-06T16:00', terms('workingDays', 1), [weekend]).due).toBe(at('2026-03-09T18:00').toISOString());
});

test('an extension is counted in working days after what was due', () => {
  expect(due('2026-03-02T10:00', terms('workingDays', 1, 4)).due).toBe(at('2026-03-10T10:00').toISOString());
});

test('warnings lie in order before the deadline, and a pause never brings anything forward', () => {
  const moment = fc.integer({ min: 0, max: 14 * 86_400 }).map((s) => new Date(at('2026-03-01T00:00').getTime() + s * 1_000));
  const made = fc.record({ measure: fc.constantFrom('workingDays' as const, 'workingHours' as const, 'hours' as const), amount: fc.integer({ min: 1, max: 10 }), extendedDays: fc.integer({ min: 0, max: 5 }) });
  fc.assert(fc.property(moment, made, fc.integer({ min: 0, max: 5 * 86_400 }), fc.integer({ min: 0, max: 3 * 86_400 }), (start, { measure, amount, extendedDays }, after, length) => {
    const given = terms(measure, amount, extendedDays);
    const from = new Date(start.getTime() + after * 1_000);
    const pause = { from: from.toISOString(), to: new Date(from.getTime() + length * 1_000).toISOString() };
    const bare = deadlineOf(calendar, start, given, []);
    const paused = deadlineOf(calendar, start, given, [pause]);
    for (const each of [bare, paused]) {
      expect(each.half <= each.near && each.near <= each.due).toBe(true);
      expect(each.half >= start.toISOString()).toBe(true);
    }
    expect(paused.due >= bare.due).toBe(true);
    expect(paused.half >= bare.half).toBe(true);
  }), { numRuns: 300 });
});

test('urgency follows the three instants', () => {
  const clock = { half: at('2026-03-02T10:00'), near: at('2026-03-02T11:00'), due: at('2026-03-02T12:00') };
  expect(['09:59', '10:00', '11:00', '12:00'].map((time) => urgencyOf(clock, at(`2026-03-02T${time}`)))).toEqual(['calm', 'half', 'near', 'breached']);
});
