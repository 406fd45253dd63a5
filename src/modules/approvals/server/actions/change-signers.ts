import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { writeEntry } from '../approval-entries.ts';
import { type ApprovalRow, currentTasks, lockApproval, requireState, stepOf } from '../approval-row.ts';
import { requireTask } from '../find-task.ts';
import { dueAfter, tellWaiting } from '../open-step.ts';
import { activeOf } from '../queries/find-signers.ts';
import { isInvolved, isManager } from '../queries/involved.ts';
import { refreshPeople } from '../tell-people.ts';

/** Throws `record.invalid` for somebody who cannot be asked: inactive, the requester, or asked already in this step. */
async function requireAskable(ctx: Context, row: ApprovalRow, user: Id, path: string): Promise<void> {
  const refuse = (code: string) => fail('record.invalid', { count: 1 }, [{ path, code, params: { value: user } }]);
  if ((await activeOf(ctx, [user])).length === 0) throw refuse('not-found');
  if (user === row.requester_id && !row.flow.allowsOwn) throw refuse('not-allowed');
  const tasks = await currentTasks(ctx, row);
  if (tasks.some((task) => task.user_id === user && (task.state === 'waiting' || task.state === 'later'))) throw refuse('asked-already');
}

interface NewTask {
  readonly user: Id;
  readonly origin: string;
  readonly line?: Id;
  readonly after?: Id;
}

export async function addTask(ctx: Context, row: ApprovalRow, task: NewTask): Promise<Id> {
  const id = ctx.newId();
  const isLater = task.after !== undefined;
  await ctx.db.run(sql`
    INSERT INTO approval_task (id, approval_id, round, step, line_id, after_id, user_id, origin, state, due_at, created_at)
    VALUES (${id}, ${row.id}, ${row.round}, ${row.step}, ${task.line ?? id}, ${task.after ?? null}, ${task.user}, ${task.origin}, ${isLater ? 'later' : 'waiting'},
      ${isLater ? null : dueAfter(ctx, stepOf(row).timeoutHours)}, ${ctx.now.toISOString()})`);
  return id;
}

/** Whoever waits for a task waits for the one that takes its place. */
export const followInstead = (ctx: Context, from: Id, to: Id): Promise<number> =>
  ctx.db.run(sql`UPDATE approval_task SET after_id = ${to} WHERE after_id = ${from} AND id <> ${to}`);

/** Passes one's task on to somebody else, who decides instead (PL-42). */
export async function delegateTask(ctx: Context, id: Id, to: Id, opinion: string | undefined): Promise<void> {
  const row = await lockApproval(ctx, id);
  const task = await requireTask(ctx, row, await isInvolved(ctx, id));
  await requireAskable(ctx, row, to, 'to');
  await ctx.db.run(sql`
    UPDATE approval_task SET state = 'passed', opinion = ${opinion ?? null}, acted_by = ${ctx.actor.userId}, acted_at = ${ctx.now.toISOString()} WHERE id = ${task.id}`);
  await followInstead(ctx, task.id, await addTask(ctx, row, { user: to, origin: 'delegated', line: task.line_id }));
  await writeEntry(ctx, row, { action: 'delegate', opinion, to, for: task.user_id === ctx.actor.userId ? undefined : task.user_id });
  await tellWaiting(ctx, row, [to], opinion);
  await refreshPeople(ctx, row);
}

/** Asks one more person: before oneself (then one's own turn comes after theirs), or after (PL-42). */
export async function addSigner(ctx: Context, id: Id, user: Id, place: 'before' | 'after', opinion: string | undefined): Promise<void> {
  const row = await lockApproval(ctx, id);
  const task = await requireTask(ctx, row, await isInvolved(ctx, id));
  await requireAskable(ctx, row, user, 'user');
  if (place === 'after') {
    const added = await addTask(ctx, row, { user, origin: 'added', line: task.line_id, after: task.id });
    await followInstead(ctx, task.id, added);
  } else {
    const added = await addTask(ctx, row, { user, origin: 'added', line: task.line_id });
    await ctx.db.run(sql`UPDATE approval_task SET state = 'later', after_id = ${added}, due_at = NULL WHERE id = ${task.id}`);
    await tellWaiting(ctx, row, [user], opinion);
  }
  await writeEntry(ctx, row, { action: place === 'after' ? 'addAfter' : 'addBefore', opinion, to: user });
  await refreshPeople(ctx, row);
}

/** Gives a request that nobody can decide, or whose signer is gone, to somebody: for those who look after approvals. */
export async function assignSigner(ctx: Context, id: Id, to: Id, opinion: string | undefined): Promise<void> {
  if (!isManager(ctx)) throw fail('auth.forbidden', { right: 'approvals.manage' });
  const row = await lockApproval(ctx, id);
  requireState(row, 'open');
  await requireAskable(ctx, row, to, 'to');
  await ctx.db.run(sql`
    UPDATE approval_task SET state = 'passed', acted_at = ${ctx.now.toISOString()}
    WHERE approval_id = ${id} AND round = ${row.round} AND step = ${row.step} AND state IN ('waiting', 'later')`);
  await addTask(ctx, row, { user: to, origin: 'assigned' });
  await writeEntry(ctx, row, { action: 'assign', opinion, to });
  await tellWaiting(ctx, row, [to], opinion);
  await refreshPeople(ctx, row);
}
