import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { moveLines, sumByAccount } from '../../rules/deal-ledger.ts';
import type { DealShares } from './deal-event.ts';
import { readDeal, findDeal } from './deal-row.ts';
import { postJournal } from './post-lines.ts';
import { aboutDeal, balancesOf, repostDeal } from './repost-deal.ts';
import { lockBook, postingMonth } from './site-book.ts';

/**
 * Holds back what a deal earned and was not paid yet (RE-22): month by month, so that the statements of months still
 * open leave it out. Nothing happens to a deal that is frozen. Errors: record.not-found.
 */
export async function freezeDeal(ctx: Context, id: Id, reason: string): Promise<void> {
  const { id: dealId, siteId } = await findDeal(ctx, id);
  const book = await lockBook(ctx, siteId);
  const deal = await readDeal(ctx, dealId);
  if (deal.frozenReason !== null) return;
  await ctx.db.run(sql`UPDATE commission_deal SET frozen_reason = ${reason} WHERE id = ${dealId}`);
  const open = (await balancesOf(ctx, deal)).filter((each) => book.closedThrough === null || each.month > book.closedThrough);
  const lines = open.flatMap((balance) => moveLines([balance], 'accrued', 'frozen', 'freeze').map((line) => ({ ...line, month: balance.month, ...aboutDeal(deal) })));
  await postJournal(ctx, book, { reason: 'freeze', dealId, lines, working: { reason } });
}

/**
 * Lets a frozen deal go on: what was frozen goes to the open month, divided by the shares that were settled meanwhile
 * when they are given. Nothing happens to a deal that is not frozen. Errors: record.not-found.
 */
export async function releaseDeal(ctx: Context, id: Id, settled?: DealShares): Promise<void> {
  const { id: dealId, siteId } = await findDeal(ctx, id);
  const book = await lockBook(ctx, siteId);
  const before = await readDeal(ctx, dealId);
  const on = localDate(ctx.now, ctx.timeZone);
  if (settled !== undefined) {
    await ctx.db.run(sql`
      UPDATE commission_deal SET shares = ${JSON.stringify(settled.shares)}::jsonb, decision_id = ${settled.decisionId}, clause = ${settled.clause} WHERE id = ${dealId}`);
    await repostDeal(ctx, book, await readDeal(ctx, dealId), { reason: 'fact', on });
  }
  if (before.frozenReason === null) return;
  await ctx.db.run(sql`UPDATE commission_deal SET frozen_reason = NULL WHERE id = ${dealId}`);
  const deal = await readDeal(ctx, dealId);
  const month = postingMonth(book, on);
  const lines = moveLines(sumByAccount(await balancesOf(ctx, deal)), 'frozen', 'accrued', 'release').map((line) => ({ ...line, month, ...aboutDeal(deal) }));
  await postJournal(ctx, book, { reason: 'release', dealId, lines });
}
