import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { incentiveApproval } from './incentive-approval.ts';
import { type RunRow, takeRun } from './run-rows.ts';

/** Asks for approval of a draft (PL-42). From now on its lines stay as they are. Errors: record.not-found, record.wrong-state, also for a run without lines. */
export async function submitRun(ctx: Context, id: Id): Promise<{ readonly approvalId: Id }> {
  const run = await takeRun(ctx, id, 'draft');
  if (run.people === 0) throw fail('record.wrong-state');
  return { approvalId: await askFor(ctx, run) };
}

/** Marks a run as submitted and asks those who decide. */
export async function askFor(ctx: Context, run: RunRow): Promise<Id> {
  await changeRecord(ctx, 'incentiveRun', run.id, { state: 'submitted' });
  const approval = await requestApproval(ctx, { kind: incentiveApproval, subject: { object: 'incentiveRun', id: run.id }, amount: run.amount, ...(run.reason !== null && { note: run.reason }) });
  return approval.id;
}

/** Gives a draft up; the month can be begun anew. Errors: record.not-found, record.wrong-state. */
export async function dropRun(ctx: Context, id: Id): Promise<void> {
  await takeRun(ctx, id, 'draft');
  await changeRecord(ctx, 'incentiveRun', id, { state: 'dropped' });
}
