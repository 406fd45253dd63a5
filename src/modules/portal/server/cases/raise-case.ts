import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { addMessage, openCase, rateCase } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type PortalAccount, asHouse } from '../portal-account.ts';
import { knownParties } from '../queries/known-parties.ts';
import { requireTheirs } from '../queries/portal-scope.ts';
import { visitType } from '../queries/public-types.ts';
import { takeLimit } from '../take-limit.ts';
import { portalTexts } from '../../portal.texts.ts';
import type { DayPart } from '../../rules/day-part.ts';

const CASES_A_DAY = { name: 'case', max: 20, seconds: 86_400 };
const MESSAGES_A_DAY = { name: 'message', max: 100, seconds: 86_400 };

export interface RaisedCase {
  /** Made by the telephone, the same on every try: one report, one case (REL-7). */
  readonly key: string;
  readonly caseType: Id;
  readonly subject: string;
  readonly description: string;
  readonly place?: string | undefined;
  /** For which of the account's customers; the first when absent. */
  readonly customer?: Id | undefined;
}

const sourceKey = (account: PortalAccount, key: string): string => `portal:${account.id}:${key}`;

/** Throws record.invalid for a type that is not offered to customers. */
export async function requirePublicType(ctx: Context, id: Id): Promise<void> {
  const found = await ctx.db.maybe(sql`SELECT 1 FROM case_type WHERE id = ${id} AND is_public AND is_active AND deleted_at IS NULL`);
  if (!found) throw fail('record.invalid', { count: 1 }, [{ path: 'caseType', code: 'not-found', params: { value: '' } }]);
}

/** Raises a case for a customer (SE-31). Errors: record.invalid, request.too-many, policy.not-in-force. */
export async function raiseCase(services: Services, ctx: Context, account: PortalAccount, draft: RaisedCase): Promise<{ readonly id: Id; readonly number: string }> {
  await requirePublicType(ctx, draft.caseType);
  const parties = await knownParties(ctx.db, account.email);
  const party = draft.customer === undefined ? parties[0] : parties.find(({ customer }) => customer === draft.customer);
  if (draft.customer !== undefined && !party) throw fail('record.invalid', { count: 1 }, [{ path: 'customer', code: 'not-found', params: { value: '' } }]);
  const { id, number, isNew } = await openCase(asHouse(services, ctx, account.email), {
    caseType: draft.caseType, channel: 'portal', subject: draft.subject, description: draft.description, place: draft.place ?? null, customer: party?.customer ?? null,
    contact: party?.contact ?? null, reporterEmail: account.email, sourceKey: sourceKey(account, draft.key),
  });
  if (!isNew) return { id, number };
  await takeLimit(ctx, CASES_A_DAY, account.id);
  await ctx.db.run(sql`INSERT INTO portal_case (case_id, account_id, created_at) VALUES (${id}, ${account.id}, ${ctx.now.toISOString()})`);
  return { id, number };
}

export interface BookedVisit {
  readonly key: string;
  readonly what: string;
  readonly place: string;
  /** The day they wish for, YYYY-MM-DD, and the part of it. */
  readonly on: string;
  readonly part: DayPart;
  readonly customer?: Id | undefined;
}

/**
 * Books a visit (SE-31): a case of kind service with the window that the customer wishes for; the desk answers and dispatches.
 * Errors: record.invalid for a day that is over or a year away, record.not-found where no service is offered.
 */
export async function bookVisit(services: Services, ctx: Context, account: PortalAccount, visit: BookedVisit): Promise<{ readonly id: Id; readonly number: string }> {
  const type = await visitType(ctx.db);
  if (!type) throw fail('record.not-found');
  const today = localDate(ctx.now, ctx.timeZone);
  if (visit.on < today || visit.on > addDays(today, 365)) throw fail('record.invalid', { count: 1 }, [{ path: 'on', code: 'invalid' }]);
  const words = visit.what.replaceAll(/\s+/g, ' ').slice(0, 60);
  const window = portalTexts.t(ctx.locale, `visit.parts.${visit.part}`, { day: visit.on });
  return raiseCase(services, ctx, account, {
    key: visit.key, caseType: type.id, subject: portalTexts.t(ctx.locale, 'visit.subject', { words }), description: `${portalTexts.t(ctx.locale, 'visit.wish', { window })}\n\n${visit.what}`, place: visit.place,
    ...(visit.customer !== undefined && { customer: visit.customer }),
  });
}

/** Adds what the customer says. Errors: record.not-found, record.wrong-state when the case is over, request.too-many. */
export async function sayMore(services: Services, ctx: Context, account: PortalAccount, caseId: Id, said: { readonly key: string; readonly body: string }): Promise<{ readonly id: Id }> {
  await requireTheirs(ctx, account, caseId);
  const { state } = await ctx.db.one<{ state: string }>(sql`SELECT state FROM service_case WHERE id = ${caseId} FOR UPDATE`);
  const key = sourceKey(account, said.key);
  const earlier = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_message WHERE source_key = ${key}`);
  if (earlier) return earlier;
  if (state === 'closed' || state === 'withdrawn' || state === 'merged') throw fail('record.wrong-state');
  await takeLimit(ctx, MESSAGES_A_DAY, account.id);
  return addMessage(asHouse(services, ctx, account.email), caseId, { kind: 'incoming', channel: 'portal', body: said.body, sourceKey: key });
}

/** The customer's word on an answer, once a round; a second one changes nothing. Errors: record.not-found, record.wrong-state. */
export async function rateAnswer(
  services: Services, ctx: Context, account: PortalAccount, caseId: Id, rating: { readonly score: number; readonly isSolved: boolean; readonly words?: string | undefined },
): Promise<void> {
  await requireTheirs(ctx, account, caseId);
  const { round, state } = await ctx.db.one<{ round: number; state: string }>(sql`SELECT reopen_count AS round, state FROM service_case WHERE id = ${caseId} FOR UPDATE`);
  if (state !== 'answered' && state !== 'closed') throw fail('record.wrong-state');
  const words = rating.words === undefined || rating.words === '' ? null : rating.words;
  const added = await ctx.db.run(sql`
    INSERT INTO portal_rating (case_id, round, account_id, score, is_solved, words, at)
    VALUES (${caseId}, ${round}, ${account.id}, ${rating.score}, ${rating.isSolved}, ${words}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
  if (added === 0) return;
  await rateCase(asHouse(services, ctx, account.email), caseId, { satisfaction: rating.score, isSolved: rating.isSolved, words });
}
