import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { moveCustomers, moveTasks, unitsOf } from './move-owner.ts';

interface HandoverRow { id: Id; from_user: Id; manager_id: Id; needs_acceptance: boolean; created_at: string; undone_at: string | null }
interface AnswerRow { customer_id: Id; to_user: Id; former_unit: Id | null }

/** Without acceptance a mistaken hand-over can be taken back for a day. */
const UNDO_MS = 24 * 3_600_000;

const lockHandover = async (ctx: Context, id: Id): Promise<HandoverRow> => {
  const row = await ctx.db.maybe<HandoverRow>(sql`
    SELECT id, from_user, manager_id, needs_acceptance, created_at, undone_at FROM handover WHERE id = ${id} FOR UPDATE`);
  if (row === undefined) throw fail('record.not-found');
  return row;
};

/** Marks the receiver's own waiting items and answers them. */
async function decide(ctx: Context, id: Id, state: 'accepted' | 'declined', customers: readonly Id[] | undefined, reason: string | undefined): Promise<AnswerRow[]> {
  await lockHandover(ctx, id);
  const mine = await ctx.db.maybe(sql`SELECT 1 FROM handover_item WHERE handover_id = ${id} AND to_user = ${ctx.actor.userId} LIMIT 1`);
  if (mine === undefined) throw fail('record.not-found');
  const rows = await ctx.db.rows<AnswerRow>(sql`
    UPDATE handover_item SET state = ${state}, decided_at = ${ctx.now.toISOString()}, reason = ${reason ?? null}
    WHERE handover_id = ${id} AND to_user = ${ctx.actor.userId} AND state = 'waiting'
      AND (${customers ?? null}::uuid[] IS NULL OR customer_id = ANY(${customers ?? null}::uuid[]))
    RETURNING customer_id, to_user, former_unit`);
  if (rows.length === 0) throw fail('record.wrong-state');
  return rows;
}

/** The receiver takes the customers on; all of theirs, or those named. Answers how many. */
export async function acceptHandover(ctx: Context, id: Id, customers: readonly Id[] | undefined): Promise<number> {
  const rows = await decide(ctx, id, 'accepted', customers, undefined);
  await writeAudit(ctx, rows.map((row) => ({
    action: 'accept-hand-over', object: 'customer', recordId: row.customer_id, customerId: row.customer_id, detail: { handover: id },
  })));
  return rows.length;
}

/** The receiver cannot take them: they go to the manager who handed over, with the reason. Answers how many. */
export async function declineHandover(ctx: Context, id: Id, customers: readonly Id[] | undefined, reason: string): Promise<number> {
  const rows = await decide(ctx, id, 'declined', customers, reason);
  const { manager_id: manager } = await lockHandover(ctx, id);
  const unitId = (await unitsOf(ctx, [manager])).get(manager) ?? null;
  const detail = { handover: id, declined: true, reason };
  const moved = await moveCustomers(ctx, rows.map((row) => ({ id: row.customer_id, from: row.to_user, to: manager, unitId })), detail);
  const tasks = await ctx.db.rows<{ activity_id: Id; to_user: Id }>(sql`
    SELECT activity_id, to_user FROM handover_task WHERE handover_id = ${id} AND customer_id = ANY(${[...moved]}::uuid[])`);
  await moveTasks(ctx, tasks.map((task) => ({ id: task.activity_id, from: task.to_user, to: manager, unitId })), detail);
  return rows.length;
}

/**
 * Takes back what no receiver has accepted yet; what went without acceptance, for a day. Customers that went on to a
 * third person since stay there. Answers how many came back.
 */
export async function undoHandover(ctx: Context, id: Id): Promise<number> {
  const handover = await lockHandover(ctx, id);
  const isOverAll = ctx.actor.rights.has('handover.manage') && ctx.actor.grants.get('customer')?.get('assign') === 'all';
  if (handover.manager_id !== ctx.actor.userId && !isOverAll) throw fail('record.not-found');
  const isFresh = ctx.now.getTime() - Date.parse(handover.created_at) < UNDO_MS;
  const open = handover.needs_acceptance ? 'waiting' : 'accepted';
  if (handover.undone_at !== null || (!handover.needs_acceptance && !isFresh)) throw fail('record.wrong-state');
  const rows = await ctx.db.rows<AnswerRow>(sql`
    UPDATE handover_item SET state = 'undone', decided_at = ${ctx.now.toISOString()} WHERE handover_id = ${id} AND state = ${open}
    RETURNING customer_id, to_user, former_unit`);
  const tasks = await ctx.db.rows<{ activity_id: Id; to_user: Id; former_unit: Id | null }>(sql`
    SELECT t.activity_id, t.to_user, t.former_unit FROM handover_task t LEFT JOIN handover_item i ON i.handover_id = t.handover_id AND i.customer_id = t.customer_id
    WHERE t.handover_id = ${id} AND (i.state = 'undone' OR i.handover_id IS NULL)`);
  if (rows.length === 0 && tasks.length === 0) throw fail('record.wrong-state');
  const detail = { handover: id, undone: true };
  const moved = await moveCustomers(ctx, rows.map((row) => ({ id: row.customer_id, from: row.to_user, to: handover.from_user, unitId: row.former_unit })), detail);
  await moveTasks(ctx, tasks.map((task) => ({ id: task.activity_id, from: task.to_user, to: handover.from_user, unitId: task.former_unit })), detail);
  await ctx.db.run(sql`UPDATE handover SET undone_at = ${ctx.now.toISOString()}, undone_by = ${ctx.actor.userId} WHERE id = ${id}`);
  return moved.size;
}
