import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { localDate, startOfDay } from '#kernel/period.ts';
import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { checkReadiness } from '../readiness.ts';
import { who } from './add-pack.ts';
import { lockOpenVersion, moveVersion } from './change-draft.ts';

export interface Submission {
  /** ISO date, in the company's time zone; it decides from the first instant of that day. */
  readonly activeFrom: string;
  readonly note: string;
  readonly timeZone: string;
}

/**
 * Hands a draft in for approval. Errors: policy.not-ready (faults, gaps, failing tests), record.wrong-state,
 * record.invalid when the day has passed or lies before the version now in force: history is not rewritten.
 */
export async function submitDraft(ctx: Context, key: string, point: DecisionPoint | undefined, { activeFrom, note, timeZone }: Submission): Promise<void> {
  const draft = await lockOpenVersion(ctx, key);
  if (draft.status !== 'draft') throw fail('record.wrong-state');
  const { faults, pointFaults, findings, failedTests, isReady } = checkReadiness(draft.model, point);
  const count = faults.length + pointFaults.length + findings.filter((each) => each.kind !== 'unreachable').length + failedTests.length;
  if (!isReady) throw fail('policy.not-ready', { count }, [], { faults, pointFaults, findings, failedTests });
  await refusePast(ctx, draft.policyId, activeFrom, timeZone);
  await moveVersion(ctx, draft, key, sql`status = 'submitted', active_from = ${startOfDay(activeFrom, timeZone).toISOString()}, note = ${note},
    submitted_at = ${ctx.now.toISOString()}, submitted_by = ${who(ctx)}`, 'submit', { activeFrom, note });
}

async function refusePast(ctx: Context, policyId: string, activeFrom: string, timeZone: string): Promise<void> {
  const { latest } = await ctx.db.one<{ latest: string | null }>(sql`SELECT max(active_from) AS latest FROM policy_version WHERE policy_id = ${policyId} AND status = 'approved'`);
  const isFirst = latest === null;
  const isPast = activeFrom < localDate(ctx.now, timeZone);
  const isBefore = latest !== null && startOfDay(activeFrom, timeZone).getTime() <= new Date(latest).getTime();
  if ((!isFirst && isPast) || isBefore) throw fail('record.invalid', {}, [{ path: 'activeFrom', code: isPast ? 'date-passed' : 'before-version-in-force' }]);
}

/** Puts a submitted version in force from its day on. Errors: record.wrong-state; record.invalid when the day passed while it waited. */
export async function approveVersion(ctx: Context, key: string, timeZone: string): Promise<void> {
  const open = await lockOpenVersion(ctx, key);
  if (open.status !== 'submitted' || open.activeFrom === null) throw fail('record.wrong-state');
  await refusePast(ctx, open.policyId, localDate(new Date(open.activeFrom), timeZone), timeZone);
  await moveVersion(ctx, open, key, sql`status = 'approved', approved_at = ${ctx.now.toISOString()}, approved_by = ${who(ctx)}`, 'approve', { activeFrom: open.activeFrom });
}

/** Gives a submitted version back to be corrected. Errors: record.wrong-state. */
export async function returnVersion(ctx: Context, key: string, reason: string): Promise<void> {
  const open = await lockOpenVersion(ctx, key);
  if (open.status !== 'submitted') throw fail('record.wrong-state');
  await moveVersion(ctx, open, key, sql`status = 'draft', active_from = NULL, submitted_at = NULL, submitted_by = NULL`, 'return', { reason });
}
