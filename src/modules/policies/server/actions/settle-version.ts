import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate, startOfDay } from '#kernel/period.ts';
import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { checkReadiness } from '../readiness.ts';
import { lockOpenVersion, moveVersion } from './change-draft.ts';

export interface Submission {
  /** ISO date, in the company's time zone; it decides from the first instant of that day. */
  readonly activeFrom: string;
  readonly note: string;
  readonly timeZone: string;
}

/**
 * Hands a draft in for approval; answers the version's id. Errors: policy.not-ready (faults, gaps, failing tests), record.wrong-state,
 * record.invalid when the day has passed or lies before the version now in force: history is not rewritten.
 */
export async function submitDraft(ctx: Context, key: string, point: DecisionPoint | undefined, { activeFrom, note, timeZone }: Submission): Promise<Id> {
  const draft = await lockOpenVersion(ctx, key);
  if (draft.status !== 'draft') throw fail('record.wrong-state');
  const { faults, pointFaults, findings, failedTests, isReady } = checkReadiness(draft.model, point);
  const count = faults.length + pointFaults.length + findings.filter((each) => each.kind !== 'unreachable').length + failedTests.length;
  if (!isReady) throw fail('policy.not-ready', { count }, [], { faults, pointFaults, findings, failedTests });
  await refusePast(ctx, draft.policyId, activeFrom, timeZone);
  await moveVersion(ctx, draft, key, sql`status = 'submitted', active_from = ${startOfDay(activeFrom, timeZone).toISOString()}, note = ${note},
    submitted_at = ${ctx.now.toISOString()}, submitted_by = ${authorOf(ctx)}`, 'submit', { activeFrom, note });
  return draft.id;
}

async function latestInForce(ctx: Context, policyId: Id): Promise<Date | null> {
  const { latest } = await ctx.db.one<{ latest: string | null }>(sql`SELECT max(active_from) AS latest FROM policy_version WHERE policy_id = ${policyId} AND status = 'approved'`);
  return latest === null ? null : new Date(latest);
}

async function refusePast(ctx: Context, policyId: Id, activeFrom: string, timeZone: string): Promise<void> {
  const latest = await latestInForce(ctx, policyId);
  const isPast = latest !== null && activeFrom < localDate(ctx.now, timeZone);
  if (isPast) throw fail('record.invalid', {}, [{ path: 'activeFrom', code: 'date-passed' }]);
  refuseBefore(latest, startOfDay(activeFrom, timeZone));
}

function refuseBefore(latest: Date | null, activeFrom: Date): void {
  if (latest !== null && activeFrom <= latest) throw fail('record.invalid', {}, [{ path: 'activeFrom', code: 'before-version-in-force' }]);
}

/**
 * Puts a submitted version in force from its day on; answers its id. What was decided before the approval stays decided:
 * a version that comes after an earlier one never begins before this instant. Errors: record.wrong-state, record.invalid.
 */
export async function approveVersion(ctx: Context, key: string): Promise<Id> {
  const open = await lockOpenVersion(ctx, key);
  if (open.status !== 'submitted' || open.activeFrom === null) throw fail('record.wrong-state');
  const latest = await latestInForce(ctx, open.policyId);
  const wanted = new Date(open.activeFrom);
  const activeFrom = latest === null || wanted > ctx.now ? wanted : ctx.now;
  refuseBefore(latest, activeFrom);
  await moveVersion(ctx, open, key, sql`status = 'approved', active_from = ${activeFrom.toISOString()}, approved_at = ${ctx.now.toISOString()}, approved_by = ${authorOf(ctx)}`, 'approve', { activeFrom: activeFrom.toISOString() });
  return open.id;
}

/** Gives a submitted version back to be corrected. Errors: record.wrong-state. */
export async function returnVersion(ctx: Context, key: string, reason: string): Promise<Id> {
  const open = await lockOpenVersion(ctx, key);
  if (open.status !== 'submitted') throw fail('record.wrong-state');
  await moveVersion(ctx, open, key, sql`status = 'draft', active_from = NULL, submitted_at = NULL, submitted_by = NULL`, 'return', { reason });
  return open.id;
}
