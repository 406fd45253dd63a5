import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/**
 * What happens to a sale. `deposit` and `payment`: money booked by finance, negative when reversed or paid back;
 * `contract`: the deal was made; `change`: exchange or rename; `refund`: the deal was dissolved (refund or breach).
 */
export interface DealEvent {
  readonly kind: 'deposit' | 'contract' | 'payment' | 'change' | 'refund';
  /** Null before the contract. */
  readonly dealId: Id | null;
  readonly subscriptionId: Id | null;
  readonly customerId: Id;
  /** Null for a project without a site. */
  readonly siteId: Id | null;
  readonly projectId: Id;
  readonly saleUnitId: Id;
  /** The salesperson who filed it. */
  readonly ownerId: Id | null;
  /** CNY text with two decimals: the money; for contract, change and refund the deal's price now. */
  readonly amount: string;
  readonly currency: string;
  /** Day of the contract; of the event while there is none. */
  readonly dealOn: string;
  /** ISO. */
  readonly at: string;
  /** Change and refund: the after-sale change, its kind and its decision. */
  readonly change?: { readonly id: Id; readonly kind: string; readonly decisionId: Id };
  readonly receiptId?: Id;
}

export interface DealListener {
  /** Runs in the transaction of the event, which it can refuse. */
  onDealEvent(ctx: Context, event: DealEvent): Promise<void>;
}

const listeners: DealListener[] = [];

/** For the modules above, commission first of all; called while the module loads. */
export const addDealListener = (listener: DealListener): void => {
  listeners.push(listener);
};

export async function tellDeal(ctx: Context, event: DealEvent): Promise<void> {
  for (const listener of listeners) await listener.onDealEvent(ctx, event);
}
