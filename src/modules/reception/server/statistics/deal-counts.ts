import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Deals closed by somebody at a site on a day; the amount as decimal text. */
export interface DealCount {
  readonly siteId: Id;
  readonly userId: Id | null;
  readonly day: string;
  readonly deals: number;
  readonly amount: string;
}

type DealCounter = (ctx: Context, span: { readonly from: string; readonly to: string }) => Promise<readonly DealCount[]>;
const counters: DealCounter[] = [];

/** For the module above that knows deals; it counts within the reader's rights. Called once at load. */
export const addDealCounts = (counter: DealCounter): void => void counters.push(counter);

export const dealCounts = async (ctx: Context, span: { readonly from: string; readonly to: string }): Promise<readonly DealCount[]> =>
  (await Promise.all(counters.map((counter) => counter(ctx, span)))).flat();
