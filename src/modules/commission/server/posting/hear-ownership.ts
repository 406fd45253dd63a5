import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { dealColumns, type DealRow, readDeal } from './deal-row.ts';
import { decideShares } from './decide-shares.ts';
import { repostDeal } from './repost-deal.ts';
import { lockBook } from './site-book.ts';

/**
 * A case was decided anew: the commission of its deals follows, by the policy version of the visit's day, as differences
 * (RE-30). What the deal was on the spot stays what it was.
 */
export async function hearOwnership(ctx: Context, caseId: Id): Promise<void> {
  const deals = await ctx.db.rows<DealRow & { isOnSpot: boolean }>(sql`
    SELECT ${dealColumns}, is_on_spot AS "isOnSpot" FROM commission_deal WHERE case_id = ${caseId} AND is_signed ORDER BY id`);
  for (const deal of deals) {
    const book = await lockBook(ctx, deal.siteId);
    const { shares, decisionId, clause } = await decideShares(ctx, caseId, { dealOn: deal.dealOn, isDealOnSpot: deal.isOnSpot }, null);
    await ctx.db.run(sql`UPDATE commission_deal SET shares = ${JSON.stringify(shares)}::jsonb, decision_id = ${decisionId}, clause = ${clause} WHERE id = ${deal.id}`);
    await repostDeal(ctx, book, await readDeal(ctx, deal.id), { reason: 'fact', on: localDate(ctx.now, ctx.timeZone) });
  }
}
