import { looksLike } from '../../../tabular/looks-like.ts';

/** What a new field for a column of a file may be. */
export const newFieldTypes = [
  'text', 'longText', 'choice', 'multiChoice', 'number', 'integer', 'money', 'date', 'boolean', 'phone', 'email', 'url',
] as const;
export type NewFieldType = (typeof newFieldTypes)[number];

/** A list of choices is for values that come again; what is told apart by almost every row is text. */
const MAX_CHOICES = 12;
const MIN_REPEATS = 3;
const LONG_TEXT = 80;

/** The type that fits the values of a column (UX-9). `text` when nothing tells; pure. */
export function guessFieldType(values: readonly unknown[]): NewFieldType {
  const filled = values.filter((value) => value !== null && value !== undefined && value !== '');
  const { kind, share } = looksLike(filled);
  const isSure = share > 0.9;
  if (isSure && (kind === 'phone' || kind === 'email' || kind === 'url' || kind === 'date' || kind === 'boolean')) return kind;
  if (isSure && kind === 'number') return numberType(filled);
  const texts = filled.map((value) => String(value).trim());
  if (texts.some((text) => text.length > LONG_TEXT || text.includes('\n'))) return 'longText';
  const different = new Set(texts);
  return different.size >= 2 && different.size <= MAX_CHOICES && texts.length >= different.size * MIN_REPEATS ? 'choice' : 'text';
}

/** Codes that begin with 0, and numbers too long to count with, are text: 000002 is no 2. */
function numberType(values: readonly unknown[]): NewFieldType {
  const texts = values.map((value) => String(value).normalize('NFKC').trim());
  if (texts.some((text) => /^0\d/.test(text) || /^\d{12,}$/.test(text))) return 'text';
  if (texts.some((text) => /[¥￥$]/.test(text))) return 'money';
  return texts.every((text) => /^[-+]?[\d,]+$/.test(text)) ? 'integer' : 'number';
}
