const CENTS = 100n;

const toCents = (text: string): bigint => {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{0,2}))?/.exec(text) ?? [];
  const cents = BigInt(whole) * CENTS + BigInt(part.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
};

const toText = (cents: bigint): string => {
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / CENTS}.${String(size % CENTS).padStart(2, '0')}`;
};

/** Adds amounts in one currency, exactly, as decimal text with two decimals. */
export const addMoney = (a: string, b: string): string => toText(toCents(a) + toCents(b));

/** An amount with two decimals. */
export const parseMoney = (text: string): string => toText(toCents(text));
