import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { updateRecord } from '#platform/records/update-record.ts';
import { activityObject } from '../../objects/activity.object.ts';

/** The actor with one more grant, for a step that the system takes on their behalf and under their name. */
export function withGrant(ctx: Context, object: string, ...actions: ObjectAction[]): Context {
  const grants = new Map(ctx.actor.grants);
  grants.set(object, new Map([...(grants.get(object) ?? []), ...actions.map((action) => [action, 'all'] as const)]));
  return { ...ctx, actor: { ...ctx.actor, grants } };
}

export const defOf = (ctx: Context, declared: ObjectDef): ObjectDef => ctx.registry.object(declared.key) ?? declared;

export interface AccessAnswer {
  readonly isGranted: boolean;
  readonly level: 'read' | 'write';
}

export interface AccessRequestRow {
  readonly customer_id: Id;
  readonly requester_id: Id;
  readonly activity_id: Id | null;
  readonly state: string;
}

export const lockRequest = (ctx: Context, id: Id): Promise<AccessRequestRow | undefined> => ctx.db.maybe<AccessRequestRow>(sql`
  SELECT customer_id, requester_id, activity_id, state FROM access_request WHERE id = ${id} FOR UPDATE`);

/** Writes the answer to an open request: the share, the end of the owner's task, the audit entry. */
export async function endAccessRequest(ctx: Context, id: Id, request: AccessRequestRow, answer: AccessAnswer): Promise<void> {
  await ctx.db.run(sql`
    UPDATE access_request SET state = ${answer.isGranted ? 'granted' : 'declined'}, decided_at = ${ctx.now.toISOString()}, decided_by = ${ctx.actor.userId} WHERE id = ${id}`);
  if (answer.isGranted) {
    await ctx.db.run(sql`
      INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by)
      VALUES (${ctx.newId()}, 'customer', ${request.customer_id}, ${request.requester_id}, ${answer.level}, ${ctx.now.toISOString()}, ${ctx.actor.userId})
      ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO UPDATE SET until_at = NULL,
        level = CASE WHEN record_share.level = 'write' THEN 'write' ELSE EXCLUDED.level END`);
  }
  await endTask(ctx, request.activity_id);
  await writeAudit(ctx, [{
    action: answer.isGranted ? 'share' : 'decline-access', object: 'customer', recordId: request.customer_id, customerId: request.customer_id,
    detail: { request: id, user: request.requester_id, ...(answer.isGranted && { level: answer.level }) },
  }]);
}

async function endTask(ctx: Context, activityId: Id | null): Promise<void> {
  if (activityId === null) return;
  const open = await ctx.db.maybe(sql`SELECT 1 FROM activity WHERE id = ${activityId} AND status = 'open' AND deleted_at IS NULL`);
  if (open === undefined) return;
  // The deciding person may have no right to tasks, or to this customer: the system ends it under their name.
  await updateRecord(withGrant(withGrant(ctx, 'activity', 'read', 'update'), 'customer', 'read'), defOf(ctx, activityObject), activityId, { status: 'done' });
}
