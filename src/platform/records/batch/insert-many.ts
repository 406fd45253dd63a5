import { localDate } from '#kernel/period.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { autoNumberExpr } from '../computed/auto-number.ts';
import { StatementBuilder } from '../statement.ts';
import type { Columns } from '../to-columns.ts';
import type { Statement } from '../../db/database.ts';
import { asJson } from './table-columns.ts';

/** One statement that inserts rows of one table; all must have the same columns. `json`: from `jsonColumns`. */
export function insertStatement(def: ObjectDef, rows: readonly Columns[], json: ReadonlySet<string>): Statement {
  const names = Object.keys(rows[0] ?? {}).join(', ');
  const b = new StatementBuilder();
  const data = b.param(JSON.stringify(rows.map((row) => asJson(row, json))));
  return b.named(`INSERT INTO ${def.table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${def.table}, ${data}::json)`);
}

/** The next `count` automatic numbers of a field, in order. */
export async function takeNumbers(ctx: Context, def: ObjectDef, field: Field, count: number): Promise<string[]> {
  if (count === 0) return [];
  const b = new StatementBuilder();
  const expr = autoNumberExpr(def, field, localDate(ctx.now, ctx.timeZone), (value) => b.param(value));
  const many = b.param(count);
  const rows = await ctx.db.prepared<{ n: string }>(b.plain(`SELECT ${expr} AS n FROM generate_series(1, ${many}::int)`));
  return rows.map((row) => row.n);
}
