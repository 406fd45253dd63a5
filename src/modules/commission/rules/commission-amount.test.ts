import { expect, it } from 'vitest';
import { commissionOf } from './commission-amount.ts';
import type { PlanTerms, Rate } from './plan-terms.ts';
import { faultsOf } from './plan-terms.ts';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const terms = (rate: Rate, more: Partial<PlanTerms> = {}): PlanTerms => ({ accrual: 'contract', rates: [{ product: null, rate }], target: null, ...more });
const deal = (price: string, more = {}) => ({ price: cny(price), received: cny('0.00'), product: null, isSigned: true, isRefunded: false, ...more });
const tiers = [{ from: '0', percent: '1' }, { from: '1000000', percent: '1.5' }, { from: '2000000', percent: '2' }];

it('a percentage of the price, to the cent', () => {
  expect(commissionOf(terms({ kind: 'percent', percent: '1.2' }), deal('1286400.55'), false).full.amount).toBe('15436.81');
});

it('tiers: each part at its own, or the whole at the one reached, from the exact boundary on', () => {
  expect(commissionOf(terms({ kind: 'marginal', tiers }), deal('2500000.00'), false).full.amount).toBe('35000.00');
  expect(commissionOf(terms({ kind: 'whole', tiers }), deal('2500000.00'), false).full.amount).toBe('50000.00');
  expect(commissionOf(terms({ kind: 'whole', tiers }), deal('1999999.99'), false).full.amount).toBe('30000.00');
  expect(commissionOf(terms({ kind: 'whole', tiers }), deal('2000000.00'), false).full.amount).toBe('40000.00');
});

it('a product with its own line, and the team’s extra', () => {
  const plan = terms({ kind: 'percent', percent: '1' }, { rates: [{ product: '商铺', rate: { kind: 'percent', percent: '3' } }, { product: null, rate: { kind: 'percent', percent: '1' } }], target: { monthly: '1', extraPercent: '0.5' } });
  expect(commissionOf(plan, deal('100000.00', { product: '商铺' }), false).full.amount).toBe('3000.00');
  expect(commissionOf(plan, deal('100000.00', { product: '车位' }), true).full.amount).toBe('1500.00');
});

it('earned in proportion to what was received: whole at the price, nothing before the contract or after a refund', () => {
  const plan = terms({ kind: 'percent', percent: '1' }, { accrual: 'received' });
  expect(commissionOf(plan, deal('300000.00', { received: cny('100000.00') }), false).earned.amount).toBe('1000.00');
  expect(commissionOf(plan, deal('300000.00', { received: cny('300000.01') }), false).earned.amount).toBe('3000.00');
  expect(commissionOf(plan, deal('300000.00', { received: cny('-5.00') }), false).earned.amount).toBe('0.00');
  expect(commissionOf(plan, deal('300000.00', { isSigned: false }), false).full.amount).toBe('0.00');
  expect(commissionOf(plan, deal('300000.00', { isRefunded: true }), false).full.amount).toBe('0.00');
});

it('terms that cannot work are named by their place', () => {
  expect(faultsOf({ accrual: 'contract', rates: [{ product: '车位', rate: { kind: 'whole', tiers: [{ from: '5', percent: '1' }, { from: '5', percent: '2' }] } }], target: null })).toEqual([
    { path: 'terms.rates', code: 'required' }, { path: 'terms.rates.0.rate.tiers.0.from', code: 'too-big', params: { max: '0' } },
    { path: 'terms.rates.0.rate.tiers.1.from', code: 'too-small', params: { min: '5' } },
  ]);
  expect(faultsOf(terms({ kind: 'percent', percent: '1' }))).toEqual([]);
});
