import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface DisputeEvent {
  readonly disputeId: Id;
  readonly caseId: Id;
  readonly customerId: Id;
  readonly siteId: Id;
  /** The contested deal, where one is named. */
  readonly dealId: Id | null;
}

/** Told in the transaction that opens or ends a dispute: commission freezes and releases (RE-22). */
export interface DisputeListener {
  onDisputeOpened(ctx: Context, event: DisputeEvent): Promise<void>;
  /** After settling (`isSettled`: with new shares) or withdrawing. */
  onDisputeEnded(ctx: Context, event: DisputeEvent & { readonly isSettled: boolean }): Promise<void>;
}

const listeners: DisputeListener[] = [];

/** Registered once at load. */
export const addDisputeListener = (listener: DisputeListener): void => void listeners.push(listener);

export const disputeListeners = (): readonly DisputeListener[] => listeners;
