import { localDate } from '#kernel/period.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { autoNumberExpr } from '../computed/auto-number.ts';
import { StatementBuilder } from '../statement.ts';
import type { Columns } from '../to-columns.ts';
import { asJson, jsonColumns } from './table-columns.ts';

/** Inserts rows of one table with one statement; all must have the same columns. */
export async function insertMany(ctx: Pick<Context, 'db'>, def: ObjectDef, rows: readonly Columns[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const json = await jsonColumns(ctx.db, def.table);
  const names = Object.keys(first).join(', ');
  const b = new StatementBuilder();
  const data = b.param(JSON.stringify(rows.map((row) => asJson(row, json))));
  await ctx.db.prepared(
    b.named(`INSERT INTO ${def.table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${def.table}, ${data}::json)`),
  );
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
