import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import { type ApprovalRow, type TaskRow, currentTasks, requireState } from './approval-row.ts';

/** Whether the actor decides for themselves or for an absent person whom they stand in for. */
export const mayDecide = (ctx: Pick<Context, 'actor'>, row: Pick<ApprovalRow, 'requester_id' | 'flow'>): boolean =>
  row.flow.allowsOwn || row.requester_id !== ctx.actor.userId;

/** The task by which the actor may decide now: their own, else one of an absent person's. */
export function waitingTask(ctx: Pick<Context, 'actor'>, tasks: readonly TaskRow[]): TaskRow | undefined {
  const waiting = tasks.filter((task) => task.state === 'waiting' && ctx.actor.selves.includes(task.user_id));
  return waiting.find((task) => task.user_id === ctx.actor.userId) ?? waiting[0];
}

/**
 * The actor's task in a locked request. Errors: record.not-found for somebody who has nothing to do with it,
 * auth.forbidden for the requester, record.wrong-state when it was decided meanwhile.
 */
export async function requireTask(ctx: Context, row: ApprovalRow, isInvolved: boolean): Promise<TaskRow> {
  if (!isInvolved) throw fail('record.not-found');
  requireState(row, 'open');
  const task = waitingTask(ctx, await currentTasks(ctx, row));
  if (task === undefined) throw fail('record.wrong-state');
  if (!mayDecide(ctx, row)) throw fail('auth.forbidden', { right: 'approvals.own' });
  return task;
}
