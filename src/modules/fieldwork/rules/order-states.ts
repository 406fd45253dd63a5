export const orderStates = ['planned', 'dispatched', 'onTheWay', 'onSite', 'done', 'failed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];
export const orderSteps = ['dispatch', 'leave', 'arrive', 'finish', 'fail', 'cancel'] as const;
export type OrderStep = (typeof orderSteps)[number];

/** From where each step may be taken and where it leads. A worker who pressed nothing on the way may still report (SE-11). */
const table: Readonly<Record<OrderStep, { readonly from: readonly OrderState[]; readonly to: OrderState }>> = {
  dispatch: { from: ['planned', 'dispatched'], to: 'dispatched' },
  leave: { from: ['dispatched'], to: 'onTheWay' },
  arrive: { from: ['dispatched', 'onTheWay'], to: 'onSite' },
  finish: { from: ['dispatched', 'onTheWay', 'onSite'], to: 'done' },
  fail: { from: ['dispatched', 'onTheWay', 'onSite'], to: 'failed' },
  cancel: { from: ['planned', 'dispatched', 'onTheWay', 'onSite'], to: 'cancelled' },
};

/** The state after a step; undefined where it cannot be taken. */
export const orderStateAfter = (state: OrderState, step: OrderStep): OrderState | undefined => (table[step].from.includes(state) ? table[step].to : undefined);

export const isOrderOver = (state: OrderState): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

const way: readonly OrderState[] = ['planned', 'dispatched', 'onTheWay', 'onSite', 'done'];

/** A worker's step that came late or twice: the order is there or further on already. */
export const isStepBehind = (state: OrderState, step: 'leave' | 'arrive'): boolean =>
  state === 'failed' || way.indexOf(state) >= way.indexOf(table[step].to);
