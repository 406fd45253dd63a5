import { expect, test } from 'vitest';
import { monthlyDays } from './monthly-days.ts';

test('the same day of each month, the last one where a month is shorter', () => {
  expect(monthlyDays('2026-01-31', 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  expect(monthlyDays('2026-11-05', 3)).toEqual(['2026-11-05', '2026-12-05', '2027-01-05']);
});
