import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pareto, sumAmounts, vitalFew } from './pareto.ts';

test('causes are added up from the most frequent on', () => {
  const rows = pareto([{ cases: 1 }, { cases: 6 }, { cases: 3 }]);
  expect(rows.map(({ row, cumulative }) => [row.cases, cumulative])).toEqual([[6, 0.6], [3, 0.9], [1, 1]]);
  expect(vitalFew(rows)).toBe(2);
  expect(pareto([{ cases: 0 }])).toEqual([]);
  expect(vitalFew([])).toBe(0);
});

test('amounts are added without rounding', () => {
  expect(sumAmounts(['0.10', '0.20', '1200.00'])).toBe('1200.30');
  expect(sumAmounts([])).toBe('0.00');
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 })), (cents) => {
    const amounts = cents.map((each) => `${Math.floor(each / 100)}.${String(each % 100).padStart(2, '0')}`);
    expect(sumAmounts(amounts).replace('.', '').replace(/^0+(?=\d)/, '')).toBe(String(cents.reduce((a, b) => a + b, 0)));
  }));
});
