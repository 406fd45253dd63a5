import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { approvalNotices } from '../approvals.kinds.ts';
import { addTask, followInstead } from './actions/change-signers.ts';
import { writeEntry } from './approval-entries.ts';
import { type ApprovalRow, type TaskRow, currentTasks, lockApproval } from './approval-row.ts';
import { type ApprovalKinds } from './kind-registry.ts';
import { openStep, tellWaiting } from './open-step.ts';
import { activeOf, administratorsOf, managersOf } from './queries/find-signers.ts';
import { nameOf, refreshPeople, tellAbout } from './tell-people.ts';

export const DEADLINE_JOB = 'approvals.deadlines';
const BATCH = 200;

/** Passes on what was not decided in time or waits for somebody who left, and asks again where there was nobody to ask (PL-42, UX-11). One transaction each. */
export async function escalateOverdue(services: Services, kinds: ApprovalKinds): Promise<void> {
  const now = services.clock().toISOString();
  const overdue = await services.database.rows<{ id: Id }>(sql`
    SELECT DISTINCT t.approval_id AS id FROM approval_task t JOIN approval a ON a.id = t.approval_id AND a.state = 'open' JOIN app_user u ON u.id = t.user_id
    WHERE t.state = 'waiting' AND (t.due_at <= ${now} OR NOT u.is_active) LIMIT ${BATCH}`);
  const stuck = await services.database.rows<{ id: Id }>(sql`
    SELECT a.id FROM approval a WHERE a.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM approval_task t WHERE t.approval_id = a.id AND t.round = a.round AND t.step = a.step AND t.state IN ('waiting', 'later')) LIMIT ${BATCH}`);
  const options = { actor: systemActor(services) };
  for (const { id } of overdue) await runAction(services, options, (ctx) => escalateOne(ctx, id));
  for (const { id } of stuck) await runAction(services, options, (ctx) => askAgain(ctx, kinds, id));
}

async function escalateOne(ctx: Context, id: Id): Promise<void> {
  const row = await lockApproval(ctx, id);
  if (row.state !== 'open') return;
  const waiting = (await currentTasks(ctx, row)).filter((one) => one.state === 'waiting');
  const active = await activeOf(ctx, waiting.map((one) => one.user_id));
  const isLate = (one: TaskRow) => !active.includes(one.user_id) || (one.due_at !== null && Date.parse(one.due_at) <= ctx.now.getTime());
  for (const task of waiting.filter(isLate)) {
    const asked = new Set((await currentTasks(ctx, row)).map((one) => one.user_id));
    if (!row.flow.allowsOwn) asked.add(row.requester_id);
    const next = [...await managersOf(ctx, task.user_id), ...await administratorsOf(ctx)].find((user) => !asked.has(user));
    if (next === undefined) await keepAsking(ctx, row, task.id, task.user_id);
    else await passUp(ctx, row, { id: task.id, line: task.line_id, user: task.user_id }, next);
  }
  await refreshPeople(ctx, row);
}

async function passUp(ctx: Context, row: ApprovalRow, task: { readonly id: Id; readonly line: Id; readonly user: Id }, to: Id): Promise<void> {
  await ctx.db.run(sql`UPDATE approval_task SET state = 'passed', acted_at = ${ctx.now.toISOString()}, escalations = escalations + 1 WHERE id = ${task.id}`);
  await followInstead(ctx, task.id, await addTask(ctx, row, { user: to, origin: 'escalated', line: task.line }));
  await writeEntry(ctx, row, { action: 'escalate', for: task.user, to });
  const params = { from: await nameOf(ctx, task.user), to: await nameOf(ctx, to) };
  await tellAbout(ctx, row, approvalNotices.escalated, [task.user, row.requester_id], params);
  await tellWaiting(ctx, row, [to]);
}

/** Nobody is above: the same person is reminded once, and no further deadline runs. */
async function keepAsking(ctx: Context, row: ApprovalRow, task: Id, user: Id): Promise<void> {
  await ctx.db.run(sql`UPDATE approval_task SET due_at = NULL WHERE id = ${task}`);
  await tellAbout(ctx, row, approvalNotices.reminded, [user], {});
}

/** Somebody may qualify by now: a role was given, an administrator made. */
async function askAgain(ctx: Context, kinds: ApprovalKinds, id: Id): Promise<void> {
  const row = await lockApproval(ctx, id);
  const kind = kinds().find((one) => one.key === row.kind);
  const isAsked = (await currentTasks(ctx, row)).some((task) => task.state === 'waiting' || task.state === 'later');
  if (row.state === 'open' && !isAsked && kind !== undefined) await openStep(ctx, kind, row);
}
