import { type SearchTerm, parseSearchQuery } from '#kernel/search-keys.ts';
import type { ObjectDef } from '#meta/object.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import type { Actor } from '../context/actor.ts';
import type { StatementBuilder } from './statement.ts';

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`);

/** Whether the object has search columns at all. */
export const isSearchable = (def: ObjectDef): boolean => def.fields.some((field) => field.search !== undefined);

/**
 * The words of `q` as a SQL condition over the search columns (PL-60). Phones are matched only as far as the person
 * may see them: by any digits when in full; by the last four or the whole number when masked; not at all when hidden (SEC-13).
 */
export function searchSql(actor: Actor, def: ObjectDef, q: string, alias: string, b: StatementBuilder): string {
  if (!isSearchable(def)) return 'false';
  const query = parseSearchQuery(q.slice(0, 200));
  if (query.kind === 'empty') return 'true';
  const terms = query.kind === 'mixed' ? query.parts.slice(0, 6) : [query];
  return `(${terms.map((term) => termSql(actor, def, term, alias, b)).join(' AND ')})`;
}

function termSql(actor: Actor, def: ObjectDef, term: SearchTerm, alias: string, b: StatementBuilder): string {
  if (term.kind === 'han') return hanSql(term, alias, b);
  if (term.kind === 'latin') return latinSql(term.text, alias, b);
  const phone = phoneSql(actor, def, term.digits, alias, b);
  const code = term.text.length >= 2 ? `${alias}.search_key LIKE ${b.param(`%${escapeLike(term.text)}%`)}` : 'false';
  return phone === undefined ? `(${code})` : `(${code} OR ${phone})`;
}

function hanSql(term: Extract<SearchTerm, { kind: 'han' }>, alias: string, b: StatementBuilder): string {
  const like = () => `${alias}.search_text LIKE ${b.param(`%${escapeLike(term.text)}%`)}`;
  if (term.grams.length === 0) return like();
  const grams = `zk_bigrams(${alias}.search_text) @> ${b.param(term.grams)}::text[]`;
  return term.grams.length === 1 ? grams : `(${grams} AND ${like()})`;
}

function latinSql(text: string, alias: string, b: StatementBuilder): string {
  if (text.length < 2) return `${alias}.search_key LIKE ${b.param(`${escapeLike(text)}%`)}`;
  const pattern = b.param(`%${escapeLike(text)}%`);
  return `(${alias}.search_key LIKE ${pattern} OR ${alias}.search_text LIKE ${pattern})`;
}

function phoneSql(actor: Actor, def: ObjectDef, digits: string, alias: string, b: StatementBuilder): string | undefined {
  const views = def.fields.filter((field) => field.search === 'phone').map((field) => fieldAccessOf(actor, def, field).view);
  if (views.length === 0 || views.includes('hidden')) return undefined;
  const column = `${alias}.search_phone`;
  if (!views.includes('masked')) return digits.length >= 3 ? `${column} LIKE ${b.param(`%${digits}%`)}` : undefined;
  if (digits.length === 4) return `${column} LIKE ${b.param(`%${digits} %`)}`;
  const isWhole = digits.length >= 10;
  return isWhole ? `(${column} LIKE ${b.param(`% ${digits} %`)} OR ${column} LIKE ${b.param(`% 86${digits} %`)})` : undefined;
}
