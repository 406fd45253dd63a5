import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chinaHolidays } from '#modules/calendars/server/china-holidays.ts';
import { type PlainCalendar, countBetween, countDays, countOn } from './minute-count.ts';
import { type PublishedCase, casesOf, readCases } from './read-cases.ts';
import {
  addWorkingDays, addWorkingTime, resumeAfterPause, traceWorkingDays, traceWorkingSeconds, traceWorkingTime, workingSecondsBetween,
} from './working-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const published = readCases(readFileSync(new URL('published-cases.md', import.meta.url), 'utf8'));

function answerOf(calendar: WorkingCalendar, { start, action }: PublishedCase): number {
  const at = new Date(start);
  if (action.kind === 'until') return workingSecondsBetween(calendar, at, new Date(action.to));
  const due = action.kind === 'days' ? addWorkingDays(calendar, at, action.amount) : addWorkingTime(calendar, at, action.amount);
  return action.pause ? resumeAfterPause(calendar, due, new Date(action.pause.from), new Date(action.pause.to)).getTime() : due.getTime();
}

function countOf(calendar: PlainCalendar, { start, action }: PublishedCase): number {
  if (action.kind === 'until') return countBetween(calendar, start, action.to);
  const due = action.kind === 'days' ? countDays(calendar, start, action.amount) : countOn(calendar, start, action.amount);
  return action.pause ? countOn(calendar, due, countBetween(calendar, action.pause.from, action.pause.to)) : due;
}

/** The trace tells the same story: its end is the answer, and its days add up to the amount. */
function expectTrace(calendar: WorkingCalendar, { start, action }: PublishedCase): void {
  const at = new Date(start);
  if (action.kind === 'days') {
    const { end, days } = traceWorkingDays(calendar, at, action.amount);
    expect(end).toBe(addWorkingDays(calendar, at, action.amount).toISOString());
    expect(days.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal]))).toEqual(Array.from({ length: action.amount + 1 }, (_, n) => n));
    return;
  }
  const trace = action.kind === 'until' ? traceWorkingSeconds(calendar, at, new Date(action.to)) : traceWorkingTime(calendar, at, action.amount);
  expect(trace.days.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(trace.amount);
  if (action.kind === 'seconds') expect(trace).toMatchObject({ amount: action.amount, end: addWorkingTime(calendar, at, action.amount).toISOString() });
}

describe('200 published cases of working time (SE-4)', () => {
  it('has them: 200 in all, numbered, at least 60 worked out by hand, no two alike', () => {
    expect(published.cases.map(({ number }) => number)).toEqual(published.cases.map((_, at) => at + 1));
    expect(published.cases.length).toBeGreaterThanOrEqual(200);
    expect(casesOf(published, 'Worked out by hand').length).toBeGreaterThanOrEqual(60);
    expect(new Set(published.cases.map(({ question }) => question)).size).toBe(published.cases.length);
  });

  it('names the weekdays as they are', () => {
    expect(published.wrongWeekdays).toEqual([]);
  });

  it.each(published.cases)('$number $question', (one) => {
    const calendar = published.calendars.get(one.calendar);
    expect(calendar).toBeDefined();
    if (!calendar) return;
    expect({ works: answerOf(calendar.working, one), counted: countOf(calendar.plain, one) }).toEqual({ works: one.expected, counted: one.expected });
    expectTrace(calendar.working, one);
  });

  it.each([2024, 2025, 2026])('the days of %i are those that the calendars room takes over', (year) => {
    const known = chinaHolidays(year).map(({ date, kind }) => `${date} ${kind}`);
    expect(published.chinaDays.filter((day) => day.startsWith(`${year}`)).toSorted()).toEqual(known);
  });
});
