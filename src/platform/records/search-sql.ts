import { type SearchTerm, bigrams, parseSearchQuery } from '#kernel/search-keys.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import type { Actor } from '../context/actor.ts';
import { type StatementBuilder, escapeLike } from './statement.ts';
import { customText, searchValueExpr } from './storage.ts';

const MAX_TERMS = 6;

/** Whether the object has search columns at all. */
export const isSearchable = (def: ObjectDef): boolean => def.fields.some((field) => field.search !== undefined);

/** The words of a search text, all of which must be found; none for an empty one. */
export function searchTerms(q: string): readonly SearchTerm[] {
  const query = parseSearchQuery(q.slice(0, 200));
  if (query.kind === 'empty') return [];
  return query.kind === 'mixed' ? query.parts.slice(0, MAX_TERMS) : [query];
}

/**
 * The words of `q` as a SQL condition over the search columns (PL-60). Phones are matched only as far as the person
 * may see them: by any digits when in full; by the last four or the whole number when masked; not at all when hidden (SEC-13).
 */
export function searchSql(actor: Actor, def: ObjectDef, q: string, alias: string, b: StatementBuilder, style: SearchStyle = 'index'): string {
  if (!isSearchable(def)) return 'false';
  const terms = searchTerms(q);
  return terms.length === 0 ? 'true' : termsSql(actor, def, { terms, style }, alias, b);
}

/**
 * `index`: few records match, the index of pairs finds them. `scan`: so many that the first rows of any order hold some.
 * `estimate`: only for the planner to say which of the two; what it has statistics about, never to be run.
 */
export type SearchStyle = 'index' | 'scan' | 'estimate';

export interface TermSearch {
  readonly terms: readonly SearchTerm[];
  readonly style: SearchStyle;
  /** Short words are looked for anywhere too; when absent, only beside one with an index. */
  readonly isAnywhere?: boolean;
}

/**
 * Words with an index behind them narrow first; one too short for any index is then looked for anywhere in the few rows
 * left, and alone only at the beginning of a word.
 */
export function termsSql(actor: Actor, def: ObjectDef, { terms, style, isAnywhere = terms.some(isIndexed) }: TermSearch, alias: string, b: StatementBuilder): string {
  return `(${terms.map((term) => termSql(actor, def, { term, isAnywhere, style }, alias, b)).join(' AND ')})`;
}

export const isIndexed = (term: SearchTerm): boolean => (term.kind === 'han' ? term.grams.length > 0 : term.text.length >= 3);

/** Whether the planner counts the records that hold the word, instead of judging by the likes of it. */
export const isCounted = (term: SearchTerm): boolean => (term.kind === 'han' ? term.grams.length > 0 : term.text.length === START);

// Letters of a beginning that zk_starts holds.
const START = 2;

interface Wanted {
  readonly term: SearchTerm;
  readonly isAnywhere: boolean;
  readonly style: SearchStyle;
}

function termSql(actor: Actor, def: ObjectDef, wanted: Wanted, alias: string, b: StatementBuilder): string {
  const added = customSql(actor, def, wanted, alias, b);
  const own = ownSql(actor, def, wanted, alias, b);
  return added.length === 0 ? own : `(${[own, ...added].join(' OR ')})`;
}

function ownSql(actor: Actor, def: ObjectDef, { term, isAnywhere, style }: Wanted, alias: string, b: StatementBuilder): string {
  if (term.kind === 'han') return hanSql(term, { isAnywhere, style }, alias, b);
  const key = keySql(term.text, { isAnywhere, style }, alias, b);
  const phone = term.kind === 'digits' ? phoneSql(actor, def, { digits: term.digits, style }, alias, b) : undefined;
  return phone === undefined ? key : `(${key} OR ${phone})`;
}

function hanSql(term: Extract<SearchTerm, { kind: 'han' }>, { isAnywhere, style }: Way, alias: string, b: StatementBuilder): string {
  const like = () => `${alias}.search_text LIKE ${b.param(`${isAnywhere ? '%' : ''}${escapeLike(term.text)}%`)}`;
  // Trap: making the pairs of a name costs a hundred times the plain comparison; only the index makes up for it.
  if (term.grams.length === 0 || style === 'scan') return like();
  const pairs = `zk_bigrams(${alias}.search_text) @> ${b.param(term.grams)}::text[]`;
  return style === 'estimate' ? pairs : `(${pairs} AND ${like()})`;
}

/**
 * The administrator's fields that are marked searchable (PL-12), each as far as the person sees it: hidden ones never,
 * masked ones by the whole value, a masked phone by its last four too.
 */
function customSql(actor: Actor, def: ObjectDef, { term, style, isAnywhere }: Wanted, alias: string, b: StatementBuilder): string[] {
  const marked = def.fields.filter((field) => field.custom === true && field.searchable === true && field.retired !== true);
  return marked.flatMap((field) => {
    const { view } = fieldAccessOf(actor, def, field);
    const word = term.kind === 'digits' && field.type === 'phone' ? term.digits : term.text;
    if (view === 'hidden' || word.length < (field.type === 'phone' ? 3 : isAnywhere ? 1 : 2)) return [];
    const value = searchValueExpr(customText(alias, field));
    return view === 'masked' ? maskedSql(field, value, word, b) : [partSql(value, word, style, b)];
  });
}

function partSql(value: string, word: string, style: SearchStyle, b: StatementBuilder): string {
  const like = `${value} LIKE ${b.param(`%${escapeLike(word)}%`)}`;
  return style === 'scan' || word.length < 2 ? like : `(zk_bigrams(${value}) @> ${b.param(bigrams(word))}::text[] AND ${like})`;
}

function maskedSql(field: Field, value: string, word: string, b: StatementBuilder): string[] {
  const narrowed = (condition: string) => `(zk_bigrams(${value}) @> ${b.param(bigrams(word))}::text[] AND ${condition})`;
  if (field.type !== 'phone') return [narrowed(`${value} = ${b.param(word)}`)];
  if (word.length !== 4 && word.length < 10) return [];
  return [narrowed(word.length === 4 ? `${value} LIKE ${b.param(`%${word}`)}` : `${value} IN (${b.param(word)}, ${b.param(`86${word}`)})`)];
}

type Way = Pick<Wanted, 'isAnywhere' | 'style'>;

/** Pinyin, initials, codes, and names in Latin letters, which the pinyin key holds as they are. */
function keySql(text: string, { isAnywhere, style }: Way, alias: string, b: StatementBuilder): string {
  const column = `${alias}.search_key`;
  const escaped = escapeLike(text);
  if (isAnywhere) return `${column} LIKE ${b.param(`%${escaped}%`)}`;
  if (text.length === START && style !== 'scan') return `zk_starts(${column}) @> ${b.param([text])}::text[]`;
  return `(${column} LIKE ${b.param(`${escaped}%`)} OR ${column} LIKE ${b.param(`% ${escaped}%`)})`;
}

interface Dialled {
  readonly digits: string;
  readonly style: SearchStyle;
}

function phoneSql(actor: Actor, def: ObjectDef, { digits, style }: Dialled, alias: string, b: StatementBuilder): string | undefined {
  const views = def.fields.filter((field) => field.search === 'phone').map((field) => fieldAccessOf(actor, def, field).view);
  if (views.length === 0 || views.includes('hidden')) return undefined;
  const column = `${alias}.search_phone`;
  if (!views.includes('masked')) return digits.length >= 3 ? `${column} LIKE ${b.param(`%${digits}%`)}` : undefined;
  const isWhole = digits.length >= 10;
  if (!isWhole && digits.length !== 4) return undefined;
  if (style === 'scan') return isWhole ? `${column} ~ ${b.param(` (86)?${digits} `)}` : `${column} LIKE ${b.param(`%${digits} %`)}`;
  // The index holds Chinese numbers without their country.
  return `zk_phone_ends(${column}) @> ${b.param([digits.length >= 12 ? digits.replace(/^86/, '') : digits])}::text[]`;
}
