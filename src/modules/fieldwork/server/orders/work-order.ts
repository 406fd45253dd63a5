import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type OrderState, isStepBehind, orderStateAfter } from '../../rules/order-states.ts';
import { takeOrder, takeOwnOrder, timeOnDevice } from '../order-rows.ts';
import { tellTaken } from './dispatch-order.ts';

/**
 * The worker sets out or is there. A step that comes twice, or after a later one, changes nothing: telephones send again
 * until they hear an answer. Errors: record.not-found, auth.forbidden, record.wrong-state for a cancelled order.
 */
export async function stepOrder(ctx: Context, id: Id, step: 'leave' | 'arrive', waitedSeconds: number): Promise<{ readonly state: OrderState }> {
  const order = await takeOwnOrder(ctx, id);
  if (isStepBehind(order.state, step)) return { state: order.state };
  const state = orderStateAfter(order.state, step);
  if (state === undefined) throw fail('record.wrong-state');
  await changeRecord(ctx, 'serviceOrder', id, { state, [step === 'leave' ? 'leftAt' : 'arrivedAt']: timeOnDevice(ctx, waitedSeconds) });
  return { state };
}

/** Takes an order back; its worker is told. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function cancelOrder(ctx: Context, id: Id, reason: string): Promise<void> {
  const order = await takeOrder(ctx, id, 'assign');
  const state = orderStateAfter(order.state, 'cancel');
  if (state === undefined) throw fail('record.wrong-state');
  await changeRecord(ctx, 'serviceOrder', id, { state, cancelledFor: reason });
  if (order.ownerId !== null && order.ownerId !== ctx.actor.userId) await tellTaken(ctx, order.ownerId, order);
}
