import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { accessCondition } from '#platform/access/access-condition.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { createRecord } from '#platform/records/create-record.ts';
import { qualityTexts } from '../quality/quality.texts.ts';
import { closeApprovalElsewhere, requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { activityObject } from '../../objects/activity.object.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { ACCESS_REQUEST, accessApproval } from './access-approval.ts';
import { type AccessAnswer, defOf, endAccessRequest, lockRequest, withGrant } from './access-grant.ts';
import { openTicket } from './access-ticket.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { requestedAnswer, requestsAnswer } from './duplicates.answers.ts';

export type ShownRequest = Answered<typeof requestsAnswer>['data'][number];

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
  await requestApproval(ctx, { kind: accessApproval, subject: { object: ACCESS_REQUEST, id }, ...(note !== undefined && { note }) });
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

/** Lets the requester in with a share, or not; the task and the approval end either way. Needs the right to share the customer. */
export async function answerAccessRequest(ctx: Context, id: Id, answer: AccessAnswer): Promise<void> {
  const request = await lockRequest(ctx, id);
  const customer = defOf(ctx, customerObject);
  if (!request || !(await allowedIds(ctx, customer, 'read', [request.customer_id])).has(request.customer_id)) throw fail('record.not-found');
  await requireRecord(ctx, customer, 'share', request.customer_id);
  if (request.state !== 'open') throw fail('record.wrong-state');
  await closeApprovalElsewhere(ctx, accessApproval, { object: ACCESS_REQUEST, id }, answer.isGranted ? 'approved' : 'rejected');
  await endAccessRequest(ctx, id, request, answer);
}
