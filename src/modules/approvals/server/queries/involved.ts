import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Looks after everybody's requests and flows. */
export const isManager = (ctx: Pick<Context, 'actor'>): boolean => ctx.actor.rights.has('approvals.manage');

/**
 * Whose business a request `a` is: the requester, everybody who was asked, whoever acted or stands in for one of them
 * now, and those who look after approvals. For others it does not exist.
 */
export const involvedCondition = (ctx: Pick<Context, 'actor'>): Sql => sql`(${isManager(ctx)}::boolean OR a.requester_id = ${ctx.actor.userId}
  OR EXISTS (SELECT 1 FROM approval_task v WHERE v.approval_id = a.id AND (v.user_id = ${ctx.actor.userId} OR v.acted_by = ${ctx.actor.userId}))
  OR EXISTS (SELECT 1 FROM approval_task v WHERE v.approval_id = a.id AND v.state = 'waiting' AND v.user_id = ANY(${[...ctx.actor.selves]}::uuid[])))`;

export async function isInvolved(ctx: Pick<Context, 'actor' | 'db'>, id: Id): Promise<boolean> {
  return (await ctx.db.maybe(sql`SELECT 1 FROM approval a WHERE a.id = ${id} AND ${involvedCondition(ctx)}`)) !== undefined;
}
