import { Sql } from 'sql-template-tag';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import type { Filter } from '#meta/filter.ts';
import type { Context } from '../context/context.ts';
import { filterSql } from '../records/filter/filter-sql.ts';
import { StatementBuilder } from '../records/statement.ts';
import { recordPredicate } from './record-predicate.ts';

/** A text with `$n` as a part for the `sql` tag, which numbers its values anew. */
export function toSqlPart(text: string, values: readonly unknown[]): Sql {
  const pieces = text.split(/\$(\d+)/);
  const strings = pieces.filter((_, index) => index % 2 === 0);
  const places = pieces.filter((_, index) => index % 2 === 1);
  return new Sql(strings, places.map((place) => values[Number(place) - 1]));
}

/**
 * The access predicate for a module's own SQL (SEC-12): `alias` is the row of `def` in that statement. Only a module's
 * fixed alias may stand there.
 */
export function accessCondition(ctx: Context, def: ObjectDef, action: ObjectAction, alias: string): Sql {
  const b = new StatementBuilder();
  return toSqlPart(recordPredicate(ctx, def, action, alias, b), b.values);
}

/** A person's filter for a module's own SQL, within their field rights (SEC-13). */
export function filterCondition(ctx: Context, def: ObjectDef, filter: Filter | undefined, alias: string): Sql {
  const b = new StatementBuilder();
  return toSqlPart(filter === undefined ? 'true' : filterSql(ctx, def, filter, alias, b), b.values);
}
