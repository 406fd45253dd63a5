import { expect, test } from 'vitest';
import { oldestUnpaid, planTotal } from './payment-plan.ts';

const plan = [
  { dueOn: '2026-03-01', label: '首期', amount: '300000.10' },
  { dueOn: '2026-06-01', label: '二期', amount: '699999.90' },
];

test('a plan sums to the cent', () => {
  expect(planTotal(plan)).toBe('1000000.00');
  expect(planTotal([...plan, { dueOn: '2026-07-01', label: '尾款', amount: '0.01' }])).toBe('1000000.01');
});

test('the oldest instalment that is not covered in full, once its day is past', () => {
  expect(oldestUnpaid(plan, '0.00', '2026-03-01')).toBeNull();
  expect(oldestUnpaid(plan, '300000.09', '2026-03-02')).toBe('2026-03-01');
  expect(oldestUnpaid(plan, '300000.10', '2026-03-02')).toBeNull();
  expect(oldestUnpaid(plan, '999999.99', '2026-06-02')).toBe('2026-06-01');
  expect(oldestUnpaid(plan, '1000000.00', '2027-01-01')).toBeNull();
});
