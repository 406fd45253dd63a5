import { expect, test } from 'vitest';
import { isOpenAt } from './opening-hours.ts';

const at = (clock: string) => new Date(`2026-03-02T${clock}:00+08:00`);
const open = (opensAt: string, closesAt: string, clock: string) => isOpenAt({ timeZone: 'Asia/Shanghai', opensAt, closesAt }, at(clock));

test.each([
  ['09:00', '18:00', '08:59', false], ['09:00', '18:00', '09:00', true], ['09:00', '18:00', '17:59', true], ['09:00', '18:00', '18:00', false],
  ['00:00', '00:00', '03:00', true], ['18:00', '02:00', '23:59', true], ['18:00', '02:00', '00:00', true], ['18:00', '02:00', '02:00', false], ['18:00', '02:00', '12:00', false],
])('open %s to %s, at %s: %s', (opensAt, closesAt, clock, expected) => {
  expect(open(opensAt, closesAt, clock)).toBe(expected);
});
