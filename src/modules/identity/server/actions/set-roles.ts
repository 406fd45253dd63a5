import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { lockRights, requireAdministrators, requireManageable, requireWithinOwnRights, rolesOf } from '../queries/people-facts.ts';

/**
 * Gives a person these roles and no others, in force with their next request (SEC-14). Without `admin.roles` nobody
 * changes their own roles, nor gives or takes more than they have. Errors: auth.forbidden, record.in-use, record.invalid.
 */
export async function setRoles(services: BaseServices, ctx: Context, userId: Id, roles: readonly string[]): Promise<void> {
  await lockRights(ctx);
  const wanted = [...new Set(roles)].sort();
  const known = await ctx.db.rows<{ key: string }>(sql`SELECT key FROM role WHERE key = ANY(${wanted}::text[])`);
  const unknown = wanted.find((role) => !known.some(({ key }) => key === role));
  if (unknown !== undefined) throw fail('request.invalid', {}, [{ path: 'roles', code: 'not-found', params: { value: unknown } }]);
  const before = await rolesOf(ctx, userId);
  if (before.join() === wanted.join()) return;
  if (userId === ctx.actor.userId && !ctx.actor.rights.has('admin.roles')) {
    throw fail('auth.forbidden', { right: 'admin.roles' }, [{ path: 'roles', code: 'beyond-own-rights' }]);
  }
  await requireManageable(ctx, userId);
  await requireWithinOwnRights(ctx, wanted.filter((role) => !before.includes(role)), 'roles');
  await ctx.db.run(sql`DELETE FROM user_role WHERE user_id = ${userId}`);
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) SELECT ${userId}, unnest(${wanted}::text[])`);
  await requireAdministrators(ctx, 'roles');
  await writeAudit(ctx, [{ action: 'set-roles', object: 'user', recordId: userId, changes: { roles: [before, wanted] } }]);
  dropActors(services, ctx);
}
