import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { WorkingCalendar } from './working-calendar.ts';
import { instantOfWall, wallTimeAt } from './wall-time.ts';
import { type DayHours, formatHours, lengthOfHours, parseHours } from './working-hours.ts';
import {
  addWorkingDays, addWorkingTime, isWorkingAt, nextOpening, resumeAfterPause, traceWorkingDays, traceWorkingSeconds, traceWorkingTime,
  workingSecondsBetween,
} from './working-time.ts';

const hours = (text: string): DayHours => parseHours(text) ?? [];
const office = hours('09:00-12:00, 13:30-18:00');
const shanghai: WorkingCalendar = {
  timeZone: 'Asia/Shanghai', week: [office, office, office, office, office, [], []],
  days: { '2025-01-28': { kind: 'holiday', name: '春节' }, '2025-02-08': { kind: 'makeUp', name: '春节' }, '2025-01-29': { kind: 'special', name: '值班', hours: hours('10:00-11:00') } },
};

const dayHours = fc.uniqueArray(fc.integer({ min: 0, max: 86_400 }), { minLength: 0, maxLength: 6 }).map((edges): DayHours => {
  const sorted = edges.toSorted((a, b) => a - b);
  return sorted.flatMap((from, at) => { const to = sorted[at + 1]; return at % 2 === 0 && to !== undefined ? [{ from, to }] : []; });
});
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  // Half an hour of daylight saving (Lord Howe), at midnight (Havana), a whole day skipped (Apia 2011), none.
  timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Pacific/Apia', 'Asia/Kathmandu'),
  week: fc.tuple(dayHours.filter((day) => lengthOfHours(day) > 7200), dayHours, dayHours, dayHours, dayHours, dayHours, dayHours),
  days: fc.dictionary(
    fc.integer({ min: 0, max: 700 }).map((day) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)),
    fc.oneof(
      fc.constant({ kind: 'holiday' as const, name: '' }), fc.constant({ kind: 'makeUp' as const, name: '' }),
      dayHours.map((special) => ({ kind: 'special' as const, name: '', hours: special })),
    ), { maxKeys: 40 },
  ),
});
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 }),
  // Around the day that Apia left out and around changes of the clock.
  fc.integer({ min: Date.UTC(2011, 11, 27) / 1000, max: Date.UTC(2012, 0, 2) / 1000 }),
  fc.integer({ min: Date.UTC(2025, 2, 28) / 1000, max: Date.UTC(2025, 3, 7) / 1000 }),
).map((seconds) => new Date(seconds * 1000));
const amounts = fc.integer({ min: 0, max: 400_000 });

describe('laws of working time', () => {
  it('what is added is what lies between, and not a second earlier would do', () => {
    fc.assert(fc.property(calendars, instants, amounts, (calendar, start, seconds) => {
      const end = addWorkingTime(calendar, start, seconds);
      expect(workingSecondsBetween(calendar, start, end)).toBe(seconds);
      if (seconds > 0) expect(workingSecondsBetween(calendar, start, new Date(end.getTime() - 1000))).toBe(seconds - 1);
    }), { numRuns: 300 });
  });

  it('adding in two steps is adding at once', () => {
    fc.assert(fc.property(calendars, instants, amounts, amounts, (calendar, start, first, second) => {
      expect(addWorkingTime(calendar, addWorkingTime(calendar, start, first), second)).toEqual(addWorkingTime(calendar, start, first + second));
    }), { numRuns: 200 });
  });

  it('time between adds up over any instant in the middle, and turns its sign', () => {
    const days = fc.integer({ min: -60 * 86_400, max: 60 * 86_400 });
    fc.assert(fc.property(calendars, instants, days, days, (calendar, a, toB, toC) => {
      const [b, c] = [new Date(a.getTime() + toB * 1000), new Date(a.getTime() + toC * 1000)];
      expect(workingSecondsBetween(calendar, a, b) + workingSecondsBetween(calendar, b, c)).toBe(workingSecondsBetween(calendar, a, c));
      expect(workingSecondsBetween(calendar, b, a)).toBe(0 - workingSecondsBetween(calendar, a, b));
    }), { numRuns: 150 });
  });

  it('a later start or a larger amount is never due earlier', () => {
    fc.assert(fc.property(calendars, instants, amounts, amounts, fc.integer({ min: 0, max: 6 }), (calendar, start, seconds, more, days) => {
      const later = new Date(start.getTime() + more * 1000);
      expect(addWorkingTime(calendar, later, seconds).getTime()).toBeGreaterThanOrEqual(addWorkingTime(calendar, start, seconds).getTime());
      expect(addWorkingTime(calendar, start, seconds + more).getTime()).toBeGreaterThanOrEqual(addWorkingTime(calendar, start, seconds).getTime());
      expect(addWorkingDays(calendar, start, days + 1).getTime()).toBeGreaterThan(addWorkingDays(calendar, start, days).getTime());
    }), { numRuns: 200 });
  });

  it('a pause moves a deadline by the working time that it took, as if the rest began when it ended', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 2, max: 300_000 }), fc.double({ min: 0, max: 0.99, noNaN: true }), fc.integer({ min: 0, max: 900_000 }), (calendar, start, seconds, part, length) => {
      const due = addWorkingTime(calendar, start, seconds);
      const done = Math.floor(seconds * part);
      const pausedAt = addWorkingTime(calendar, start, done);
      const resumedAt = new Date(pausedAt.getTime() + length * 1000);
      expect(resumeAfterPause(calendar, due, pausedAt, resumedAt)).toEqual(addWorkingTime(calendar, resumedAt, seconds - done));
    }), { numRuns: 150 });
  });

  it('the n-th working day is n working dates on, within its hours, and its trace says so', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 0, max: 12 }), (calendar, start, count) => {
      const trace = traceWorkingDays(calendar, start, count);
      expect(trace.end).toBe(addWorkingDays(calendar, start, count).toISOString());
      expect(trace.days.filter(({ ordinal }) => ordinal !== null)).toHaveLength(count + 1);
      expect(trace.days.every(({ ordinal, hours: open }) => ordinal === null || open.length > 0)).toBe(true);
      expect(nextOpening(calendar, start).toISOString()).toBe(trace.begin);
      // The closing is bound to the day: a second before it people still work.
      expect(isWorkingAt(calendar, new Date(trace.end)) || isWorkingAt(calendar, new Date(Date.parse(trace.end) - 1000))).toBe(true);
    }), { numRuns: 150 });
  });

  it('the days of a trace add up to the amount and follow each other without a gap', () => {
    fc.assert(fc.property(calendars.filter(({ timeZone }) => timeZone !== 'Pacific/Apia'), instants, amounts, (calendar, start, seconds) => {
      const added = traceWorkingTime(calendar, start, seconds);
      const between = traceWorkingSeconds(calendar, start, new Date(added.end));
      for (const { days, amount } of [added, between]) {
        expect(days.reduce((sum, day) => sum + day.seconds, 0)).toBe(amount);
        expect(days.slice(1).every(({ date }, at) => Date.parse(date) - Date.parse(days[at]?.date ?? '') === 86_400_000)).toBe(true);
      }
      expect(between.amount).toBe(seconds);
    }), { numRuns: 100 });
  });

  it('hours are written as they are read', () => {
    fc.assert(fc.property(dayHours, (day) => { expect(parseHours(formatHours(day))).toEqual(day); }));
  });
});

test('a trace names the days that were counted and skipped, and why', () => {
  const { days, begin, end } = traceWorkingTime(shanghai, new Date('2025-01-27T18:30:00+08:00'), 3600 + 7.5 * 3600);
  expect(days.map(({ date, kind, name, seconds }) => [date, kind, name, seconds])).toEqual([
    ['2025-01-27', 'workday', '', 0], ['2025-01-28', 'holiday', '春节', 0], ['2025-01-29', 'special', '值班', 3600], ['2025-01-30', 'workday', '', 27_000],
  ]);
  expect([begin, end]).toEqual(['2025-01-29T02:00:00.000Z', '2025-01-30T10:00:00.000Z']);
  expect(traceWorkingDays(shanghai, new Date('2025-02-07T10:00:00+08:00'), 2).days.map(({ date, kind, ordinal }) => [date, kind, ordinal])).toEqual([
    ['2025-02-07', 'workday', 0], ['2025-02-08', 'makeUp', 1], ['2025-02-09', 'rest', null], ['2025-02-10', 'workday', 2],
  ]);
});

test('10 000 working hours are found day by day', () => {
  const end = addWorkingTime(shanghai, new Date('2025-03-03T09:00:00+08:00'), 10_000 * 3600);
  // 1333 days of 7.5 h, then 2.5 h: five years and a bit of weekdays, no special day among them.
  expect(end.toISOString()).toBe('2030-04-11T03:30:00.000Z');
  expect(traceWorkingTime(shanghai, new Date('2025-03-03T09:00:00+08:00'), 10_000 * 3600).days.length).toBeLessThan(2000);
});

test('what makes no sense is refused, and a calendar that never opens does not run for ever', () => {
  const start = new Date('2025-03-03T01:00:00Z');
  const closed: WorkingCalendar = { timeZone: 'Asia/Shanghai', week: [[], [], [], [], [], [], []], days: {} };
  for (const work of [
    () => addWorkingTime(shanghai, start, -1), () => addWorkingTime(shanghai, start, Number.NaN), () => addWorkingDays(shanghai, start, 1.5),
    () => addWorkingDays(shanghai, start, -1), () => addWorkingTime(closed, start, 1), () => addWorkingDays(closed, start, 1), () => nextOpening(closed, start),
  ]) expect(work).toThrow(RangeError);
  expect(workingSecondsBetween(closed, start, new Date('2026-03-03T01:00:00Z'))).toBe(0);
});

test.each([
  ['09:00-12:00，13:30～18:00', '09:00-12:00, 13:30-18:00'],
  ['9:00至12:00 13:30到18:00', '09:00-12:00, 13:30-18:00'],
  ['13:30-18:00;09:00-12:00', '09:00-12:00, 13:30-18:00'],
  ['09:00-12:00, 12:00-18:00', '09:00-18:00'],
  ['24小时', '00:00-24:00'],
  ['08:30:30-11:59:30', '08:30:30-11:59:30'],
  ['', ''],
])('hours as people write them: %s', (written, read) => {
  expect(formatHours(hours(written))).toBe(read);
  expect(parseHours(written)).not.toBeNull();
});

test.each(['9-12', '09:00', '09:00-12:00, 11:00-13:00', '18:00-09:00', '09:00-24:01', '09:60-10:00', '09:00-12:00 x', 'closed'])('not hours: %s', (written) => {
  expect(parseHours(written)).toBeNull();
});

test.each([
  ['Asia/Shanghai', '2025-02-05', '11:00', '2025-02-05T03:00:00.000Z', '11:00'],
  ['Europe/Berlin', '2025-03-30', '02:30', '2025-03-30T01:00:00.000Z', '03:00'],
  ['Europe/Berlin', '2025-10-26', '02:30', '2025-10-26T00:30:00.000Z', '02:30'],
  ['America/New_York', '2025-07-01', '00:00', '2025-07-01T04:00:00.000Z', '00:00'],
])('%s shows %s %s first at %s', (zone, date, time, instant, shown) => {
  const seconds = (text: string) => (parseHours(`${text}-24:00`)?.[0]?.from ?? 0);
  expect(instantOfWall(zone, { date, seconds: seconds(time) }).toISOString()).toBe(instant);
  expect(wallTimeAt(zone, new Date(instant))).toEqual({ date, seconds: seconds(shown) });
});
