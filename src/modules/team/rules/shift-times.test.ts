import { expect, test } from 'vitest';
import { spanOfShift, workedMinutes } from './shift-times.ts';

const hours = (times: { starts: string; ends: string }, day: string, zone: string) => {
  const { from, to } = spanOfShift(times, day, zone);
  return [from.toISOString(), to.toISOString(), (to.getTime() - from.getTime()) / 3_600_000];
};

test('a night shift ends on the next day', () => {
  expect(hours({ starts: '22:00', ends: '06:00' }, '2026-03-02', 'Asia/Shanghai')).toEqual(['2026-03-02T14:00:00.000Z', '2026-03-02T22:00:00.000Z', 8]);
  expect(hours({ starts: '08:00', ends: '08:00' }, '2026-03-02', 'Asia/Shanghai')[2]).toBe(24);
});

test('a night in which the clock is set is an hour shorter or longer', () => {
  expect(hours({ starts: '22:00', ends: '06:00' }, '2026-03-28', 'Europe/Berlin')[2]).toBe(7);
  expect(hours({ starts: '22:00', ends: '06:00' }, '2026-10-24', 'Europe/Berlin')[2]).toBe(9);
  expect(hours({ starts: '22:00', ends: '06:00' }, '2026-10-24', 'Asia/Shanghai')[2]).toBe(8);
});

test('the break is not worked', () => {
  const span = spanOfShift({ starts: '08:00', ends: '16:30' }, '2026-03-02', 'Asia/Shanghai');
  expect(workedMinutes(span, 30)).toBe(480);
  expect(workedMinutes(span, 1_000)).toBe(0);
});
