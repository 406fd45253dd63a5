import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMoney, sumMoney, zeroMoney } from '#kernel/money.ts';
import { commissionOf, type PricedDeal } from './commission-amount.ts';
import { type Account, accountKey, type Balance, type Line, differenceLines, divide, moveLines, type Share } from './deal-ledger.ts';
import type { PlanTerms } from './plan-terms.ts';

const HISTORIES = 10_000;
const CURRENCY = 'CNY';

const account: fc.Arbitrary<Account> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd').map((userId): Account => ({ kind: 'person', userId })), fc.constantFrom<Account>({ kind: 'publicFund', userId: null }, { kind: 'departmentFund', userId: null }),
);
const parties = ['earlier', 'receiver', 'designated', 'assistant', 'introducer', 'earlierAll', 'publicFund'];

/** Up to five parts of whole hundredths that are 100 % together. */
const shares: fc.Arbitrary<Share[]> = fc.array(fc.tuple(account, fc.integer({ min: 1, max: 4_000 }), fc.constantFrom(...parties)), { minLength: 1, maxLength: 5 }).map((list) => {
  const sum = list.reduce((all, [, weight]) => all + weight, 0);
  const percents = list.map(([, weight]) => Math.floor((weight * 10_000) / sum));
  percents[0] = (percents[0] ?? 0) + 10_000 - percents.reduce((all, each) => all + each, 0);
  return list.map(([who, , party], index) => ({ account: who, party, percent: String((percents[index] ?? 0) / 100) }));
});

const cents = fc.integer({ min: 1, max: 900_000_000 }).map((units) => ({ amount: (units / 100).toFixed(2), currency: CURRENCY }));
const percent = fc.integer({ min: 1, max: 500 }).map((units) => String(units / 100));
const terms: fc.Arbitrary<PlanTerms> = fc.record({
  accrual: fc.constantFrom('contract', 'received'),
  rates: fc.oneof(
    percent.map((each) => [{ product: null, rate: { kind: 'percent' as const, percent: each } }]),
    fc.tuple(fc.constantFrom('marginal' as const, 'whole' as const), percent, percent).map(([kind, low, high]) => [{ product: null, rate: { kind, tiers: [{ from: '0', percent: low }, { from: '1000000', percent: high }] } }]),
  ),
  target: fc.option(percent.map((extraPercent) => ({ monthly: '1', extraPercent })), { nil: null }),
});

type Event =
  | { readonly kind: 'deposit' | 'payment' | 'contract' | 'change'; readonly amount: { amount: string; currency: string } }
  | { readonly kind: 'refund' | 'freeze' | 'release' | 'settle' | 'replay' }
  | { readonly kind: 'fact'; readonly shares: Share[] };
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom('deposit', 'payment', 'contract', 'change'), amount: cents }), fc.record({ kind: fc.constantFrom('refund', 'freeze', 'release', 'settle', 'replay') }),
  fc.record({ kind: fc.constant('fact'), shares }),
);

interface Dated extends Line { readonly month: number; readonly journal: number }

/** One deal through its events, as the server posts them: the month open, the entries so far, what was paid out. */
class History {
  readonly entries: Dated[] = [];
  readonly paid: { month: number; key: string; amount: string }[] = [];
  readonly terms: PlanTerms;
  shares: Share[];
  deal: PricedDeal = { price: null, received: zeroMoney(CURRENCY), product: null, isSigned: false, isRefunded: false };
  isFrozen = false;
  month = 1;
  journal = 0;

  constructor(planTerms: PlanTerms, first: Share[]) {
    this.terms = planTerms;
    this.shares = first;
  }

  balances(): Balance[] {
    const sums = new Map<string, Balance>();
    for (const { account: who, state, amount } of this.entries) {
      const key = `${accountKey(who)} ${state}`;
      sums.set(key, { account: who, state, amount: addMoney(sums.get(key)?.amount ?? zeroMoney(CURRENCY), amount) });
    }
    return [...sums.values()];
  }

  post(lines: readonly Line[]): void {
    this.journal += 1;
    this.entries.push(...lines.map((line) => ({ ...line, month: this.month, journal: this.journal })));
  }

  repost(): void {
    const { earned } = commissionOf(this.terms, this.deal, this.terms.target !== null);
    this.post(differenceLines(this.balances(), divide(earned, this.shares), CURRENCY, this.isFrozen));
  }

  settle(): void {
    const open = this.balances().filter((each) => each.state === 'accrued' && each.account.kind !== 'company');
    this.post(moveLines(open, 'accrued', 'settled', 'settle'));
    this.paid.push(...open.map((each) => ({ month: this.month, key: accountKey(each.account), amount: each.amount.amount })));
    this.month += 1;
  }

  apply(what: Event): void {
    if (what.kind === 'settle') return this.settle();
    if (what.kind === 'freeze' && !this.isFrozen) this.post(moveLines(this.balances(), 'accrued', 'frozen', 'freeze'));
    if (what.kind === 'release' && this.isFrozen) this.post(moveLines(this.balances(), 'frozen', 'accrued', 'release'));
    if (what.kind === 'freeze') this.isFrozen = true;
    if (what.kind === 'release') this.isFrozen = false;
    if (what.kind === 'fact') this.shares = what.shares;
    if (what.kind === 'refund') this.deal = { ...this.deal, isRefunded: true };
    if (what.kind === 'contract') this.deal = { ...this.deal, price: what.amount, isSigned: true, isRefunded: false };
    if (what.kind === 'change') this.deal = { ...this.deal, price: what.amount };
    if (what.kind === 'deposit' || what.kind === 'payment') this.deal = { ...this.deal, received: addMoney(this.deal.received, what.amount) };
    this.repost();
    return undefined;
  }
}

const sumWhere = (entries: readonly Dated[], keep: (entry: Dated) => boolean): string => sumMoney(entries.filter(keep).map((entry) => entry.amount), CURRENCY).amount;

it(`${HISTORIES} random histories: journals sum to zero, shares are the commission to the cent, statements are the ledger, closed months stay`, () => {
  fc.assert(fc.property(terms, shares, fc.array(event, { minLength: 1, maxLength: 14 }), (planTerms, first, events) => {
    const history = new History(planTerms, first);
    for (const each of events) {
      const closed = JSON.stringify(history.entries.filter((entry) => entry.month < history.month));
      const month = history.month;
      history.apply(each);
      expect(JSON.stringify(history.entries.filter((entry) => entry.month < month))).toBe(closed);
      const { earned } = commissionOf(planTerms, history.deal, planTerms.target !== null);
      expect(sumWhere(history.entries, (entry) => entry.account.kind !== 'company')).toBe(earned.amount);
      for (const claim of divide(earned, history.shares)) {
        expect(sumWhere(history.entries, (entry) => accountKey(entry.account) === accountKey(claim.account))).toBe(claim.amount.amount);
      }
    }
    for (let journal = 1; journal <= history.journal; journal += 1) expect(sumWhere(history.entries, (entry) => entry.journal === journal)).toBe('0.00');
    for (const paid of history.paid) {
      const settled = sumWhere(history.entries, (entry) => entry.month === paid.month && entry.kind === 'settle' && entry.state === 'settled' && accountKey(entry.account) === paid.key);
      const lines = sumWhere(history.entries, (entry) => entry.month === paid.month && entry.state === 'accrued' && entry.kind !== 'settle' && accountKey(entry.account) === paid.key);
      expect([settled, lines]).toEqual([paid.amount, paid.amount]);
    }
    const again = new History(planTerms, first);
    for (const each of events) again.apply(each);
    expect(again.entries).toEqual(history.entries);
  }), { numRuns: HISTORIES });
}, 300_000);
