import type { SearchTerm } from '#kernel/search-keys.ts';
import { escapeLike } from '../records/statement.ts';
import type { StatementBuilder } from '../records/statement.ts';

/** 0 the whole name or word, 1 its beginning (a phone: its end), 2 the beginning of a second name, 3 anywhere. */
export function rankSql(term: SearchTerm, alias: string, b: StatementBuilder): string {
  const text = escapeLike(term.text);
  if (term.kind === 'han') {
    const column = `${alias}.search_text`;
    return `CASE WHEN ${column} = ${b.param(term.text)} OR ${column} LIKE ${b.param(`${text}|%`)} OR ${column} LIKE ${b.param(`%|${text}`)} THEN 0
      WHEN ${column} LIKE ${b.param(`${text}%`)} THEN 1 WHEN ${column} LIKE ${b.param(`%|${text}%`)} THEN 2 ELSE 3 END`;
  }
  const words = `(' ' || ${alias}.search_key || ' ')`;
  const phone = term.kind === 'digits' ? ` OR ${alias}.search_phone LIKE ${b.param(`%${escapeLike(term.digits)} %`)}` : '';
  return `CASE WHEN ${words} LIKE ${b.param(`% ${text} %`)} THEN 0 WHEN ${words} LIKE ${b.param(`% ${text}%`)}${phone} THEN 1 ELSE 3 END`;
}
