import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { accessCondition } from '#platform/access/access-condition.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { createRecord } from '#platform/records/create-record.ts';
import { updateRecord } from '#platform/records/update-record.ts';
import { qualityTexts } from '../quality/quality.texts.ts';
import { activityObject } from '../../objects/activity.object.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { openTicket } from './access-ticket.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { requestedAnswer, requestsAnswer } from './duplicates.answers.ts';

export type ShownRequest = Answered<typeof requestsAnswer>['data'][number];

/** The actor with one more grant, for a step that the system takes on their behalf and under their name. */
export function withGrant(ctx: Context, object: string, ...actions: ObjectAction[]): Context {
  const grants = new Map(ctx.actor.grants);
  grants.set(object, new Map([...(grants.get(object) ?? []), ...actions.map((action) => [action, 'all'] as const)]));
  return { ...ctx, actor: { ...ctx.actor, grants } };
}

const defOf = (ctx: Context, declared: ObjectDef): ObjectDef => ctx.registry.object(declared.key) ?? declared;

/** Asks the owner of a customer out of scope for a look (UX-8): a task for the owner, else for the unit's manager. */
export async function requestAccess(ctx: Context, ticket: string, note: string | undefined): Promise<Answered<typeof requestedAnswer>> {
  const customerId = openTicket(ctx, ticket);
  const customer = await ctx.db.maybe<{ owner: Id | null; locale: Locale | null; is_open: boolean }>(sql`
    SELECT u.id AS owner, u.locale, c.deleted_at IS NULL AS is_open FROM customer c
    LEFT JOIN org_unit o ON o.id = c.unit_id
    LEFT JOIN LATERAL (SELECT p.id, p.locale FROM app_user p WHERE p.id IN (c.owner_id, o.manager_id) AND p.is_active
      ORDER BY p.id = c.owner_id DESC LIMIT 1) u ON true
    WHERE c.id = ${customerId}`);
  if (!customer?.is_open) throw fail('record.not-found');
  const earlier = await ctx.db.maybe<Answered<typeof requestedAnswer>>(sql`
    SELECT id, state FROM access_request WHERE customer_id = ${customerId} AND requester_id = ${ctx.actor.userId} AND state = 'open'`);
  if (earlier) return earlier;
  const id = ctx.newId();
  const words = { name: ctx.actor.name };
  const activityId = await createRecord(withGrant(withGrant(ctx, 'activity', 'create'), 'customer', 'read'), defOf(ctx, activityObject), {
    kind: 'task', status: 'open', customer: customerId, owner: customer.owner, dueAt: ctx.now.toISOString(),
    subject: qualityTexts.t(customer.locale ?? ctx.locale, 'access.task', words), ...(note !== undefined && { body: note }),
  });
  await ctx.db.run(sql`
    INSERT INTO access_request (id, customer_id, requester_id, activity_id, note, created_at)
    VALUES (${id}, ${customerId}, ${ctx.actor.userId}, ${activityId}, ${note ?? null}, ${ctx.now.toISOString()})`);
  await writeAudit(ctx, [{ action: 'request-access', object: 'customer', recordId: customerId, customerId, detail: { request: id } }]);
  return { id, state: 'open' };
}

/** Requests that the actor made, or may answer (customers they may share). */
export async function listAccessRequests(ctx: Context): Promise<ShownRequest[]> {
  const may = accessCondition(ctx, defOf(ctx, customerObject), 'share', 'c');
  const rows = await ctx.db.rows<{ r: ShownRequest & { maySee: boolean } }>(sql`
    SELECT json_build_object('id', a.id, 'state', a.state, 'note', a.note, 'createdAt', a.created_at, 'unit', o.name,
      'requester', json_build_object('id', u.id, 'name', u.name), 'customer', json_build_object('id', c.id, 'name', c.name),
      'maySee', a.state = 'granted' OR ${may}) AS r
    FROM access_request a JOIN customer c ON c.id = a.customer_id JOIN app_user u ON u.id = a.requester_id
    LEFT JOIN org_unit o ON o.id = c.unit_id
    WHERE c.deleted_at IS NULL AND (a.requester_id = ${ctx.actor.userId} OR (a.state = 'open' AND ${may}))
    ORDER BY a.created_at DESC LIMIT 200`);
  return rows.map(({ r: { maySee, customer, ...rest } }) => ({ ...rest, ...(maySee && customer && { customer }) }));
}

/** Lets the requester in with a share, or not; the task is done either way. Needs the right to share the customer. */
export async function answerAccessRequest(ctx: Context, id: Id, answer: { isGranted: boolean; level: 'read' | 'write' }): Promise<void> {
  const request = await ctx.db.maybe<{ customer_id: Id; requester_id: Id; activity_id: Id | null; state: string }>(sql`
    SELECT customer_id, requester_id, activity_id, state FROM access_request WHERE id = ${id} FOR UPDATE`);
  const customer = defOf(ctx, customerObject);
  if (!request || !(await allowedIds(ctx, customer, 'read', [request.customer_id])).has(request.customer_id)) throw fail('record.not-found');
  await requireRecord(ctx, customer, 'share', request.customer_id);
  if (request.state !== 'open') throw fail('record.wrong-state');
  const state = answer.isGranted ? 'granted' : 'declined';
  await ctx.db.run(sql`
    UPDATE access_request SET state = ${state}, decided_at = ${ctx.now.toISOString()}, decided_by = ${ctx.actor.userId} WHERE id = ${id}`);
  if (answer.isGranted) {
    await ctx.db.run(sql`
      INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by)
      VALUES (${ctx.newId()}, 'customer', ${request.customer_id}, ${request.requester_id}, ${answer.level}, ${ctx.now.toISOString()}, ${ctx.actor.userId})
      ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO UPDATE SET until_at = NULL,
        level = CASE WHEN record_share.level = 'write' THEN 'write' ELSE EXCLUDED.level END`);
  }
  if (request.activity_id !== null) {
    const open = await ctx.db.maybe(sql`
      SELECT 1 FROM activity WHERE id = ${request.activity_id} AND status = 'open' AND deleted_at IS NULL`);
    if (open) await updateRecord(withGrant(ctx, 'activity', 'read', 'update'), defOf(ctx, activityObject), request.activity_id, { status: 'done' });
  }
  await writeAudit(ctx, [{
    action: answer.isGranted ? 'share' : 'decline-access', object: 'customer', recordId: request.customer_id, customerId: request.customer_id,
    detail: { request: id, user: request.requester_id, ...(answer.isGranted && { level: answer.level }) },
  }]);
}
