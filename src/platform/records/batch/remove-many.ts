import type { Id } from '#kernel/ids.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { isForeignKeyViolation } from '../../db/database.ts';
import { StatementBuilder } from '../statement.ts';
import { baseColumn, tableCondition } from '../storage.ts';

type View = Pick<Context, 'db' | 'registry'>;

/** Takes rows away wholly, as if they had never been: only those whose version is as given. Answers the ids that went. */
export async function eraseMany(ctx: View, def: ObjectDef, rows: readonly { readonly id: Id; readonly version: number }[]): Promise<Set<Id>> {
  if (rows.length === 0) return new Set();
  const point = 'erase_rows';
  await ctx.db.prepared({ text: `SAVEPOINT ${point}`, values: [] });
  try {
    const gone = await eraseOnce(ctx, def, rows);
    await ctx.db.prepared({ text: `RELEASE SAVEPOINT ${point}`, values: [] });
    return gone;
  } catch (error) {
    await ctx.db.prepared({ text: `ROLLBACK TO SAVEPOINT ${point}`, values: [] });
    if (!isForeignKeyViolation(error)) throw error;
    if (rows.length === 1) return new Set();
    const middle = Math.ceil(rows.length / 2);
    const second = await eraseMany(ctx, def, rows.slice(middle));
    return new Set([...(await eraseMany(ctx, def, rows.slice(0, middle))), ...second]);
  }
}

async function eraseOnce(ctx: View, def: ObjectDef, rows: readonly { readonly id: Id; readonly version: number }[]): Promise<Set<Id>> {
  const b = new StatementBuilder();
  const ids = b.param(rows.map((row) => row.id));
  const versions = b.param(rows.map((row) => row.version));
  const found = await ctx.db.prepared<{ id: Id }>(b.plain(`
    DELETE FROM ${def.table} t USING unnest(${ids}::uuid[], ${versions}::int[]) AS r (id, version)
    WHERE ${tableCondition(def, 't')}t.id = r.id AND t.version = r.version RETURNING t.id`));
  return new Set(found.map((row) => row.id));
}

/** Of these records, those that something living refers to: other objects' fields, files, shares. */
export async function referredTo(ctx: View, def: ObjectDef, ids: readonly Id[]): Promise<Set<Id>> {
  const b = new StatementBuilder();
  const wanted = b.param(ids);
  const key = b.param(def.key);
  const parts = ctx.registry.referencesTo(def.key)
    .filter(({ field }) => typeOf(field).family === 'reference')
    .map(({ object, field }) => {
      const link = field.custom === true ? `(x.custom->>'${field.key}')::uuid` : `x.${baseColumn(field)}`;
      const own = object.key === def.key ? ` AND NOT (x.id = ANY(${wanted}::uuid[]))` : '';
      return `SELECT ${link} FROM ${object.table} x WHERE ${tableCondition(object, 'x')}${link} = ANY(${wanted}::uuid[])${own}`;
    });
  parts.push(
    `SELECT x.record_id FROM file_object x WHERE x.object = ${key} AND x.record_id = ANY(${wanted}::uuid[]) AND x.deleted_at IS NULL`,
    `SELECT x.record_id FROM record_share x WHERE x.object = ${key} AND x.record_id = ANY(${wanted}::uuid[])`,
  );
  const rows = await ctx.db.prepared<{ id: Id }>(b.plain(`SELECT DISTINCT r.id FROM (${parts.join(' UNION ALL ')}) AS r (id)`));
  return new Set(rows.map((row) => row.id));
}
