import type { Issue } from '#kernel/failure.ts';

/** nist: length and a list of known passwords; dengbao: also three kinds of characters and a change every 90 days. */
export type PasswordProfile = 'nist' | 'dengbao';

export interface PasswordFacts {
  readonly profile: PasswordProfile;
  /** Words an attacker tries first: username, name, company. */
  readonly words: readonly string[];
  /** Whether the lower-case text is on the list of known passwords. */
  readonly isCommon: (text: string) => boolean;
}

export const passwordLength = { min: 8, max: 128 } as const;

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'];
const walks = [...rows, ...rows.map((row) => Array.from(row).reverse().join(''))];
const leet: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** The text as it is hashed: one form for the same characters, whatever keyboard made them. Never shortened. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** What is wrong with a new password (SEC-2); empty when it may be used. Paths are `password`. */
export function passwordIssues(password: string, facts: PasswordFacts): Issue[] {
  const text = normalisePassword(password);
  const length = Array.from(text).length;
  const { min, max } = passwordLength;
  if (length < min || length > max) return [issue('password-length', { min, max })];
  const lower = text.toLowerCase();
  if (isGuessable(lower)) return [issue('password-simple')];
  if (isKnown(lower, facts.isCommon)) return [issue('password-common')];
  if (hasContext(lower, facts.words)) return [issue('password-context')];
  if (facts.profile === 'dengbao' && kindsOf(text) < 3) return [issue('password-complexity')];
  return [];
}

const issue = (code: string, params?: Issue['params']): Issue => ({ path: 'password', code, ...(params && { params }) });

const unleet = (text: string): string => Array.from(text, (c) => leet[c] ?? c).join('');

function isKnown(lower: string, isCommon: PasswordFacts['isCommon']): boolean {
  const stem = lower.replace(/[^\p{L}]{1,5}$/u, '');
  const forms = [lower, unleet(lower), ...(stem.length >= 6 ? [stem, unleet(stem)] : [])];
  return forms.some(isCommon);
}

/** One character, a repeated block, a walk over the keyboard, a date, a mobile number. */
function isGuessable(lower: string): boolean {
  if (/^(.{1,4}?)\1+$/u.test(lower)) return true;
  if (walks.some((walk) => `${walk}${walk}`.includes(lower))) return true;
  return /^(19|20)\d{2}[-./]?[01]?\d[-./]?[0-3]?\d$/.test(lower) || /^1[3-9]\d{9}$/.test(lower);
}

/** A word of the context makes up most of the password. */
function hasContext(lower: string, words: readonly string[]): boolean {
  return words
    .map((word) => normalisePassword(word).toLowerCase().replace(/\s+/g, ''))
    .filter((word) => Array.from(word).length >= 2)
    .some((word) => lower.includes(word) && Array.from(lower).length - Array.from(word).length < passwordLength.min);
}

function kindsOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{Ll}\p{Lu}\d]/u].filter((kind) => kind.test(text)).length;
}
