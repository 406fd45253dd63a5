import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { addAction, finishActionsAbout } from '#modules/meetings/server/meetings.public.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { type CaseKind, caseKinds } from '../../objects/case.object.ts';
import { addCaseListener } from '../case-listeners.ts';
import { openCase } from '../cases/open-case.ts';

export interface MeetingFinding {
  readonly meeting: Id;
  readonly kind: CaseKind;
  readonly subject: string;
  /** What the customer said. */
  readonly opinion?: string | null | undefined;
  readonly customer?: Id | null | undefined;
}

/** Days for a case without a clock. */
const WITHOUT_CLOCK = 14;

/**
 * What a customer said in a meeting becomes a case, and the meeting keeps an action that ends with it (SF-21).
 * Errors: record.not-found, auth.forbidden, record.wrong-state of the meeting, record.invalid without a service type of that kind.
 */
export async function openCaseOfMeeting(ctx: Context, { meeting, kind, subject, opinion = null, customer }: MeetingFinding): Promise<{ readonly id: Id; readonly number: string }> {
  await requireRecord(ctx, objectDef(ctx, 'meeting'), 'update', meeting);
  const type = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_type WHERE kind = ${kind} AND is_active AND deleted_at IS NULL ORDER BY position, id LIMIT 1`);
  if (!type) throw fail('record.invalid', { count: 1 }, [{ path: 'kind', code: 'not-found', params: { value: kind } }]);
  const about = await ctx.db.one<{ customer: Id | null }>(sql`SELECT customer_id AS customer FROM meeting WHERE id = ${meeting}`);
  const { id, number } = await openCase(ctx, { caseType: type.id, channel: 'inPerson', subject, description: opinion, customer: customer ?? about.customer });
  const row = await ctx.db.one<{ owner: Id | null; due: string | null }>(sql`SELECT owner_id AS owner, due_at AS due FROM service_case WHERE id = ${id}`);
  const dueOn = row.due === null ? addDays(localDate(ctx.now, ctx.timeZone), WITHOUT_CLOCK) : localDate(new Date(row.due), ctx.timeZone);
  await addAction(ctx, meeting, { subject: `${number} ${subject}`.slice(0, 200), opinion, owner: row.owner ?? ctx.actor.userId, dueOn, about: { object: 'case', id } });
  return { id, number };
}

/** Called at load: a case that is closed ends the action that it came from. */
export const endActionsWithCases = (): void => addCaseListener({
  onCaseEvent: async (ctx, { kind, caseId, number }) => {
    if (kind === 'closed') await finishActionsAbout(ctx, { object: 'case', id: caseId }, ctx.locale === 'en' ? `Case ${number} is closed` : `服务请求 ${number} 已办结`);
  },
});

/** From a meeting to a case. */
export const findingRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/service/meetings/:id/cases', kind: 'action', status: 201, access: { object: 'case', action: 'create' }, tag: 'service', summary: 'What a customer said in a meeting becomes a case',
    params: z.object({ id: z.uuid().toLowerCase() }), answer: z.strictObject({ id: z.uuid(), number: z.string() }),
    body: z.strictObject({ kind: z.enum(caseKinds), subject: z.string().trim().min(1).max(200), opinion: z.string().trim().max(5_000).nullish(), customer: z.uuid().toLowerCase().nullish() }),
    handle: (ctx, { params, body }) => openCaseOfMeeting(ctx, { meeting: params.id, ...body }),
  }),
];
