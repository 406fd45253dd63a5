import { type Sql, Sql as SqlText } from 'sql-template-tag';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { StatementBuilder } from '../records/statement.ts';
import { tableCondition } from '../records/storage.ts';
import { type AccessView, recordPredicate } from './record-predicate.ts';

/** The access condition of `alias` as a part for the sql tag, for queries that a module writes by hand. */
export function predicateSql(view: AccessView, def: ObjectDef, action: ObjectAction, alias: string): Sql {
  const b = new StatementBuilder();
  const text = `(${tableCondition(def, alias)}${recordPredicate(view, def, action, alias, b)})`;
  const strings: string[] = [];
  const values: unknown[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$(\d+)/g)) {
    strings.push(text.slice(from, match.index));
    values.push(b.values[Number(match[1]) - 1]);
    from = match.index + match[0].length;
  }
  return new SqlText([...strings, text.slice(from)], values);
}
