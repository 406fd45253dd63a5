import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { stockNotices } from '../stock.notices.ts';
import { endHold } from './actions/hold-unit.ts';
import { lockHold, lockUnit } from './sale-rows.ts';

export const HOLD_JOB = 'stock.holds';
const BATCH = 500;

/**
 * Ends holds whose time is over and warns before (RE-40), each in its own transaction. A hold ends once, whatever the
 * clock does: it is looked at again under its lock, and an ended one never comes back.
 * @returns how many ended and how many warnings were sent
 */
export async function expireHolds(services: Services): Promise<{ readonly expired: number; readonly warned: number }> {
  const now = services.clock().toISOString();
  const due = await services.database.rows<{ id: Id }>(sql`SELECT id FROM unit_hold WHERE state = 'active' AND expires_at <= ${now} ORDER BY expires_at LIMIT ${BATCH}`);
  const soon = await services.database.rows<{ id: Id }>(sql`
    SELECT id FROM unit_hold WHERE state = 'active' AND expires_at > ${now} AND warn_at <= ${now} AND warned_at IS NULL ORDER BY expires_at LIMIT ${BATCH}`);
  const options = { actor: systemActor(services) };
  let expired = 0;
  let warned = 0;
  for (const { id } of due) expired += await runAction(services, options, (ctx) => expireOne(ctx, id));
  for (const { id } of soon) warned += await runAction(services, options, (ctx) => warnOne(ctx, id));
  return { expired, warned };
}

async function expireOne(ctx: Context, id: Id): Promise<number> {
  const hold = await lockHold(ctx, id);
  if (hold.state !== 'active' || hold.expiresAt === null || Date.parse(hold.expiresAt) > ctx.now.getTime()) return 0;
  const unit = await endHold(ctx, hold, 'expired');
  if (hold.ownerId !== null) await notify(ctx, { to: [hold.ownerId], kind: stockNotices.expired, params: { unit: unit.code, project: unit.project }, link: { object: 'unitHold', id } });
  return 1;
}

async function warnOne(ctx: Context, id: Id): Promise<number> {
  const hold = await lockHold(ctx, id);
  const marked = await ctx.db.run(sql`UPDATE unit_hold SET warned_at = ${ctx.now.toISOString()} WHERE id = ${id} AND state = 'active' AND warned_at IS NULL`);
  if (marked === 0 || hold.expiresAt === null || hold.ownerId === null) return 0;
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const until = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(hold.expiresAt));
  await notify(ctx, { to: [hold.ownerId], kind: stockNotices.expiring, params: { unit: unit.code, project: unit.project, until }, link: { object: 'unitHold', id } });
  return 1;
}
