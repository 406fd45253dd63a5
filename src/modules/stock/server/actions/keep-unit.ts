import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type UnitRow, lockUnit, moveUnit } from '../sale-rows.ts';

/** A unit that an exchange waits for is held without a customer's hold. */
const hasHold = (ctx: Context, unit: Id): Promise<unknown> => ctx.db.maybe(sql`SELECT 1 FROM unit_hold WHERE sale_unit_id = ${unit} AND state = 'active'`);

/** Whether the unit is held, but by no customer: an exchange that waits for approval keeps it. */
export const isKept = async (ctx: Context, unit: Pick<UnitRow, 'id' | 'status'>): Promise<boolean> =>
  unit.status === 'held' && (await hasHold(ctx, unit.id)) === undefined;

/** While an exchange waits for approval nobody else is sold its new unit (RE-42). Errors: record.wrong-state when it is not for sale. */
export const keepUnit = async (ctx: Context, unit: Id): Promise<void> => void (await moveUnit(ctx, await lockUnit(ctx, unit), 'hold'));

/** The exchange does not come about: its new unit is for sale again. One that was never kept stays as it is. */
export async function freeKeptUnit(ctx: Context, unit: Id): Promise<void> {
  const kept = await lockUnit(ctx, unit);
  if (await isKept(ctx, kept)) await moveUnit(ctx, kept, 'release');
}

/** The sale ended while its exchange waited: the exchange is off. */
export async function dropWaitingExchange(ctx: Context, subscription: Id): Promise<void> {
  const waiting = await ctx.db.maybe<{ id: Id; unit: Id }>(sql`
    SELECT id, new_sale_unit_id AS unit FROM after_sale_change WHERE subscription_id = ${subscription} AND kind = 'exchange' AND state = 'approving' FOR UPDATE`);
  if (!waiting) return;
  await freeKeptUnit(ctx, waiting.unit);
  await changeRecord(ctx, 'afterSaleChange', waiting.id, { state: 'rejected' });
}
