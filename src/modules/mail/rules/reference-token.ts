// Crockford's digits: none that are taken for another.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten digits from the random end of an id: 50 bits that nobody guesses. */
export function tokenOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`) & ((1n << 50n) - 1n);
  let token = '';
  for (let n = 0; n < 10; n += 1) {
    token = (DIGITS[Number(bits & 31n)] ?? '0') + token;
    bits >>= 5n;
  }
  return token;
}

/** Our token in a subject, `[#FW-…]`; undefined when there is none. */
export const tokenIn = (subject: string): string | undefined => /\[#FW-([0-9A-HJKMNP-TV-Z]{10})\]/i.exec(subject)?.[1]?.toUpperCase();

/** The subject with the token, once. */
export const withToken = (subject: string, token: string): string => (tokenIn(subject) === token ? subject : `${subject} [#FW-${token}]`.trim());
