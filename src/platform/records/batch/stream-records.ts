import type { Id } from '#kernel/ids.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { recordPredicate } from '../../access/record-predicate.ts';
import type { Context } from '../../context/context.ts';
import { type Selection, selectionSql } from '../list-records.ts';
import { projectionSql } from '../projection.ts';
import { afterCursorSql, cursorExpr, orderBySql, parseSort } from '../sort-cursor.ts';
import { StatementBuilder } from '../statement.ts';
import { tableCondition, valueExpr } from '../storage.ts';

export interface StreamRequest extends Selection {
  readonly fields: readonly string[];
  readonly sort?: string | undefined;
  /** Only these records, within the selection. */
  readonly ids?: readonly Id[] | undefined;
}

export type ShownRow = Readonly<Record<string, unknown>>;

function whereSql(ctx: Context, def: ObjectDef, request: StreamRequest, b: StatementBuilder): string {
  const where = `${selectionSql(ctx, def, request, b)} AND ${recordPredicate(ctx, def, 'export', 't', b)}`;
  return request.ids ? `${where} AND t.id = ANY(${b.param(request.ids)}::uuid[])` : where;
}

/** How many records an export would hold. */
export async function countStream(ctx: Context, def: ObjectDef, request: StreamRequest): Promise<number> {
  const b = new StatementBuilder();
  const where = whereSql(ctx, def, request, b);
  const rows = await ctx.db.prepared<{ n: number }>(b.plain(`SELECT count(*)::int AS n FROM ${def.table} t WHERE ${where}`));
  return rows[0]?.n ?? 0;
}

/** Every record of a selection as its list shows it, in pages by key, so that neither memory nor one statement grows. */
export async function* streamRecords(ctx: Context, def: ObjectDef, request: StreamRequest, size: number): AsyncGenerator<ShownRow[]> {
  const keys = parseSort(ctx, def, request.sort, 't');
  for (let after: (string | null)[] | undefined; ; ) {
    const b = new StatementBuilder();
    const columns = projectionSql(ctx, def, { fields: request.fields, include: ['*'] }, 't', b);
    const where = whereSql(ctx, def, request, b);
    const beyond = after === undefined ? '' : ` AND ${afterCursorSql(keys, after, b)}`;
    const limit = b.param(size);
    const rows = await ctx.db.prepared<{ p: ShownRow; k: (string | null)[] }>(b.plain(`
      SELECT (SELECT row_to_json(x) FROM (SELECT ${columns}) x) AS p, ${cursorExpr(keys)} AS k
      FROM ${def.table} t WHERE ${where}${beyond} ORDER BY ${orderBySql(keys)} LIMIT ${limit}`));
    if (rows.length > 0) yield rows.map((row) => row.p);
    after = rows.at(-1)?.k;
    if (rows.length < size) return;
  }
}

/** Names of the records that lists of references hold, as far as the reader may see them. */
export async function titlesFor(ctx: Context, field: Field, rows: readonly ShownRow[]): Promise<Map<Id, string>> {
  const target = field.target === undefined ? undefined : ctx.registry.object(field.target);
  const title = target?.fields.find((one) => one.key === target.title);
  const ids = rows.flatMap((row) => row[field.key]).filter((id): id is Id => typeof id === 'string');
  if (!target || !title || ids.length === 0) return new Map();
  const b = new StatementBuilder();
  const wanted = b.param([...new Set(ids)]);
  const may = recordPredicate(ctx, target, 'read', 't', b);
  const found = await ctx.db.prepared<{ id: Id; name: string }>(b.plain(`
    SELECT t.id, ${valueExpr(ctx.registry, target, title, 't')} AS name FROM ${target.table} t
    WHERE ${tableCondition(target, 't')}t.id = ANY(${wanted}::uuid[]) AND ${may}`));
  return new Map(found.map((row) => [row.id, row.name]));
}
