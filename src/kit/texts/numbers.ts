/** The space of the drawings; no-break, so that a number is never torn at the end of a line. */
const THIN = '\u00a0';

/** Groups the digits of an exact decimal text: `1286400.50` → `1 286 400.50`. Never passes through a float. */
export function groupDigits(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const [, sign = '', whole = '', fraction = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
  return `${sign === '-' ? '−' : ''}${grouped}${fraction}`;
}

/** A number with at most `digits` decimals, without trailing zeros. */
export function formatNumber(value: number | string, digits = 4): string {
  const text = typeof value === 'string' ? value : trimZeros(value.toFixed(digits));
  return groupDigits(text);
}

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

const symbols: Readonly<Record<string, string>> = { CNY: '¥', USD: 'US$', EUR: '€', GBP: '£', HKD: 'HK$', JPY: 'JP¥' };

export const currencySymbol = (currency: string): string => symbols[currency] ?? currency;

/** `{amount:'1286400.00',currency:'CNY'}` → `¥ 1 286 400`; cents are shown when there are any. */
export function formatMoney({ amount, currency }: MoneyValue): string {
  const short = amount.replace(/\.0+$/, '');
  return `${currencySymbol(currency)}${THIN}${groupDigits(short)}`;
}

export function isMoney(value: unknown): value is MoneyValue {
  return typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'string'
    && 'currency' in value && typeof value.currency === 'string';
}

/** Percent fields hold the ratio's hundredfold as the person types it: 12.5 → `12.5%`. */
export const formatPercent = (value: number | string): string => `${formatNumber(value, 2)}%`;
