import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

type Reads = Pick<Context, 'db'>;

/** A person's managers from the nearest up: their own, then those of their unit and of the units above. Active ones only. */
export async function managersOf(ctx: Reads, userId: Id): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    WITH me AS (SELECT id, manager_id, unit_id FROM app_user WHERE id = ${userId}),
    above AS (
      SELECT manager_id AS id, 0 AS distance FROM me
      UNION ALL
      SELECT o.manager_id, 1 + cardinality(own.path) - array_position(own.path, o.id)
      FROM me JOIN org_unit own ON own.id = me.unit_id JOIN org_unit o ON o.id = ANY(own.path) AND o.deleted_at IS NULL)
    SELECT u.id FROM above a JOIN app_user u ON u.id = a.id
    WHERE u.is_active AND u.deleted_at IS NULL AND u.id <> ${userId} GROUP BY u.id ORDER BY min(a.distance)`);
  return rows.map((row) => row.id);
}

/** Those who look after approvals: where nobody else qualifies, they are asked. */
export async function administratorsOf(ctx: Reads): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.key = ur.role
    WHERE u.is_active AND u.deleted_at IS NULL AND 'approvals.manage' = ANY(r.rights) ORDER BY u.id LIMIT 20`);
  return rows.map((row) => row.id);
}

export async function peopleInRole(ctx: Reads, role: string): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT u.id FROM app_user u JOIN user_role ur ON ur.user_id = u.id WHERE ur.role = ${role} AND u.is_active AND u.deleted_at IS NULL ORDER BY u.id`);
  return rows.map((row) => row.id);
}

/** Of these people those who may sign in, in the given order. */
export async function activeOf(ctx: Reads, ids: readonly Id[]): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT id FROM app_user WHERE id = ANY(${[...ids]}::uuid[]) AND is_active AND deleted_at IS NULL`);
  const active = new Set(rows.map((row) => row.id));
  return [...new Set(ids)].filter((id) => active.has(id));
}

/** These people and whoever stands in for them now (PL-30). */
export async function withStandIns(ctx: Pick<Context, 'db' | 'now'>, ids: readonly Id[]): Promise<Id[]> {
  const at = ctx.now.toISOString();
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT to_user AS id FROM delegation
    WHERE from_user = ANY(${[...ids]}::uuid[]) AND revoked_at IS NULL AND from_at <= ${at} AND until_at > ${at}`);
  return [...new Set([...ids, ...rows.map((row) => row.id)])];
}
