import { expect, it } from 'vitest';
import { differenceLines, divide, moveLines, type Share, sumByAccount } from './deal-ledger.ts';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const share = (party: string, userId: string, percent: string): Share => ({ party, account: { kind: 'person', userId }, percent });
const fund: Share = { party: 'publicFund', account: { kind: 'publicFund', userId: null }, percent: '30' };

it('a tie to the cent goes to the first in the clause’s order', () => {
  expect(divide(cny('100.01'), [share('earlier', 'a', '50'), share('receiver', 'b', '50')]).map((claim) => claim.amount.amount)).toEqual(['50.01', '50.00']);
  expect(divide(cny('0.01'), [share('receiver', 'b', '70'), fund]).map((claim) => claim.amount.amount)).toEqual(['0.01', '0.00']);
});

it('several earlier receivers share their half equally and exactly, whatever decimals their percents have', () => {
  const shares = [share('receiver', 'a', '50'), share('earlierAll', 'b', '16.6666666667'), share('earlierAll', 'c', '16.6666666667'), share('earlierAll', 'd', '16.6666666666')];
  expect(divide(cny('1000.00'), shares).map((claim) => claim.amount.amount)).toEqual(['500.00', '166.67', '166.67', '166.66']);
});

it('one person in two parts has one claim', () => {
  expect(divide(cny('10.00'), [share('receiver', 'a', '70'), share('introducer', 'a', '30')])).toMatchObject([{ amount: cny('10.00'), percent: '100' }]);
});

it('posts differences only, and a new division as adjustments that sum to zero', () => {
  const first = differenceLines([], divide(cny('100.00'), [share('receiver', 'a', '100')]), 'CNY', false);
  expect(first.map((line) => [line.kind, line.account.kind, line.amount.amount])).toEqual([['accrue', 'company', '-100.00'], ['split', 'person', '100.00']]);
  const again = differenceLines(first, divide(cny('100.00'), [share('receiver', 'a', '100')]), 'CNY', false);
  expect(again).toEqual([]);
  const other = differenceLines(first, divide(cny('100.00'), [share('earlier', 'b', '40'), share('receiver', 'a', '60')]), 'CNY', true);
  expect(other.map((line) => [line.kind, line.account.userId, line.state, line.amount.amount])).toEqual([['adjust', 'b', 'frozen', '40.00'], ['adjust', 'a', 'frozen', '-40.00']]);
  const back = differenceLines(sumByAccount([...first, ...other]), [], 'CNY', false);
  expect(back.map((line) => [line.kind, line.amount.amount])).toEqual([['clawBack', '100.00'], ['clawBack', '-60.00'], ['clawBack', '-40.00']]);
});

it('freezing moves what lies there, the company’s side stays', () => {
  const lines = moveLines([{ account: { kind: 'person', userId: 'a' }, state: 'accrued', amount: cny('5.00') }, { account: { kind: 'company', userId: null }, state: 'accrued', amount: cny('-5.00') }], 'accrued', 'frozen', 'freeze');
  expect(lines.map((line) => [line.state, line.amount.amount])).toEqual([['accrued', '-5.00'], ['frozen', '5.00']]);
});
