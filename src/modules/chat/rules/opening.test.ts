import { expect, test } from 'vitest';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { opensNext } from './opening.ts';

const hours = [{ from: 9 * 3_600, to: 18 * 3_600 }];
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Shanghai', week: [hours, hours, hours, hours, hours, [], []], days: { '2026-03-04': { kind: 'holiday', name: '店庆', hours: [] } },
};
const at = (text: string) => new Date(`${text}+08:00`);

test.each([
  ['2026-03-02T09:00:00', null],
  ['2026-03-02T17:59:59', null],
  ['2026-03-02T18:00:00', '2026-03-03T09:00:00'],
  ['2026-03-02T08:59:00', '2026-03-02T09:00:00'],
  ['2026-03-03T20:00:00', '2026-03-05T09:00:00'],
  ['2026-03-07T12:00:00', '2026-03-09T09:00:00'],
])('%s: opens next %s', (now, next) => {
  expect(opensNext(calendar, at(now))?.toISOString() ?? null).toBe(next === null ? null : at(next).toISOString());
});
