import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Told in the transaction in which a case was opened or decided anew; commission and disputes live above. */
export interface OwnershipListener {
  onOwnershipChanged(ctx: Context, change: { readonly caseId: Id; readonly customerId: Id; readonly siteId: Id }): Promise<void>;
}

const listeners: OwnershipListener[] = [];

/** Registered once at load. */
export const addOwnershipListener = (listener: OwnershipListener): void => {
  listeners.push(listener);
};

export async function tellOwnership(ctx: Context, change: { readonly caseId: Id; readonly customerId: Id; readonly siteId: Id }): Promise<void> {
  for (const listener of listeners) await listener.onOwnershipChanged(ctx, change);
}
