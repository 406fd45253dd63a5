import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalOutcome } from '#platform/modules/approval-kind.ts';
import { approvalNotices } from '../approvals.kinds.ts';
import { lineState, stepOutcome } from '../rules/step-outcome.ts';
import { type ApprovalRow, currentTasks, stepOf } from './approval-row.ts';
import { withStandIns } from './queries/find-signers.ts';
import { resolveSigners } from './resolve-signers.ts';
import { nameOf, refreshPeople, tellAbout } from './tell-people.ts';

export const dueAfter = (ctx: Pick<Context, 'now'>, hours: number | null): string | null =>
  (hours === null ? null : new Date(ctx.now.getTime() + hours * 3_600_000).toISOString());

/** Asks the people of the step that is under way, and tells them. With nobody to ask the request waits. */
export async function openStep(ctx: Context, kind: ApprovalKind, row: ApprovalRow): Promise<void> {
  const step = stepOf(row);
  const signers = await resolveSigners(ctx, step.by, { kind, subject: row.subject, requester: row.requester_id, flow: row.flow });
  if (signers.users.length > 0) {
    const due = dueAfter(ctx, step.timeoutHours);
    const lines = signers.users.map((user) => ({ id: ctx.newId(), user }));
    await ctx.db.run(sql`
      INSERT INTO approval_task (id, approval_id, round, step, line_id, user_id, origin, state, due_at, created_at)
      VALUES ${join(lines.map(({ id, user }) => sql`(${id}, ${row.id}, ${row.round}, ${row.step}, ${id}, ${user}, ${signers.origin}, 'waiting', ${due}, ${ctx.now.toISOString()})`))}`);
    await tellWaiting(ctx, row, signers.users);
  }
  await refreshPeople(ctx, row);
}

/** The signers, and whoever stands in for an absent one. */
export async function tellWaiting(ctx: Context, row: ApprovalRow, users: readonly Id[], note = ''): Promise<void> {
  await tellAbout(ctx, row, approvalNotices.waiting, await withStandIns(ctx, users), { note });
}

/** After an opinion: opens whoever was waiting for it, and when the step is decided the next one or the end (PL-42). */
export async function advance(ctx: Context, kind: ApprovalKind, row: ApprovalRow, opinion: string | undefined): Promise<void> {
  const opened = await ctx.db.rows<{ user_id: Id }>(sql`
    UPDATE approval_task t SET state = 'waiting', due_at = ${dueAfter(ctx, stepOf(row).timeoutHours)} FROM approval_task before
    WHERE t.approval_id = ${row.id} AND t.round = ${row.round} AND t.step = ${row.step} AND t.state = 'later' AND before.id = t.after_id AND before.state = 'approved'
    RETURNING t.user_id`);
  const lines = [...Map.groupBy(await currentTasks(ctx, row), (task) => task.line_id).values()];
  const outcome = stepOutcome(stepOf(row).rule, lines.map((tasks) => lineState(tasks.map((task) => task.state))));
  if (outcome === 'open') {
    if (opened.length > 0) await tellWaiting(ctx, row, opened.map((task) => task.user_id), opinion ?? '');
    return refreshPeople(ctx, row);
  }
  await skipOthers(ctx, row);
  if (outcome === 'rejected') return closeApproval(ctx, kind, row, 'rejected', opinion);
  if (row.step + 1 >= row.flow.steps.length) return closeApproval(ctx, kind, row, 'approved', opinion);
  await ctx.db.run(sql`UPDATE approval SET step = step + 1, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${row.id}`);
  return openStep(ctx, kind, { ...row, step: row.step + 1 });
}

export const skipOthers = (ctx: Context, row: Pick<ApprovalRow, 'id'>): Promise<number> => ctx.db.run(sql`
  UPDATE approval_task SET state = 'skipped' WHERE approval_id = ${row.id} AND state IN ('waiting', 'later')`);

const outcomes = {
  approved: { 'zh-CN': '已通过', en: 'approved' }, rejected: { 'zh-CN': '未通过', en: 'rejected' }, withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
} as const;

/** Ends the request and carries its outcome out, in this one transaction; the requester is told unless it was their own act. */
export async function closeApproval(ctx: Context, kind: ApprovalKind, row: ApprovalRow, outcome: ApprovalOutcome, opinion: string | undefined): Promise<void> {
  await markClosed(ctx, row, outcome);
  await kind.settle(ctx, row.subject, outcome);
  if (outcome !== 'withdrawn') {
    await tellAbout(ctx, row, approvalNotices.decided, [row.requester_id], {
      outcome: outcomes[outcome], opinion: opinion === undefined ? '' : `${await nameOf(ctx, ctx.actor.userId)}: ${opinion}`,
    });
  }
  await refreshPeople(ctx, row);
}

export async function markClosed(ctx: Context, row: Pick<ApprovalRow, 'id'>, outcome: ApprovalOutcome): Promise<void> {
  const now = ctx.now.toISOString();
  await skipOthers(ctx, row);
  await ctx.db.run(sql`
    UPDATE approval SET state = ${outcome}, closed_at = ${now}, updated_at = ${now}, version = version + 1 WHERE id = ${row.id}`);
}
