import { expect, test } from 'vitest';
import { toWorkingCalendar, usualWeek } from '../rules/calendar-content.ts';
import { dateByKey, yearOf } from './year-model.ts';

const calendar = toWorkingCalendar({
  timeZone: 'Asia/Shanghai', week: usualWeek,
  days: [{ date: '2024-02-12', kind: 'holiday', name: '春节', hours: null }, { date: '2024-02-18', kind: 'makeUp', name: '春节', hours: null }],
});

test('a year has its months, blanks before the first, and workdays with their exceptions', () => {
  const [january, february] = yearOf(calendar, 2024);
  expect(january).toMatchObject({ month: 1, blanks: 0, workdays: 23 });
  // 21 weekdays in February 2024, one off, one made up.
  expect(february).toMatchObject({ month: 2, blanks: 3, workdays: 21 });
  expect(february?.days).toHaveLength(29);
  expect(february?.days[17]?.plan).toMatchObject({ kind: 'makeUp', hours: [{}, {}] });
});

test('arrow keys move by day and week within the year', () => {
  expect(dateByKey('2024-02-28', 'ArrowRight')).toBe('2024-02-29');
  expect(dateByKey('2024-02-28', 'ArrowDown')).toBe('2024-03-06');
  expect(dateByKey('2024-01-03', 'ArrowUp')).toBeUndefined();
  expect(dateByKey('2024-01-03', 'Tab')).toBeUndefined();
});
