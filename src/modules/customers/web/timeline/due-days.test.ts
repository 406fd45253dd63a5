import { expect, test } from 'vitest';
import { nextWorkdays } from './due-days.ts';

test('next Monday is a week on Mondays and left out on Sundays', () => {
  expect(nextWorkdays('2026-11-20').at(-1)).toEqual({ key: 'nextMonday', date: '2026-11-23' });
  expect(nextWorkdays('2026-11-23').at(-1)).toEqual({ key: 'nextMonday', date: '2026-11-30' });
  expect(nextWorkdays('2026-11-22').map((d) => d.key)).toEqual(['today', 'tomorrow']);
});
