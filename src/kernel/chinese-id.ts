const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** `birthDate` is an ISO date, `regionCode` the GB/T 2260 code of first registration. */
export type ChineseIdCheck =
  | { ok: true; value: string; birthDate: string; gender: 'male' | 'female'; regionCode: string }
  | { ok: false; reason: 'length' | 'character' | 'birth-date' }
  | { ok: false; reason: 'check-digit'; expected: string };

/**
 * Checks a citizen identity number (GB 11643-1999, 18 characters) after folding width, case and spaces. With `today`
 * (ISO date) a birth date after it is refused. Whether the person exists is not asked.
 */
export function checkChineseId(text: string, today?: string): ChineseIdCheck {
  const value = text.normalize('NFKC').toUpperCase().replace(/[\s\p{Cf}]/gu, '');
  if ([...value].length !== 18) return { ok: false, reason: 'length' };
  if (!/^\d{17}[\dX]$/.test(value)) return { ok: false, reason: 'character' };
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isRealDate(birthDate) || birthDate < '1850' || (today !== undefined && birthDate > today)) {
    return { ok: false, reason: 'birth-date' };
  }
  const expected = checkCharacter(value);
  if (expected !== value[17]) return { ok: false, reason: 'check-digit', expected };
  const gender = Number(value[16]) % 2 === 1 ? 'male' : 'female';
  return { ok: true, value, birthDate, gender, regionCode: value.slice(0, 6) };
}

function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return checkCharacters.charAt(sum % 11);
}

function isRealDate(isoDate: string): boolean {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === isoDate;
}
