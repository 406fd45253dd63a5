import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import type { Flow, Step } from '../rules/flow.ts';
import type { TaskState } from '../rules/step-outcome.ts';

export type ApprovalState = 'open' | 'returned' | 'approved' | 'rejected' | 'withdrawn';

export interface ApprovalRow {
  readonly id: Id;
  readonly kind: string;
  readonly subject: ApprovalSubject;
  readonly requester_id: Id;
  readonly flow: Flow;
  readonly summary: ApprovalSummary;
  readonly fingerprint: string;
  readonly state: ApprovalState;
  readonly round: number;
  readonly step: number;
  readonly reminded_at: string | null;
}

export interface TaskRow {
  readonly id: Id;
  readonly line_id: Id;
  readonly after_id: Id | null;
  readonly user_id: Id;
  readonly state: TaskState;
  readonly origin: string;
  readonly due_at: string | null;
}

/** The request, locked: whoever acts on it waits for the one before (PL-42). */
export async function lockApproval(ctx: Context, id: Id): Promise<ApprovalRow> {
  const row = await ctx.db.maybe<ApprovalRow>(sql`
    SELECT id, kind, json_build_object('object', subject_object, 'id', subject_id) AS subject, requester_id, flow, summary, fingerprint, state, round, step, reminded_at
    FROM approval WHERE id = ${id} FOR UPDATE`);
  if (row === undefined) throw fail('record.not-found');
  return row;
}

/** Tasks of the step under way, in the order in which people were asked. */
export const currentTasks = (ctx: Pick<Context, 'db'>, row: ApprovalRow): Promise<TaskRow[]> => ctx.db.rows<TaskRow>(sql`
  SELECT id, line_id, after_id, user_id, state, origin, due_at FROM approval_task
  WHERE approval_id = ${row.id} AND round = ${row.round} AND step = ${row.step} ORDER BY created_at, id`);

export function stepOf(row: ApprovalRow): Step {
  const step = row.flow.steps[row.step];
  if (step === undefined) throw fail('record.wrong-state');
  return step;
}

/** Throws unless the request is in one of these states. */
export function requireState(row: ApprovalRow, ...states: ApprovalState[]): void {
  if (!states.includes(row.state)) throw fail('record.wrong-state');
}
