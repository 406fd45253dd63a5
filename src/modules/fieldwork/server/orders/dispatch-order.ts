import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { fieldworkNotices } from '../../fieldwork.notices.ts';
import { orderStateAfter } from '../../rules/order-states.ts';
import { type OrderRow, takeOrder } from '../order-rows.ts';
import { workerObjections } from './worker-filters.ts';

export interface Dispatch {
  readonly worker: Id;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  /** The overlap was shown, and it shall be so all the same. */
  readonly isOverlapAccepted?: boolean | undefined;
  /** What speaks against the person was shown, and they shall go all the same. */
  readonly isUnfitAccepted?: boolean | undefined;
}

/** `2026-03-02 14:30` where the worker is. */
const sayTime = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/**
 * Gives an order to a worker for a window, or to another one while nobody is on the way (SE-11).
 * Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid, fieldwork.overlap with the orders in `orders`, fieldwork.unfit with the `reasons`.
 */
export async function dispatchOrder(ctx: Context, id: Id, { worker, from, to, isOverlapAccepted = false, isUnfitAccepted = false }: Dispatch): Promise<void> {
  const order = await takeOrder(ctx, id, 'assign');
  const state = orderStateAfter(order.state, 'dispatch');
  if (state === undefined) throw fail('record.wrong-state');
  if (Date.parse(from) >= Date.parse(to)) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'invalid' }]);
  const person = await workerOf(ctx, worker);
  // Two dispatches to one worker at once: the second sees the first.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413087, hashtext(${worker}))`);
  const others = await ctx.db.rows<{ id: Id; number: string }>(sql`
    SELECT id, number FROM service_order WHERE owner_id = ${worker} AND id <> ${id} AND deleted_at IS NULL AND state IN ('dispatched', 'onTheWay', 'onSite')
      AND window_from < ${to} AND window_to > ${from} ORDER BY window_from LIMIT 5`);
  if (others.length > 0 && !isOverlapAccepted) throw fail('fieldwork.overlap', { worker: person.name, orders: others.map(({ number }) => number).join('、') });
  if (!isUnfitAccepted) await requireFit(ctx, order, person.name, { worker, from, to });
  await changeRecord(ctx, 'serviceOrder', id, { owner: worker, windowFrom: from, windowTo: to, state });
  await tell(ctx, order, worker, sayTime(from, person.zone ?? ctx.timeZone));
}

async function requireFit(ctx: Context, { id, skills }: OrderRow, name: string, { worker, from, to }: Dispatch): Promise<void> {
  const objections = await workerObjections(ctx, { order: id, skills, window: { from, to }, people: [worker] });
  if (objections.length > 0) throw fail('fieldwork.unfit', { worker: name, reasons: objections.map(({ reason }) => reason[ctx.locale]).join(ctx.locale === 'en' ? '; ' : '；') });
}

async function workerOf(ctx: Context, worker: Id): Promise<{ name: string; zone: string | null }> {
  const found = await ctx.db.maybe<{ name: string; zone: string | null }>(sql`
    SELECT u.name, u.time_zone AS zone FROM app_user u WHERE u.id = ${worker} AND u.is_active AND u.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object IN ('serviceOrder', '*') AND g.action = 'update')`);
  if (!found) throw fail('record.invalid', { count: 1 }, [{ path: 'worker', code: 'not-found', params: { value: '' } }]);
  return found;
}

async function tell(ctx: Context, { id, number, subject, ownerId }: OrderRow, worker: Id, from: string): Promise<void> {
  if (worker !== ctx.actor.userId) await notify(ctx, { to: [worker], kind: fieldworkNotices.given, params: { number, subject, from }, link: `/fieldwork/order/${id}`, about: { object: 'serviceOrder', id } });
  if (ownerId !== null && ownerId !== worker) await tellTaken(ctx, ownerId, { number, subject });
}

/** The worker need not go. They may not see the order any more, so the notice is about no record. */
export const tellTaken = (ctx: Context, worker: Id, params: { readonly number: string; readonly subject: string }): Promise<unknown> =>
  notify(ctx, { to: [worker], kind: fieldworkNotices.taken, params, link: '/fieldwork/mine' });
