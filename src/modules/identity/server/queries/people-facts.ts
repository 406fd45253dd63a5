import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { scopes } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { EVERY_OBJECT } from '../load-actor.ts';

/** The company's name; empty before the set-up. */
export async function companyName(ctx: Pick<Context, 'db'>): Promise<string> {
  const row = await ctx.db.maybe<{ name: string }>(sql`
    SELECT name FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY position, created_at LIMIT 1`);
  return row?.name ?? '';
}

/** Somebody must stay who can manage people, and somebody who can manage roles: the state after the change is what counts. */
export async function requireAdministrators(ctx: Context, path: string): Promise<void> {
  const row = await ctx.db.one<{ kept: number }>(sql`
    SELECT count(DISTINCT needed.name)::int AS kept FROM unnest(ARRAY['admin.users', 'admin.roles']) AS needed (name)
    JOIN role r ON needed.name = ANY(r.rights) JOIN user_role ur ON ur.role = r.key
    JOIN app_user u ON u.id = ur.user_id AND u.is_active AND u.deleted_at IS NULL`);
  if (row.kept < 2) throw fail('record.in-use', {}, [{ path, code: 'last-administrator' }]);
}

/** Changes of who may do what come one after another, or two administrators could remove each other. */
export const lockRights = (ctx: Context): Promise<number> => ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413004)`);

/**
 * Without the right to manage roles nobody reaches beyond their own rights: neither by giving a role, nor through an
 * account that has more (its password could be reset).
 */
export async function requireWithinOwnRights(ctx: Context, roles: readonly string[], path: string): Promise<void> {
  if (ctx.actor.rights.has('admin.roles') || ctx.actor.kind === 'system' || roles.length === 0) return;
  const rows = await ctx.db.rows<{ rights: string[] }>(sql`SELECT rights FROM role WHERE key = ANY(${[...roles]}::text[])`);
  const own = new Set<string>(ctx.actor.rights);
  const hasMoreRights = rows.some((row) => row.rights.some((right) => !own.has(right)));
  if (hasMoreRights || (await hasWiderGrants(ctx, roles))) throw fail('auth.forbidden', { right: 'admin.roles' }, [{ path, code: 'beyond-own-rights' }]);
}

async function hasWiderGrants(ctx: Context, roles: readonly string[]): Promise<boolean> {
  const grants = await ctx.db.rows<{ object: string; action: string; scope: string }>(sql`
    SELECT DISTINCT object, action, scope FROM role_grant WHERE role = ANY(${[...roles]}::text[])`);
  const width = (scope: string | undefined): number => scopes.findIndex((known) => known === scope);
  return grants.some(({ object, action, scope }) => {
    const objects = object === EVERY_OBJECT ? ctx.registry.objects.map((def) => def.key) : [object];
    return objects.some((key) => {
      const held = [...(ctx.actor.grants.get(key) ?? [])].find(([name]) => name === action)?.[1];
      return width(held) < width(scope);
    });
  });
}

export async function rolesOf(ctx: Context, userId: Id): Promise<string[]> {
  const rows = await ctx.db.rows<{ role: string }>(sql`SELECT role FROM user_role WHERE user_id = ${userId} ORDER BY role`);
  return rows.map((row) => row.role);
}

/** Throws for an account that may do more than the actor. */
export const requireManageable = async (ctx: Context, userId: Id): Promise<void> =>
  requireWithinOwnRights(ctx, await rolesOf(ctx, userId), 'id');
