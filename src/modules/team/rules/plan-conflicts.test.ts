import { expect, test } from 'vitest';
import { type PlannedShift, conflictsOf } from './plan-conflicts.ts';
import { spanOfShift } from './shift-times.ts';

const times = { early: { starts: '08:00', ends: '16:00' }, late: { starts: '14:00', ends: '22:00' }, night: { starts: '22:00', ends: '06:00' } } as const;
const shift = (person: string, day: string, template: keyof typeof times, zone = 'Asia/Shanghai'): PlannedShift => {
  const { from, to } = spanOfShift(times[template], day, zone);
  return { person, day, template, from: from.getTime(), to: to.getTime() };
};
const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
const week = (shifts: readonly PlannedShift[], more: Partial<Parameters<typeof conflictsOf>[0]> = {}) => conflictsOf({ days, shifts, around: [], leave: [], cover: [], restHours: 11, ...more });

test('less than eleven hours between a late and an early shift; eleven are enough', () => {
  expect(week([shift('a', '2026-03-02', 'late'), shift('a', '2026-03-03', 'early')])).toEqual([{ kind: 'rest', person: 'a', day: '2026-03-03', hours: 10 }]);
  expect(week([shift('a', '2026-03-02', 'late'), shift('a', '2026-03-03', 'early')], { restHours: 10 })).toEqual([]);
  expect(week([shift('a', '2026-03-02', 'late'), shift('b', '2026-03-03', 'early')])).toEqual([]);
});

test('a night into the next day: an hour that the clock skips counts as missing rest', () => {
  const zone = 'Europe/Berlin';
  const rest = (day: string, next: string) => week([shift('a', day, 'late', zone), shift('a', next, 'early', zone)], { days: [day, next], restHours: 10 });
  expect(rest('2026-03-28', '2026-03-29')).toEqual([{ kind: 'rest', person: 'a', day: '2026-03-29', hours: 9 }]);
  expect(rest('2026-10-24', '2026-10-25')).toEqual([]);
});

test('two shifts on one day, and one within another, are doubles', () => {
  expect(week([shift('a', '2026-03-02', 'early'), shift('a', '2026-03-02', 'late')])).toEqual([{ kind: 'double', person: 'a', day: '2026-03-02' }]);
  const long: PlannedShift = { ...shift('a', '2026-03-02', 'early'), to: shift('a', '2026-03-03', 'late').to };
  expect(week([long, shift('a', '2026-03-03', 'early'), shift('a', '2026-03-03', 'late')])).toEqual([{ kind: 'double', person: 'a', day: '2026-03-03' }]);
});

test('what was published for the week before, or by another unit, counts too and is said where it can be changed', () => {
  const sunday = shift('a', '2026-03-01', 'night');
  expect(week([shift('a', '2026-03-02', 'early')], { around: [sunday] })).toEqual([{ kind: 'rest', person: 'a', day: '2026-03-02', hours: 2 }]);
  expect(week([shift('a', '2026-03-04', 'night')], { around: [shift('a', '2026-03-05', 'early')] })).toEqual([{ kind: 'rest', person: 'a', day: '2026-03-04', hours: 2 }]);
  expect(week([], { around: [sunday, shift('a', '2026-03-02', 'early')] })).toEqual([]);
});

test('leave counts with its first and its last day', () => {
  const leave = [{ person: 'a', from: '2026-03-03', to: '2026-03-04' }];
  expect(week([shift('a', '2026-03-02', 'early'), shift('a', '2026-03-04', 'early'), shift('b', '2026-03-03', 'early')], { leave })).toEqual([{ kind: 'leave', person: 'a', day: '2026-03-04' }]);
});

test('missing cover by weekday; a person planned twice counts once', () => {
  const cover = [{ template: 'early', weekday: 0, heads: 2 }, { template: 'late', weekday: 2, heads: 1 }, { template: 'night', weekday: 5, heads: 4 }];
  const monday = shift('a', '2026-03-02', 'early');
  expect(week([monday, monday], { cover })).toEqual([
    { kind: 'double', person: 'a', day: '2026-03-02' }, { kind: 'cover', day: '2026-03-02', template: 'early', planned: 1, needed: 2 }, { kind: 'cover', day: '2026-03-04', template: 'late', planned: 0, needed: 1 },
  ]);
});
