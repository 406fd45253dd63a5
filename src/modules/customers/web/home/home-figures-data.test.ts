import { expect, test } from 'vitest';
import { lowestOwners, partOfDay, scoreBands, weeklyCounts } from './home-figures-data.ts';

test('weeks without a record stand as 0, the last one is the present week', () => {
  expect(weeklyCounts([{ key: '2026-11-09', count: 5 }], '2026-11-22', 3)).toEqual([
    { week: '2026-11-02', count: 0 }, { week: '2026-11-09', count: 5 }, { week: '2026-11-16', count: 0 },
  ]);
});

test('scores fall into four bands, those without a score into the lowest', () => {
  expect(scoreBands([{ key: null, count: 2 }, { key: '39', count: 1 }, { key: '40', count: 3 }, { key: '100', count: 4 }]).map((b) => b.count)).toEqual([3, 3, 0, 4]);
});

test('owners with few customers are left out, the lowest comes first', () => {
  const rows = [
    { key: 'a', count: 9, label: 'A', 'avg:completeness': '71.6' }, { key: 'b', count: 9, label: 'B', 'avg:completeness': '40' },
    { key: 'c', count: 4, label: 'C', 'avg:completeness': '1' }, { key: null, count: 99, label: null, 'avg:completeness': '2' },
  ];
  expect(lowestOwners(rows, 5)).toEqual([{ id: 'b', name: 'B', count: 9, score: 40 }, { id: 'a', name: 'A', count: 9, score: 72 }]);
});

test('a deadline is over, today, within a week or later', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-29', '2026-11-30', undefined].map((due) => partOfDay(due, '2026-11-22'))).toEqual(['overdue', 'today', 'week', 'later', 'later']);
});
