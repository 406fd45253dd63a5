import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { approvalNotices } from '../../approvals.kinds.ts';
import { writeEntry } from '../approval-entries.ts';
import { type ApprovalRow, type TaskRow, lockApproval } from '../approval-row.ts';
import { requireTask } from '../find-task.ts';
import { type ApprovalKinds, kindByKey } from '../kind-registry.ts';
import { advance, skipOthers } from '../open-step.ts';
import { isInvolved } from '../queries/involved.ts';
import { fingerprintOf } from '../summary-fingerprint.ts';
import { nameOf, refreshPeople, tellAbout } from '../tell-people.ts';

export type Verdict = 'approve' | 'reject' | 'return';

const states = { approve: 'approved', reject: 'rejected', return: 'returned' } as const;

/** The second click of a double click: the same person already said the same in this very step. */
async function isRepeated(ctx: Context, id: Id, verdict: Verdict): Promise<boolean> {
  const last = await ctx.db.maybe<{ is_same: boolean }>(sql`
    SELECT state = ${states[verdict]} AND acted_at > ${new Date(ctx.now.getTime() - 10_000).toISOString()} AS is_same FROM approval_task
    WHERE approval_id = ${id} AND acted_by = ${ctx.actor.userId} ORDER BY acted_at DESC LIMIT 1`);
  return last?.is_same === true;
}

/**
 * Approves, rejects or returns for correction (PL-42), for oneself or for an absent person. Errors: record.not-found,
 * auth.forbidden (one's own request), record.wrong-state (decided meanwhile), record.invalid (`subject` changed since
 * the request; `opinion` is missing). A double click has one effect and two equal answers.
 */
export async function giveOpinion(ctx: Context, kinds: ApprovalKinds, id: Id, verdict: Verdict, opinion: string | undefined): Promise<void> {
  if (verdict !== 'approve' && opinion === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'opinion', code: 'required' }]);
  const row = await lockApproval(ctx, id);
  const involved = await isInvolved(ctx, id);
  if (involved && (await isRepeated(ctx, id, verdict))) return;
  const task = await requireTask(ctx, row, involved);
  const kind = kindByKey(kinds, row.kind);
  if (verdict === 'approve' && fingerprintOf(await kind.summarise(ctx, row.subject)) !== row.fingerprint) {
    throw fail('record.invalid', { count: 1 }, [{ path: 'subject', code: 'changed-since-request' }]);
  }
  await markTask(ctx, task, verdict, opinion);
  await writeEntry(ctx, row, { action: verdict, opinion, for: task.user_id === ctx.actor.userId ? undefined : task.user_id });
  if (verdict === 'return') await sendBack(ctx, row, opinion);
  else await advance(ctx, kind, row, opinion);
}

async function markTask(ctx: Context, task: TaskRow, verdict: Verdict, opinion: string | undefined): Promise<void> {
  await ctx.db.run(sql`
    UPDATE approval_task SET state = ${states[verdict]}, opinion = ${opinion ?? null}, acted_by = ${ctx.actor.userId}, acted_at = ${ctx.now.toISOString()}
    WHERE id = ${task.id}`);
}

async function sendBack(ctx: Context, row: ApprovalRow, opinion: string | undefined): Promise<void> {
  await skipOthers(ctx, row);
  await ctx.db.run(sql`UPDATE approval SET state = 'returned', version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${row.id}`);
  await tellAbout(ctx, row, approvalNotices.returned, [row.requester_id], { by: await nameOf(ctx, ctx.actor.userId), opinion: opinion ?? '' });
  await refreshPeople(ctx, row);
}
