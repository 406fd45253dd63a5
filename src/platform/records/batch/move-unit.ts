import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { authorOf } from '../../context/author.ts';
import type { Context } from '../../context/context.ts';
import { StatementBuilder } from '../statement.ts';
import { tableCondition } from '../storage.ts';
import { auditMany } from './audit-many.ts';

/** Records of one owner that lie in one unit. */
export interface OwnedIn {
  readonly owner: Id;
  readonly unit: Id | null;
}

/** Objects whose records lie in a unit and belong to a person. */
export const isOwnedInUnit = (def: ObjectDef): boolean => findField(def, 'owner') !== undefined && findField(def, 'unit') !== undefined;

const ownedIn = (def: ObjectDef, { owner, unit }: OwnedIn, b: StatementBuilder): string =>
  `${tableCondition(def, 't')}t.deleted_at IS NULL AND t.owner_id = ${b.param(owner)}::uuid AND t.unit_id IS NOT DISTINCT FROM ${b.param(unit)}::uuid`;

/** How many records the person looks after in this unit. */
export async function countOwnedIn(ctx: Pick<Context, 'db'>, def: ObjectDef, which: OwnedIn): Promise<number> {
  const b = new StatementBuilder();
  const [row] = await ctx.db.prepared<{ count: number }>(b.plain(`SELECT count(*)::int AS count FROM ${def.table} t WHERE ${ownedIn(def, which, b)}`));
  return row?.count ?? 0;
}

interface MovedRow { readonly id: Id; readonly version: number; readonly root: Id | null }

/**
 * Moves up to `limit` of them into another unit, with an audit entry and a live event each; the owner stays. Answers how
 * many. A record that somebody changes at this moment is found by the next call.
 */
export async function moveOwnedIn(ctx: Context, def: ObjectDef, which: OwnedIn & { readonly to: Id | null; readonly limit: number }, detail: Readonly<Record<string, unknown>>): Promise<number> {
  const b = new StatementBuilder();
  const root = def.partOf === undefined ? 'NULL::uuid' : def.partOf === 'id' ? 't.id' : `t.${def.partOf}_id`;
  const rows = await ctx.db.prepared<MovedRow>(b.plain(`
    UPDATE ${def.table} t SET unit_id = ${b.param(which.to)}::uuid, version = t.version + 1, updated_at = ${b.param(ctx.now.toISOString())},
      updated_by = ${b.param(authorOf(ctx))}
    FROM (SELECT t.id FROM ${def.table} t WHERE ${ownedIn(def, which, b)} ORDER BY t.id LIMIT ${b.param(which.limit)} FOR NO KEY UPDATE) o
    WHERE t.id = o.id RETURNING t.id, t.version, ${root} AS root`));
  const changes = { unit: [which.unit, which.to] as const };
  await auditMany(ctx, def, rows.map((row) => ({ recordId: row.id, customerId: row.root, action: 'update', version: row.version, changes })), detail);
  for (const { id, version, root: customerId } of rows) {
    ctx.announce({ object: def.key, id, action: 'update', version, actorId: ctx.actor.userId, ...(customerId !== null && { customerId }) });
  }
  return rows.length;
}
