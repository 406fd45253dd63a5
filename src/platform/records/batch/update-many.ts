import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { authorOf } from '../../context/author.ts';
import type { Context } from '../../context/context.ts';
import { StatementBuilder } from '../statement.ts';
import type { Columns } from '../to-columns.ts';
import { asJson, jsonColumns } from './table-columns.ts';

export interface RowChange {
  readonly id: Id;
  /** Only the columns that change; `custom` holds only the keys that change. */
  readonly columns: Columns;
}

export interface ChangedRow {
  readonly id: Id;
  readonly version: number;
  /** The columns of the whole batch as they were, with version, time and author. */
  readonly before: Readonly<Record<string, unknown>>;
}

/** Changes many rows with one statement and answers what they were, exactly, for an undo (UX-9). */
export async function updateMany(ctx: Context, def: ObjectDef, changes: readonly RowChange[]): Promise<ChangedRow[]> {
  if (changes.length === 0) return [];
  const json = await jsonColumns(ctx.db, def.table);
  const names = [...new Set(changes.flatMap((change) => Object.keys(change.columns)))].filter((name) => name !== 'custom');
  const hasCustom = changes.some((change) => 'custom' in change.columns);
  const b = new StatementBuilder();
  const data = b.param(JSON.stringify(changes.map(({ id, columns }) => ({ ...asJson(columns, json), id }))));
  const kept = [...names, ...(hasCustom ? ['custom'] : []), 'version', 'updated_at', 'updated_by'];
  const sets = [
    ...(names.length > 0 ? [`(${names.join(', ')}) = (SELECT ${names.map((n) => `p.${n}`).join(', ')} FROM jsonb_populate_record(t, r.j) p)`] : []),
    ...(hasCustom ? [`custom = t.custom || coalesce(r.j->'custom', '{}')`] : []),
    'version = t.version + 1',
    `updated_at = ${b.param(ctx.now.toISOString())}`,
    `updated_by = ${b.param(authorOf(ctx))}`,
  ];
  return ctx.db.prepared<ChangedRow>(b.plain(`
    WITH r AS (SELECT (j->>'id')::uuid AS id, j FROM jsonb_array_elements(${data}::jsonb) j),
    old AS (
      SELECT t.id, jsonb_build_object(${kept.map((name) => `'${name}', t.${name}`).join(', ')}) AS before
      FROM ${def.table} t JOIN r ON r.id = t.id),
    done AS (UPDATE ${def.table} t SET ${sets.join(', ')} FROM r WHERE t.id = r.id RETURNING t.id, t.version)
    SELECT old.id, old.before, done.version FROM old JOIN done ON done.id = old.id`));
}

/**
 * Puts rows back to the columns that were kept, version and times included; only where the version is still the one
 * that the change left. Answers the ids that were put back.
 */
export async function putBackMany(
  ctx: Pick<Context, 'db'>, def: ObjectDef, rows: readonly { readonly id: Id; readonly version: number; readonly before: Readonly<Record<string, unknown>> }[],
): Promise<Set<Id>> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.before)))];
  if (names.length === 0) return new Set();
  if (!names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))) throw new Error('a kept column has no column name');
  const b = new StatementBuilder();
  const data = b.param(JSON.stringify(rows));
  const found = await ctx.db.prepared<{ id: Id }>(b.plain(`
    UPDATE ${def.table} t SET (${names.join(', ')}) = (SELECT ${names.map((n) => `p.${n}`).join(', ')} FROM jsonb_populate_record(t, r.before) p)
    FROM jsonb_to_recordset(${data}::jsonb) AS r (id uuid, version int, before jsonb)
    WHERE t.id = r.id AND t.version = r.version AND t.deleted_at IS NULL RETURNING t.id`));
  return new Set(found.map((row) => row.id));
}
