import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Share } from '../../rules/deal-ledger.ts';

/** What the sales office tells of a deal; `fact` for anything that only changes its shares. */
export const dealEventKinds = ['deposit', 'contract', 'payment', 'change', 'refund', 'fact'] as const;
export type DealEventKind = (typeof dealEventKinds)[number];

export interface DealEvent {
  /** The same id told again has no effect (REL-7). */
  readonly id: Id;
  readonly kind: DealEventKind;
  readonly dealId: Id;
  /** How people call the deal: the unit, or the contract's number. */
  readonly label: string;
  readonly customerId: Id | null;
  /** The ownership case whose shares divide it. */
  readonly caseId: Id | null;
  readonly site: { readonly id: Id; readonly name: string; readonly unitId: Id | null; readonly pack: string | null };
  readonly product: string | null;
  /** ISO dates: the deal's day chooses the plan, the event's day the month. */
  readonly dealOn: string;
  readonly on: string;
  /** deposit, payment: money received; contract, change: the price from now on; refund: money paid back; fact: ignored. */
  readonly amount: Money;
  /** contract: all the money received until then, where some came before anything was told. */
  readonly received?: string;
}

/** Who has which part, by the decision that says so. Empty while a ruling is awaited. */
export interface DealShares {
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly shares: readonly Share[];
}
