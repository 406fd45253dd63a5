import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { lockUnit, moveUnit } from '../sale-rows.ts';

/** Takes a unit off sale, or back. Errors: record.wrong-state, auth.forbidden. */
export async function withdrawUnit(ctx: Context, id: Id, isBack: boolean): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'saleUnit'), 'update', id);
  await moveUnit(ctx, await lockUnit(ctx, id), isBack ? 'restore' : 'withdraw');
}
