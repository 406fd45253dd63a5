import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { ChecklistItem } from '../rules/order-report.ts';
import type { OrderState } from '../rules/order-states.ts';

/** A service order under its lock. Instants are ISO. */
export interface OrderRow {
  readonly id: Id;
  readonly number: string;
  readonly caseId: Id;
  readonly subject: string;
  readonly state: OrderState;
  readonly skills: readonly string[];
  readonly ownerId: Id | null;
  readonly items: readonly ChecklistItem[];
  readonly submission: Id | null;
}

/** Locks an order that the actor may treat so. Errors: record.not-found, auth.forbidden. */
export async function takeOrder(ctx: Context, id: Id, action: 'update' | 'assign'): Promise<OrderRow> {
  await requireRecord(ctx, objectDef(ctx, 'serviceOrder'), action, id);
  const row = await ctx.db.maybe<OrderRow>(sql`
    SELECT id, number, case_id AS "caseId", subject, state, skills, owner_id AS "ownerId", items, submission FROM service_order WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Only the worker tells of their own work: a supervisor who may change all orders may not. Errors: as above, auth.forbidden. */
export async function takeOwnOrder(ctx: Context, id: Id): Promise<OrderRow> {
  const row = await takeOrder(ctx, id, 'update');
  if (row.ownerId === null || !ctx.actor.selves.includes(row.ownerId)) throw fail('auth.forbidden', { right: 'serviceOrder.update' });
  return row;
}

/** A device may wait for the network so long (seconds); what claims more is taken for this. */
const LONGEST_WAIT = 30 * 86_400;

/** When something happened on a device: the server's time less what the device waited for the network. */
export const timeOnDevice = (ctx: Pick<Context, 'now'>, waitedSeconds: number): string =>
  new Date(ctx.now.getTime() - Math.min(Math.max(waitedSeconds, 0), LONGEST_WAIT) * 1_000).toISOString();
