// GB 32100-2015: no I O S V Z, they read like 1 0 5 U 2.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** `expected`, with reason check-digit: the character that the rest of the code asks for at `position` (1-based). */
export type UsccCheck =
  | { ok: true; value: string }
  | { ok: false; reason: 'length' | 'character' }
  | { ok: false; reason: 'check-digit'; expected: string; position: 17 | 18 };

/** Parts of a code: department '9' (market regulation), type '1' (company), GB/T 2260 region, 8 characters of body. */
export type UsccParts = { department?: string; type?: string; regionCode: string; organisation: string };

/**
 * Checks a unified social credit code (CU-1): 18 characters after folding width and case and removing spaces and
 * hyphens; the alphabet of GB 32100-2015 with digits at 3 to 8; check character 18. For companies (91) also character
 * 17, the check character of the organisation code (GB 11714); for the other registers only what GB 32100 asks.
 * Some genuine codes issued before 2016 (Xiamen) fail the check: let a user who holds the licence override it.
 */
export function checkUscc(text: string): UsccCheck {
  const value = text.normalize('NFKC').toUpperCase().replace(/[\s\p{Cf}-]/gu, '');
  if ([...value].length !== 18) return { ok: false, reason: 'length' };
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value)) return { ok: false, reason: 'character' };
  const last = checkCharacter(value.slice(0, 17));
  if (last !== value[17]) return { ok: false, reason: 'check-digit', expected: last, position: 18 };
  if (value.startsWith('91')) {
    const organisation = organisationCheckCharacter(value.slice(8, 16));
    if (organisation !== value[16]) {
      return { ok: false, reason: 'check-digit', expected: organisation, position: 17 };
    }
  }
  return { ok: true, value };
}

/** Builds a valid code with both check characters. Throws RangeError when a part has the wrong length or characters. */
export function makeUscc({ department = '9', type = '1', regionCode, organisation }: UsccParts): string {
  const body = `${department}${type}${regionCode}${organisation}`;
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{8}$/.test(body)) {
    throw new RangeError(`Not the parts of a credit code: ${body}`);
  }
  const first17 = body + organisationCheckCharacter(organisation);
  return first17 + checkCharacter(first17);
}

function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function organisationCheckCharacter(body: string): string {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? '0' : check === 10 ? 'X' : String(check);
}
