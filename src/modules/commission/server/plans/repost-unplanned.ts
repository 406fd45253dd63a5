import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { dealColumns, type DealRow } from '../posting/deal-row.ts';
import { repostDeal } from '../posting/repost-deal.ts';
import { lockBook } from '../posting/site-book.ts';

/** Deals that were signed while no plan covered their day get theirs when one is approved. */
export async function repostUnplanned(ctx: Context, siteId: Id | null): Promise<void> {
  const sites = await ctx.db.rows<{ siteId: Id }>(sql`
    SELECT DISTINCT site_id AS "siteId" FROM commission_deal WHERE plan_version_id IS NULL AND is_signed AND (${siteId}::uuid IS NULL OR site_id = ${siteId}) ORDER BY site_id`);
  for (const site of sites) {
    const book = await lockBook(ctx, site.siteId);
    const deals = await ctx.db.rows<DealRow>(sql`
      SELECT ${dealColumns} FROM commission_deal WHERE site_id = ${site.siteId} AND plan_version_id IS NULL AND is_signed ORDER BY id`);
    for (const deal of deals) await repostDeal(ctx, book, deal, { reason: 'plan', on: localDate(ctx.now, ctx.timeZone) });
  }
}
