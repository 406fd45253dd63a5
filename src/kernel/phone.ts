import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** `e164` such as +8613812345678; `extension` only where the text names one (转 801). */
export type Phone = { e164: string; extension?: string };

// The light metadata (80 kB) knows only the length of Chinese numbers; these are the numbers that exist (MIIT plan):
// mobile, landline by area code (10 and 2x with 8 digits, others with 7 or 8), 400 and 800 services.
const chineseNumber = /^(?:1[3-9]\d{9}|10[1-9]\d{7}|2\d[1-9]\d{7}|[3-9]\d{2}[1-9]\d{6,7}|[48]00\d{7})$/;
const extensionMark = /(?:转|轉|分机|分機|内线|ext(?:ension)?\.?|#|x)[\s:：.]*(\d{1,6})\D*$/i;

/**
 * Reads one phone number as people write it (CU-10): full-width digits, spaces and hyphens, 0086, an extension, 400
 * numbers. Without a country code it belongs to `defaultCountry` (ISO 3166 alpha-2). Null when it is no dialable
 * number: too short, a local number without area code, or a short code such as 95588.
 */
export function normalisePhone(text: string, defaultCountry = 'CN'): Phone | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '').trim();
  const extension = extensionMark.exec(plain)?.[1];
  const number = plain.replace(extensionMark, '').replace(/^\(?\s*(?:\+|00)\s*86\s*\)?[\s-]*/, '+86');
  if (!isSupportedCountry(defaultCountry)) throw new RangeError(`Not a country: ${defaultCountry}`);
  const parsed = parsePhoneNumberFromString(number, { defaultCountry, extract: false });
  if (!parsed?.isValid()) return null;
  if (parsed.country === 'CN' && !chineseNumber.test(parsed.nationalNumber)) return null;
  return extension === undefined ? { e164: parsed.number } : { e164: parsed.number, extension };
}

/**
 * A number for lists (CU-50, SEC-27): +8613812345678 → 138****5678; a landline keeps area code and last four digits, a
 * foreign number its first two digits and the last four. Takes E.164 or what was typed; short numbers are hidden whole.
 */
export function maskPhone(phone: string): string {
  const compact = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  const chinese = /^(?:\+|00)86(\d*)$/.exec(compact)?.[1];
  const national = chinese ?? compact;
  if (/^1[3-9]\d{9}$/.test(national)) return `${national.slice(0, 3)}****${national.slice(-4)}`;
  if (national.length < (chinese === undefined ? 7 : 10)) return '****';
  if (chinese !== undefined) {
    if (/^[48]00/.test(chinese)) return `${chinese.slice(0, 3)}****${chinese.slice(-3)}`;
    return `0${chinese.slice(0, /^(?:10|2)/.test(chinese) ? 2 : 3)}****${chinese.slice(-4)}`;
  }
  const tail = compact.slice(compact.length < 10 ? -2 : -4);
  return compact.startsWith('+') ? `${compact.slice(0, 3)}****${tail}` : `****${tail}`;
}

/** zhang.san@x.cn → z***n@x.cn; a local part of one or two characters shows at most the first. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  const local = Array.from(email.slice(0, at));
  const [first = ''] = local;
  const domain = email.slice(at);
  if (local.length === 1) return `***${domain}`;
  return local.length === 2 ? `${first}***${domain}` : `${first}***${local.at(-1) ?? ''}${domain}`;
}

/**
 * First and last character only: the middle of an identity number is region and birthday, which the same page may show,
 * so that more would leave little to guess.
 */
export function maskIdNumber(value: string): string {
  const characters = Array.from(value.trim());
  if (characters.length < 8) return '*'.repeat(characters.length);
  return `${characters[0] ?? ''}${'*'.repeat(characters.length - 2)}${characters.at(-1) ?? ''}`;
}

/** The last four digits behind a fixed mask, so that the length does not tell the bank. */
export function maskBankAccount(account: string): string {
  const plain = account.replace(/[\s-]/g, '');
  return plain.length < 8 ? '****' : `**** ${plain.slice(-4)}`;
}

/** Stars for all but the last `keep` characters; never shows more than half of the text. */
export function maskTail(text: string, keep: number): string {
  const characters = Array.from(text);
  const shown = Math.max(0, Math.min(keep, Math.floor(characters.length / 2)));
  return '*'.repeat(characters.length - shown) + characters.slice(characters.length - shown).join('');
}
