import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { approvalNotices } from '../../approvals.kinds.ts';
import { writeEntry } from '../approval-entries.ts';
import { type ApprovalRow, currentTasks, lockApproval, requireState } from '../approval-row.ts';
import { type ApprovalKinds, kindByKey } from '../kind-registry.ts';
import { closeApproval, openStep, skipOthers } from '../open-step.ts';
import { chooseFlow } from '../queries/choose-flow.ts';
import { withStandIns } from '../queries/find-signers.ts';
import { isInvolved } from '../queries/involved.ts';
import { fingerprintOf } from '../summary-fingerprint.ts';
import { tellAbout } from '../tell-people.ts';

const REMIND_PAUSE_MS = 3_600_000;

/** The caller's own request, locked; others who know of it are refused, for the rest it does not exist. */
async function lockOwn(ctx: Context, id: Id): Promise<ApprovalRow> {
  const row = await lockApproval(ctx, id);
  if (row.requester_id === ctx.actor.userId) return row;
  throw (await isInvolved(ctx, id)) ? fail('auth.forbidden', { right: 'approvals.own' }) : fail('record.not-found');
}

/** The requester takes the request back; the subject hears that it is off. */
export async function withdrawApproval(ctx: Context, kinds: ApprovalKinds, id: Id, note: string | undefined): Promise<void> {
  const row = await lockOwn(ctx, id);
  if (row.state === 'withdrawn') return;
  requireState(row, 'open', 'returned');
  await writeEntry(ctx, row, { action: 'withdraw', opinion: note });
  await closeApproval(ctx, kindByKey(kinds, row.kind), row, 'withdrawn', note);
}

/**
 * Submits a returned request again, or one whose subject has changed since: everybody is asked anew, by the flow that
 * is in force now (PL-42). Errors: record.wrong-state when there is nothing to submit again.
 */
export async function resubmitApproval(ctx: Context, kinds: ApprovalKinds, id: Id, note: string | undefined): Promise<void> {
  const row = await lockOwn(ctx, id);
  requireState(row, 'open', 'returned');
  const kind = kindByKey(kinds, row.kind);
  const summary = await kind.summarise(ctx, row.subject);
  if (summary === undefined) throw fail('record.not-found');
  const fingerprint = fingerprintOf(summary);
  if (row.state === 'open' && fingerprint === row.fingerprint) throw fail('record.wrong-state');
  const kept = await ctx.db.one<{ unit_id: Id | null; amount: string | null; facts: Record<string, unknown> }>(sql`SELECT unit_id, amount::text, facts FROM approval WHERE id = ${id}`);
  const flow = await chooseFlow(ctx, kind, { unitId: kept.unit_id, amount: kept.amount, facts: kept.facts });
  await skipOthers(ctx, row);
  await ctx.db.run(sql`
    UPDATE approval SET state = 'open', round = round + 1, step = 0, flow_id = ${flow.id}, flow = ${JSON.stringify(flow)}::jsonb, summary = ${JSON.stringify(summary)}::jsonb,
      fingerprint = ${fingerprint}, note = coalesce(${note ?? null}, note), reminded_at = NULL, version = version + 1, updated_at = ${ctx.now.toISOString()}
    WHERE id = ${id}`);
  const next = await lockApproval(ctx, id);
  await writeEntry(ctx, next, { action: 'resubmit', opinion: note });
  await openStep(ctx, kind, next);
}

/** Reminds those whose opinion is missing, at most once an hour. Error: request.too-many with the seconds to wait. */
export async function remindSigners(ctx: Context, id: Id): Promise<void> {
  const row = await lockOwn(ctx, id);
  requireState(row, 'open');
  const since = row.reminded_at === null ? Infinity : ctx.now.getTime() - Date.parse(row.reminded_at);
  if (since < REMIND_PAUSE_MS) throw fail('request.too-many', { seconds: Math.ceil((REMIND_PAUSE_MS - since) / 1_000) });
  const waiting = (await currentTasks(ctx, row)).filter((task) => task.state === 'waiting').map((task) => task.user_id);
  if (waiting.length === 0) throw fail('record.wrong-state');
  await ctx.db.run(sql`UPDATE approval SET reminded_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
  await writeEntry(ctx, row, { action: 'remind' });
  await tellAbout(ctx, row, approvalNotices.reminded, await withStandIns(ctx, waiting), {});
}
