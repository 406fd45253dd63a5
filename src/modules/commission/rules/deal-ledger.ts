import type { Id } from '#kernel/ids.ts';
import { addMoney, type Money, multiplyMoney, splitByShares, subtractMoney, sumMoney, zeroMoney } from '#kernel/money.ts';

export type AccountKind = 'person' | 'publicFund' | 'departmentFund' | 'company';
export type EntryState = 'accrued' | 'frozen' | 'settled';
export type EntryKind = 'accrue' | 'split' | 'freeze' | 'release' | 'settle' | 'clawBack' | 'penalty' | 'adjust';

/** Whose money it is; the company is the counter side. */
export interface Account {
  readonly kind: AccountKind;
  readonly userId: Id | null;
}

/** One part in a deal, in the clause's order, which breaks ties to the cent. */
export interface Share {
  readonly party: string;
  readonly account: Account;
  /** Decimal text. */
  readonly percent: string;
}

export interface Line {
  readonly account: Account;
  readonly state: EntryState;
  readonly kind: EntryKind;
  readonly amount: Money;
  readonly percent: string | null;
  readonly party: string | null;
}

/** What the ledger holds of one deal for an account in a state. */
export interface Balance {
  readonly account: Account;
  readonly state: EntryState;
  readonly amount: Money;
}

const company: Account = { kind: 'company', userId: null };

export const accountKey = ({ kind, userId }: Account): string => (userId === null ? kind : `${kind}:${userId}`);

const isZero = ({ amount }: Money): boolean => Number(amount) === 0;
const negated = (money: Money): Money => multiplyMoney(money, '-1');

/** What each account has a claim to, in the clause's order; its percent and party for the entry. */
export interface Claim {
  readonly account: Account;
  readonly amount: Money;
  readonly percent: string;
  readonly party: string;
}

/**
 * Divides a commission exactly to the cent (RE-30): first by party in the clause's order, then equally among the
 * persons of one party. An account with several parts gets one claim. Throws RangeError when all shares are zero.
 */
export function divide(commission: Money, shares: readonly Share[]): Claim[] {
  const parties = [...new Set(shares.map((share) => share.party))].map((party) => shares.filter((share) => share.party === party));
  const parts = splitByShares(commission, parties.map(percentSum));
  const claims = new Map<string, Claim>();
  parties.forEach((members, index) => {
    const whole = parts[index] ?? zeroMoney(commission.currency);
    const weights = members.map((share) => share.percent);
    const each = weights.every((weight) => Number(weight) === 0) ? weights.map(() => zeroMoney(commission.currency)) : splitByShares(whole, isEqual(members) ? weights.map(() => 1) : weights);
    members.forEach(({ account, party, percent }, place) => {
      const amount = each[place] ?? zeroMoney(commission.currency);
      const known = claims.get(accountKey(account));
      claims.set(accountKey(account), known ? { ...known, amount: addMoney(known.amount, amount), percent: percentSum([known, { percent }]) } : { account, amount, percent, party });
    });
  });
  return [...claims.values()];
}

/** Percents of people who share a party are rounded by whoever tells them; less than a hundredth apart means equal. */
const isEqual = (members: readonly Share[]): boolean => {
  const percents = members.map((share) => Number(share.percent));
  return Math.max(...percents) - Math.min(...percents) < 0.02;
};

const PLACES = 10_000_000_000;

/** Sum of decimal percents with ten places, without floats showing. */
const percentSum = (list: readonly { readonly percent: string }[]): string => {
  const units = list.reduce((sum, { percent }) => sum + Math.round(Number(percent) * PLACES), 0);
  return String(units / PLACES);
};

/**
 * The lines that bring a deal's accounts from what the ledger holds to what they should have (RE-30): differences only,
 * summing to zero with the company's side. While a deal is frozen they are posted as frozen. Empty when nothing changes.
 */
export function differenceLines(balances: readonly Balance[], claims: readonly Claim[], currency: string, isFrozen: boolean): Line[] {
  const accounts = new Map([...claims.map((claim) => claim.account), ...balances.map((each) => each.account)].filter(({ kind }) => kind !== 'company').map((account) => [accountKey(account), account]));
  const state: EntryState = isFrozen ? 'frozen' : 'accrued';
  const moves = [...accounts].map(([key, account]) => {
    const claim = claims.find((each) => accountKey(each.account) === key);
    const held = sumMoney(balances.filter((each) => accountKey(each.account) === key).map((each) => each.amount), currency);
    return { account, claim, move: subtractMoney(claim?.amount ?? zeroMoney(currency), held) };
  }).filter(({ move }) => !isZero(move));
  const total = sumMoney(moves.map(({ move }) => move), currency);
  const isRegrouping = isZero(total);
  const lines = moves.map(({ account, claim, move }): Line => ({
    account, state, kind: isRegrouping ? 'adjust' : Number(move.amount) > 0 ? 'split' : 'clawBack', amount: move, percent: claim?.percent ?? '0', party: claim?.party ?? null,
  }));
  if (isRegrouping) return lines;
  const counter: Line = { account: company, state: 'accrued', kind: Number(total.amount) > 0 ? 'accrue' : 'clawBack', amount: negated(total), percent: null, party: null };
  return [counter, ...lines];
}

/** Balances of several months taken together, one for each account and state. */
export function sumByAccount(balances: readonly Balance[]): Balance[] {
  const sums = new Map<string, Balance>();
  for (const { account, state, amount } of balances) {
    const key = `${accountKey(account)} ${state}`;
    const known = sums.get(key);
    sums.set(key, { account, state, amount: known ? addMoney(known.amount, amount) : amount });
  }
  return [...sums.values()];
}

/** Moves what lies in one state into another, account by account; the company's side stays. */
export function moveLines(balances: readonly Balance[], from: EntryState, to: EntryState, kind: EntryKind): Line[] {
  return balances.filter((each) => each.state === from && each.account.kind !== 'company' && !isZero(each.amount)).flatMap(({ account, amount }): Line[] => [
    { account, state: from, kind, amount: negated(amount), percent: null, party: null },
    { account, state: to, kind, amount, percent: null, party: null },
  ]);
}

/** A penalty takes from the person what the company keeps (RE-33). */
export function penaltyLines(userId: Id, amount: Money): Line[] {
  const person: Account = { kind: 'person', userId };
  return isZero(amount) ? [] : [
    { account: person, state: 'accrued', kind: 'penalty', amount: negated(amount), percent: null, party: null },
    { account: company, state: 'accrued', kind: 'penalty', amount, percent: null, party: null },
  ];
}
