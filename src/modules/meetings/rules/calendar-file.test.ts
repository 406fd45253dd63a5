import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const entry: CalendarEntry = {
  uid: 'a@zhike', sequence: 3, stamp: new Date('2026-03-01T00:00:00Z'), startsAt: new Date('2026-03-02T06:00:00Z'), endsAt: new Date('2026-03-02T08:00:00Z'),
  subject: '客户座谈会; 一,二', place: '二楼', words: '议程\n服务', url: 'https://x.example/meetings/a', isCancelled: false,
};

test('instants in UTC, words escaped, a cancelled meeting as such', () => {
  const text = calendarFile(entry);
  expect(text).toContain('DTSTART:20260302T060000Z\r\nDTEND:20260302T080000Z\r\nSUMMARY:客户座谈会\\; 一\\,二\r\n');
  expect(text).toContain('DESCRIPTION:议程\\n服务\r\n');
  expect(calendarFile({ ...entry, isCancelled: true })).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
});

test('whatever the words are: no line is longer than 75 octets, none begins a property of its own, and unfolding gives them back', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (subject) => {
    const text = calendarFile({ ...entry, subject });
    const lines = text.split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '').split('\r\n').filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
    expect(text.replaceAll('\r\n ', '').split('\r\n')).toHaveLength(18);
  }));
});
