import { Decimal } from 'decimal.js';

/** An exact amount: `amount` is a plain decimal text with exactly the currency's decimals ('12.50', JPY '1200'). */
export type Money = { readonly amount: string; readonly currency: string };

// 60 digits: a product of an 18 digit amount and any ratio a policy holds stays exact before it is rounded.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -60, toExpPos: 60 });

/** Integer digits a stored amount may have (`numeric(18,2)`). */
const maxIntegerDigits = 16;

// ISO 4217 currencies without a minor unit. Those with three decimals are kept to two, the scale of the columns.
const wholeUnitCurrencies = new Set([
  'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF',
]);

/** Decimals kept for a currency: 0 (JPY, KRW …) or 2. */
export function currencyDecimals(currency: string): number {
  return wholeUnitCurrencies.has(currency) ? 0 : 2;
}

/**
 * Reads an amount as people type it: full-width digits, grouped thousands, ¥ or 元 for CNY.
 * Null when it is no number, has more decimals than the currency, more than 16 integer digits,
 * or when the currency is not three capital letters. Never rounds.
 */
export function parseMoney(text: string, currency: string): Money | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  let plain = text.normalize('NFKC').replace(/\s/gu, '').replace('\u2212', '-');
  if (currency === 'CNY') plain = plain.replace(/^(-?)¥/, '$1').replace(/元$/, '');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return null;
  const value = new Exact(plain.replaceAll(',', ''));
  if (value.decimalPlaces() > currencyDecimals(currency)) return null;
  if (value.abs().gte(new Exact(10).pow(maxIntegerDigits))) return null;
  return toMoney(value, currency);
}

/** True when both parts are valid and `amount` is already in the stored form, so that equal money is equal text. */
export function isMoney(value: { amount: string; currency: string }): boolean {
  return parseMoney(value.amount, value.currency)?.amount === value.amount;
}

/** Nothing, in the given currency. */
export function zeroMoney(currency: string): Money {
  return toMoney(new Exact(0), currency);
}

/** a + b. Throws RangeError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return toMoney(new Exact(a.amount).plus(b.amount), a.currency);
}

/** a − b. Throws RangeError when the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return toMoney(new Exact(a.amount).minus(b.amount), a.currency);
}

/** The sum of a list, zero of `currency` when it is empty. Throws RangeError when a currency differs. */
export function sumMoney(list: readonly Money[], currency: string): Money {
  return list.reduce(addMoney, zeroMoney(currency));
}

/**
 * Amount × ratio, rounded half-even to the currency's decimals. Give a ratio as text ('0.035') where it comes from a
 * policy; a number is read by its shortest decimal text. Throws RangeError when it is not finite.
 */
export function multiplyMoney(money: Money, ratio: string | number): Money {
  const factor = finiteDecimal(ratio);
  return toMoney(new Exact(money.amount).times(factor), money.currency);
}

/**
 * Splits an amount by shares so that the parts sum to it exactly: each gets its floor, what is left goes by one minor
 * unit to the largest remainders, the earlier share first on a tie. A negative total splits as the mirror image, so
 * that a refund takes back what the payment gave. Throws RangeError on a negative share or when all shares are zero.
 */
export function splitByShares(total: Money, shares: readonly (string | number)[]): Money[] {
  const decimals = currencyDecimals(total.currency);
  const weights = wholeWeights(shares);
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new RangeError('Shares sum to zero');
  const signed = BigInt(new Exact(total.amount).times(new Exact(10).pow(decimals)).toFixed(0));
  const units = signed < 0n ? -signed : signed;
  const parts = weights.map((weight, index) => ({
    index,
    units: (units * weight) / sum,
    remainder: (units * weight) % sum,
  }));
  let left = Number(units - parts.reduce((a, part) => a + part.units, 0n));
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.units += 1n;
    left -= 1;
  }
  return parts.map((part) => {
    const value = new Exact(String(signed < 0n ? -part.units : part.units)).div(new Exact(10).pow(decimals));
    return toMoney(value, total.currency);
  });
}

/** −1, 0 or 1 as a is less than, equal to or more than b. Throws RangeError when the currencies differ. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  assertSameCurrency(a, b);
  const order = new Exact(a.amount).cmp(b.amount);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

function toMoney(value: Decimal, currency: string): Money {
  const amount = value.toFixed(currencyDecimals(currency), Decimal.ROUND_HALF_EVEN);
  return { amount: /^-0(\.0+)?$/.test(amount) ? amount.slice(1) : amount, currency };
}

function wholeWeights(shares: readonly (string | number)[]): bigint[] {
  const decimals = shares.map(finiteDecimal);
  if (decimals.some((share) => share.isNegative() && !share.isZero())) throw new RangeError('A share is negative');
  const places = Math.max(0, ...decimals.map((share) => share.decimalPlaces()));
  return decimals.map((share) => BigInt(share.times(new Exact(10).pow(places)).toFixed(0)));
}

function finiteDecimal(ratio: string | number): Decimal {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(String(ratio))) throw new RangeError(`Not a finite number: ${ratio}`);
  return new Exact(ratio);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`Currencies differ: ${a.currency} and ${b.currency}`);
}
