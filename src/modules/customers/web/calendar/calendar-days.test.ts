import { expect, test } from 'vitest';
import { calendarDays, turnPage } from './calendar-days.ts';

test('a month shows whole weeks from Monday, no week of other months alone', () => {
  const november = calendarDays('2026-11-22', 'month');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  const february = calendarDays('2027-02-10', 'month');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
});

test('a week runs from Monday to Sunday, Sunday included', () => {
  expect(calendarDays('2026-11-22', 'week')).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);
});

test('pages turn by a week or to the first of the next month', () => {
  expect([turnPage('2026-12-31', 'month', 1), turnPage('2026-01-31', 'month', -1), turnPage('2026-11-22', 'week', -1)]).toEqual(['2027-01-01', '2025-12-01', '2026-11-15']);
});
