import { looksLike } from './looks-like.ts';
import type { ValueKind } from './looks-like.ts';

/** A field that a column may fill. `labels` and `synonyms` in any language; `type` is the field type's name. */
export type FieldCandidate = { field: string; labels: readonly string[]; synonyms: readonly string[]; type: string };

/** `confidence` from 0 to 1; above 0.9 the header names the field. */
export type ColumnGuess = { column: number; field: string | null; confidence: number };

const threshold = 0.45;

/** Which look of the values supports which field types; a field type that is not listed says nothing. */
const kindsOfType: Readonly<Record<string, readonly ValueKind[]>> = {
  phone: ['phone'],
  email: ['email'],
  uscc: ['uscc'],
  url: ['url'],
  date: ['date'],
  datetime: ['date'],
  number: ['number'],
  integer: ['number'],
  decimal: ['number'],
  money: ['number'],
  percent: ['number'],
  quantity: ['number'],
  boolean: ['boolean'],
};

const tellingKinds: ReadonlySet<ValueKind> = new Set(['phone', 'email', 'uscc', 'date', 'url']);

/**
 * Guesses for each column the field it fills (CU-12, UX-9). A field is given to one column at most, best pairs first;
 * sample values (rows of cells) break ties and reject what cannot be. Pure; equal input gives an equal answer.
 */
export function guessColumns(
  headers: readonly string[],
  candidates: readonly FieldCandidate[],
  sampleRows: readonly (readonly unknown[])[] = [],
): ColumnGuess[] {
  const names = candidates.map((candidate) => ({
    labels: candidate.labels.map(normaliseHeader).filter((name) => name !== ''),
    synonyms: candidate.synonyms.map(normaliseHeader).filter((name) => name !== ''),
  }));
  const pairs: { column: number; candidate: number; score: number }[] = [];
  headers.forEach((header, column) => {
    const look = looksLike(sampleRows.map((row) => row[column]));
    const name = normaliseHeader(header);
    candidates.forEach((candidate, index) => {
      const known = names[index];
      if (known === undefined) return;
      const sum = nameScore(name, known) + valueScore(look, candidate.type, isNameless(name));
      const score = Math.max(0, Math.min(1, sum));
      if (score >= threshold) pairs.push({ column, candidate: index, score });
    });
  });
  pairs.sort((a, b) => b.score - a.score || a.column - b.column || a.candidate - b.candidate);
  const guesses: ColumnGuess[] = headers.map((_, column) => ({ column, field: null, confidence: 0 }));
  const taken = new Set<number>();
  for (const { column, candidate, score } of pairs) {
    const guess = guesses[column];
    const field = candidates[candidate]?.field;
    if (guess === undefined || field === undefined || guess.field !== null || taken.has(candidate)) continue;
    taken.add(candidate);
    guess.field = field;
    guess.confidence = Math.round(score * 100) / 100;
  }
  return guesses;
}

/**
 * A header as it is compared: half-width, lower case, without units in brackets (总股本(亿) → 总股本), required marks,
 * spaces and punctuation.
 */
export function normaliseHeader(header: string): string {
  const half = header.normalize('NFKC').toLowerCase();
  const bare = half.replace(/[([{【〔「《<][^)\]}】〕」》>]*[)\]}】〕」》>]/g, '');
  const kept = strip(bare);
  return kept === '' ? strip(half) : kept;
}

function strip(text: string): string {
  return text.replace(/[^\p{L}\p{N}%#]/gu, '');
}

function nameScore(name: string, known: { labels: readonly string[]; synonyms: readonly string[] }): number {
  if (name === '') return 0;
  if (known.labels.includes(name)) return 1;
  if (known.synonyms.includes(name)) return 0.95;
  let best = 0;
  for (const other of [...known.labels, ...known.synonyms]) best = Math.max(best, similarity(name, other));
  return best * 0.85;
}

/** The part of the shorter name counts when contained, else the overlap of letter pairs (Dice). */
function similarity(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) {
    // What a Chinese compound means stands at its end: 联系人电话 is a kind of 电话 rather than of 联系人.
    const share = short.length / long.length;
    return long.endsWith(short) ? 0.62 + 0.38 * share : 0.4 + 0.45 * share;
  }
  const pairs = letterPairs(a);
  const others = letterPairs(b);
  if (pairs.length === 0 || others.length === 0) return 0;
  const left = [...others];
  let common = 0;
  for (const pair of pairs) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (pairs.length + others.length);
}

function letterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** No header, or one that a program made up. */
function isNameless(name: string): boolean {
  return /^((column|col|field|unnamed|列|字段)\d*|\d*)$/.test(name);
}

function valueScore(look: { kind: ValueKind; share: number }, type: string, nameless: boolean): number {
  const fitting = kindsOfType[type];
  if (look.share === 0) return 0;
  if (fitting === undefined) return tellingKinds.has(look.kind) && look.share > 0.8 ? -0.12 : 0;
  if (!fitting.includes(look.kind)) return -0.3 * look.share;
  // Telling values alone map only a column without a name: under the header 传真 a number is no mobile phone.
  return (tellingKinds.has(look.kind) ? (nameless ? 0.5 : 0.15) : 0.05) * look.share;
}
