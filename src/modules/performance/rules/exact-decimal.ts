const PLACES = 2;

/**
 * A number that a policy answered as a decimal text with two places, half away from zero. It goes by the shortest text of
 * the number, as the policy's page shows it: 1.005 is 1.01, whatever lies behind it in binary. Throws RangeError for what is no number.
 */
export function exactDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no amount`);
  const text = plainText(Math.abs(value));
  const [whole = '0', fraction = ''] = text.split('.');
  const kept = BigInt(whole + fraction.slice(0, PLACES).padEnd(PLACES, '0')) + ((fraction[PLACES] ?? '0') >= '5' ? 1n : 0n);
  const digits = kept.toString().padStart(PLACES + 1, '0');
  const sign = value < 0 && kept > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}

/** Without an exponent: JavaScript writes one from 1e21 on and below 1e-6. */
function plainText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(value < 1 ? 20 : 0) : text;
}

/** The sum of decimal texts with two places. */
export function sumDecimals(list: readonly string[]): string {
  const cents = list.reduce((sum, text) => sum + BigInt(text.replace('.', '')), 0n);
  const digits = (cents < 0n ? -cents : cents).toString().padStart(PLACES + 1, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}
