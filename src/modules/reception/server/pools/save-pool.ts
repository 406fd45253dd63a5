import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { uniqueViolation } from '#platform/db/database.ts';
import { mayManageUnit, poolsInReach } from './pool-reach.ts';

const words = z.array(z.string().trim().min(1).max(60)).max(30);

export const poolBody = z.strictObject({
  name: z.string().trim().min(1).max(60), unit: z.uuid().toLowerCase().nullable(), grades: words.default([]), productLines: words.default([]),
  pack: z.string().min(1).max(80), position: z.int().min(0).max(1_000).default(10), isActive: z.boolean().default(true), version: z.int().optional(),
});
export type PoolInput = z.infer<typeof poolBody>;

/** Packs in use that say when a customer goes to a pool. */
export async function poolPacks(ctx: Pick<Context, 'db' | 'now'>): Promise<{ key: string; label: Bilingual }[]> {
  return ctx.db.rows(sql`
    SELECT k.key, k.label FROM policy_pack k WHERE EXISTS (SELECT 1 FROM policy p JOIN policy_version v ON v.policy_id = p.id AND v.status = 'approved'
      AND v.active_from <= ${ctx.now.toISOString()} WHERE p.pack_id = k.id AND p.point = 'poolRelease') ORDER BY k.created_at, k.key`);
}

/** Adds or changes a pool. Errors: auth.forbidden outside one's units, record.stale, record.duplicate for its name. */
export async function savePool(ctx: Context, id: Id | undefined, input: PoolInput): Promise<Id> {
  if (!mayManageUnit(ctx, input.unit)) throw fail('auth.forbidden', { right: 'pools.manage' });
  if (!(await poolPacks(ctx)).some(({ key }) => key === input.pack)) throw fail('record.invalid', { count: 1 }, [{ path: 'pack', code: 'not-found' }]);
  if (id !== undefined) await requirePool(ctx, id, input.version);
  const pool = id ?? ctx.newId();
  const now = ctx.now.toISOString();
  try {
    await ctx.db.run(sql`
      INSERT INTO pool (id, name, unit_id, grades, product_lines, pack, position, is_active, created_at, created_by, updated_at, updated_by)
      VALUES (${pool}, ${input.name}, ${input.unit}, ${input.grades}, ${input.productLines}, ${input.pack}, ${input.position}, ${input.isActive}, ${now}, ${ctx.actor.userId}, ${now}, ${ctx.actor.userId})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit_id = excluded.unit_id, grades = excluded.grades, product_lines = excluded.product_lines, pack = excluded.pack,
        position = excluded.position, is_active = excluded.is_active, version = pool.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  } catch (error) {
    if (uniqueViolation(error) !== 'pool_name') throw error;
    throw fail('record.duplicate', {}, [{ path: 'name', code: 'not-unique', params: { value: input.name } }]);
  }
  await writeAudit(ctx, [{ action: id === undefined ? 'create' : 'update', object: 'pool', recordId: pool, detail: { ...input } }]);
  return pool;
}

/** Takes an empty pool away; one with customers is emptied first. Errors: record.in-use. */
export async function deletePool(ctx: Context, id: Id): Promise<void> {
  await requirePool(ctx, id, undefined);
  const waits = await ctx.db.maybe(sql`SELECT 1 FROM pool_stay WHERE pool_id = ${id} AND ended_at IS NULL LIMIT 1`);
  if (waits !== undefined) throw fail('record.in-use');
  await ctx.db.run(sql`UPDATE pool SET deleted_at = ${ctx.now.toISOString()}, is_active = false, version = version + 1 WHERE id = ${id}`);
  await writeAudit(ctx, [{ action: 'delete', object: 'pool', recordId: id }]);
}

async function requirePool(ctx: Context, id: Id, version: number | undefined): Promise<void> {
  const known = await ctx.db.maybe<{ unit_id: Id | null; version: number }>(sql`SELECT p.unit_id, p.version FROM pool p WHERE p.id = ${id} AND ${poolsInReach(ctx)} FOR UPDATE`);
  if (known === undefined) throw fail('record.not-found');
  if (!mayManageUnit(ctx, known.unit_id)) throw fail('auth.forbidden', { right: 'pools.manage' });
  if (version !== undefined && version !== known.version) throw fail('record.stale');
}
