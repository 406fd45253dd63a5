import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface UnitMove {
  readonly id: Id;
  readonly name: string;
  /** The unit above, before and now. */
  readonly from: Id;
  readonly to: Id;
}

/** What hangs on the tree besides rights. Both are called in the transaction of the move, which they can refuse. */
export interface UnitListener {
  /** Before any row is touched: the place for locks that others take before rows of units. */
  readonly beforeMove: (ctx: Context) => Promise<void>;
  readonly onUnitMove: (ctx: Context, move: UnitMove) => Promise<void>;
}

const listeners: UnitListener[] = [];

/** For the modules above; called while the module loads. */
export const addUnitListener = (listener: UnitListener): void => {
  listeners.push(listener);
};

export async function prepareMove(ctx: Context): Promise<void> {
  for (const listener of listeners) await listener.beforeMove(ctx);
}

export async function tellUnitMove(ctx: Context, move: UnitMove): Promise<void> {
  for (const listener of listeners) await listener.onUnitMove(ctx, move);
}
