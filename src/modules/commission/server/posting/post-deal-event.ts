import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { DealEvent, DealShares } from './deal-event.ts';
import { applyEvent } from './deal-row.ts';
import { repostDeal, repostNeighbours } from './repost-deal.ts';
import { openBook } from './site-book.ts';

export interface PostedEvent {
  /** False when this event was told before; nothing was written then. */
  readonly isNew: boolean;
  /** Null when the event changed no amount. */
  readonly journalId: Id | null;
}

/**
 * Posts what an event of a deal means for everybody's commission (RE-30), in the caller's transaction. Events of one
 * site follow one another; the same event counts once. Errors: request.invalid for another currency.
 */
export async function postDealEvent(ctx: Context, event: DealEvent, shares: DealShares): Promise<PostedEvent> {
  const book = await openBook(ctx, event.site, event.on.slice(0, 7));
  const known = await ctx.db.maybe(sql`SELECT 1 FROM commission_event WHERE id = ${event.id}`);
  if (known !== undefined) return { isNew: false, journalId: null };
  const deal = await applyEvent(ctx, event, shares);
  const { id, kind, amount, on, dealOn } = event;
  await ctx.db.run(sql`
    INSERT INTO commission_event (id, deal_id, kind, detail, at, actor_id)
    VALUES (${id}, ${deal.id}, ${kind}, ${JSON.stringify({ amount, on, dealOn, shares: shares.shares, decisionId: shares.decisionId, clause: shares.clause })}::jsonb,
      ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  const journalId = await repostDeal(ctx, book, deal, { reason: kind, eventId: id, on });
  await repostNeighbours(ctx, book, deal, on);
  return { isNew: true, journalId };
}
