// Server only: stands on the dictionaries of pinyin-keys.ts and traditional.ts.
import { lettersAndDigits } from './full-width.ts';
import { pinyinKeys } from './pinyin-keys.ts';
import { foldChinese } from './traditional.ts';

/** What can be looked for. `phones` in E.164; `persons` names are read with surname pinyin, `names` without. */
export type SearchSource = {
  names: readonly string[];
  persons?: readonly string[];
  codes: readonly string[];
  phones: readonly string[];
  emails: readonly string[];
};

/** Columns of one record: `text` for bigrams, `key` for trigrams (pinyin, codes, e-mails), `phone` for digits. */
export type SearchKeys = { text: string; key: string; phone: string };

export type SearchTerm =
  | { kind: 'han'; text: string; grams: string[] }
  | { kind: 'latin'; text: string }
  | { kind: 'digits'; digits: string; text: string };

export type SearchQuery = { kind: 'empty' } | SearchTerm | { kind: 'mixed'; parts: SearchTerm[] };

// Between two values of a column; no query holds it, so nothing matches across it.
const separator = '|';

/**
 * The search columns of a record (PL-60). `text`: names folded (width, case, simplified) to letters and digits, joined
 * by `|`. `key`: full pinyin and initials of each name, codes and e-mails, each reduced to a-z 0-9, joined by blanks.
 * `phone`: the digits of each number with its country code, joined by blanks.
 */
export function searchKeys(source: SearchSource): SearchKeys {
  const persons = source.persons ?? [];
  const words = new Set<string>();
  const addPinyin = (name: string, surname: boolean): void => {
    const { full, initials } = pinyinKeys(name, { surname });
    words.add(full).add(initials);
  };
  source.names.forEach((name) => addPinyin(name, false));
  persons.forEach((name) => addPinyin(name, true));
  [...source.codes, ...source.emails].forEach((code) => words.add(latinKey(code)));
  words.delete('');
  const texts = [...source.names, ...persons].map((name) => lettersAndDigits(foldChinese(name)));
  return {
    text: [...new Set(texts)].filter((text) => text !== '').join(separator),
    key: [...words].join(' '),
    phone: [...new Set(source.phones.map((phone) => phone.replace(/\D/g, '')))].filter(Boolean).join(' '),
  };
}

/**
 * Splits what was typed into terms that must all be found (PL-60):
 * - `han`: `text` is a substring of column `text`; narrow by `grams` (all contained) first. One character has no grams:
 *   match it as a prefix of `text` or of a part after `|`, or take the plain substring where the list is short.
 * - `latin`: `text` is a substring of column `key` (pinyin, initials, codes, e-mails; one letter: the beginning of a
 *   word) or of column `text` (names in Latin letters).
 * - `digits`: `digits` (a trunk 0, 00 or + taken off long numbers) is a substring of column `phone`, best the end of a
 *   number; `text` (as typed) a substring of `key`.
 * - `mixed`: several of them, such as 青岛pj or 青岛 啤酒.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const folded = foldChinese(query);
  if (/^[\d\s()+./-]+$/.test(folded) && /\d/.test(folded) && folded.replace(/\D/g, '').length <= 18) {
    return digitsTerm(folded);
  }
  const terms = folded.split(' ').flatMap(termsOfWord);
  const [first] = terms;
  if (first === undefined) return { kind: 'empty' };
  return terms.length === 1 ? first : { kind: 'mixed', parts: terms };
}

/** Distinct overlapping pairs of characters, white space left out, of a text that is folded already; [] for one. */
export function bigrams(text: string): string[] {
  const characters = Array.from(text.replace(/\s/gu, ''));
  const pairs = new Set<string>();
  for (let index = 1; index < characters.length; index += 1) {
    pairs.add(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`);
  }
  return [...pairs];
}

function termsOfWord(word: string): SearchTerm[] {
  if (word.includes('@')) return latinTerms(latinKey(word));
  const runs = lettersAndDigits(word).match(/[a-z0-9]+|[^a-z0-9]+/g) ?? [];
  return runs.flatMap((run): SearchTerm[] => {
    if (/^\d+$/.test(run)) return [digitsTerm(run)];
    if (/^[a-z0-9]+$/.test(run)) return latinTerms(run);
    return [{ kind: 'han', text: run, grams: bigrams(run) }];
  });
}

function latinTerms(text: string): SearchTerm[] {
  return text === '' ? [] : [{ kind: 'latin', text }];
}

function digitsTerm(text: string): SearchTerm {
  const typed = text.replace(/\D/g, '');
  // Short numbers are the last digits of one, where a leading 0 counts.
  const digits = typed.length < 9 ? typed : typed.replace(/^0+/, '');
  return { kind: 'digits', digits: digits === '' ? typed : digits, text: typed };
}

function latinKey(text: string): string {
  return foldChinese(text).normalize('NFKD').replace(/[^a-z0-9]/g, '');
}
