import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MailHours, isQuiet, mailDueAt, nextHour } from './delivery-time.ts';

const shanghai: MailHours = { timeZone: 'Asia/Shanghai', digestHour: 8, quiet: { from: 22, until: 7 } };
const at = (local: string) => new Date(`${local}+08:00`);

it.each([
  ['at noon', '2026-11-22T12:00:00', 'now', false, '2026-11-22T12:00:00'],
  ['late in the evening', '2026-11-22T23:10:00', 'now', false, '2026-11-23T07:00:00'],
  ['early in the morning', '2026-11-22T06:59:59', 'now', false, '2026-11-22T07:00:00'],
  ['when quiet ends', '2026-11-22T07:00:00', 'now', false, '2026-11-22T07:00:00'],
  ['urgent at night', '2026-11-22T23:10:00', 'now', true, '2026-11-22T23:10:00'],
  ['digest before its hour', '2026-11-22T07:30:00', 'digest', false, '2026-11-22T08:00:00'],
  ['digest at its hour', '2026-11-22T08:00:00', 'digest', false, '2026-11-23T08:00:00'],
  ['urgent digest', '2026-11-22T09:00:00', 'digest', true, '2026-11-22T09:00:00'],
] as const)('%s', (_name, now, mode, isUrgent, due) => {
  expect(mailDueAt(at(now), mode, shanghai, isUrgent)).toEqual(at(due));
});

it('follows the clock of a zone with summer time, also where an hour is missing', () => {
  const berlin = { timeZone: 'Europe/Berlin', digestHour: 2, quiet: null };
  // In the night of 29 March 2026 two o'clock does not exist in Berlin.
  expect(mailDueAt(new Date('2026-03-28T12:00:00Z'), 'digest', berlin, false)).toEqual(new Date('2026-03-29T01:00:00Z'));
  expect(mailDueAt(new Date('2026-03-29T12:00:00Z'), 'digest', berlin, false)).toEqual(new Date('2026-03-30T00:00:00Z'));
});

it('a mail never leaves in quiet hours, never earlier than now, and within 26 hours', () => {
  const hours = fc.integer({ min: 0, max: 23 });
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'UTC');
  fc.assert(fc.property(
    fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }), zones, hours, hours, fc.constantFrom('now', 'digest'),
    (now, timeZone, from, until, mode) => {
      const given: MailHours = { timeZone, digestHour: until, quiet: { from, until } };
      const due = mailDueAt(now, mode, given, false);
      expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
      if (mode === 'now') expect(isQuiet(due, given)).toBe(false);
      if (due.getTime() > now.getTime()) expect(due).toEqual(nextHour(now, until, timeZone));
    },
  ));
});
