import { expect, test } from 'vitest';
import { clockOf, codeIn, minuteOf, roundDates, roundGaps } from './inspection.ts';

test('rounds of each day, of a weekday, of a day of the month; a short month ends on its last day', () => {
  expect(roundDates({ frequency: 'daily', onDay: null }, '2026-02-27', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  // 2 March 2026 is a Monday.
  expect(roundDates({ frequency: 'weekly', onDay: 1 }, '2026-02-27', 14)).toEqual(['2026-03-02', '2026-03-09']);
  expect(roundDates({ frequency: 'weekly', onDay: 7 }, '2026-02-27', 7)).toEqual(['2026-03-01']);
  expect(roundDates({ frequency: 'monthly', onDay: 31 }, '2026-02-01', 62)).toEqual(['2026-02-28', '2026-03-31']);
  expect(roundDates({ frequency: 'monthly', onDay: 15 }, '2026-02-01', 59)).toEqual(['2026-02-15', '2026-03-15']);
});

test('each point is seen or its reason told; a finding has words and a photo', () => {
  const visit = (point: string, outcome: 'fine' | 'finding' | 'unreachable', reason = '') => ({ point, outcome, reason });
  expect(roundGaps(['a', 'b', 'c', 'd'], [visit('a', 'fine'), visit('b', 'unreachable', ' '), visit('c', 'finding')], [])).toEqual([
    { point: 'b', part: 'reason' }, { point: 'c', part: 'finding' }, { point: 'd', part: 'visit' },
  ]);
  const finding = { point: 'c', text: '灯不亮', photos: 1 };
  expect(roundGaps(['b', 'c'], [visit('b', 'unreachable', '施工围挡'), visit('c', 'finding')], [finding])).toEqual([]);
  expect(roundGaps(['c'], [visit('c', 'finding')], [finding, { ...finding, photos: 0 }])).toEqual([{ point: 'c', part: 'photos' }]);
  expect(roundGaps(['c'], [visit('c', 'finding')], [{ ...finding, text: ' ' }])).toEqual([{ point: 'c', part: 'finding' }]);
});

test('a sign may hold an address around its code', () => {
  expect([codeIn(' ab-12 '), codeIn('https://example.org/p/ab-12'), codeIn('https://example.org/?p=ab-12')]).toEqual(['AB-12', 'AB-12', 'AB-12']);
});

test('minutes after midnight and the clock say the same', () => {
  expect([clockOf(0), clockOf(570), clockOf(1_440)]).toEqual(['00:00', '09:30', '23:59']);
  expect([minuteOf('09:30'), minuteOf('23:59'), minuteOf(''), minuteOf('24:00')]).toEqual([570, 1_439, null, null]);
});
