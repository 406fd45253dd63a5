import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDealCounts, addDealFacts, type DealCount } from '#modules/reception/server/reception.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';

/** What the reception rooms ask about deals: the last one of a customer keeps them out of the pool (UX-18), and the statistics count them (RE-43). */
export function tellReceptionOfDeals(): void {
  addDealFacts(async (db, customers) => {
    const rows = await db.rows<{ customer_id: Id; last: string }>(sql`
      SELECT customer_id, max(deal_on)::text AS last FROM deal WHERE customer_id = ANY(${[...customers]}::uuid[]) AND state <> 'cancelled' AND deleted_at IS NULL GROUP BY customer_id`);
    return new Map(rows.map((row) => [row.customer_id, { lastDealOn: row.last, contractEndsOn: null }]));
  });
  addDealCounts(async (ctx, { from, to }) => {
    const deal = ctx.registry.object('deal');
    if (deal === undefined) return [];
    return ctx.db.rows<DealCount>(sql`
      SELECT p.site_id AS "siteId", d.owner_id AS "userId", d.deal_on::text AS day, count(*)::int AS deals, sum(d.price)::text AS amount
      FROM deal d JOIN project p ON p.id = d.project_id AND p.site_id IS NOT NULL
      WHERE d.deal_on BETWEEN ${from} AND ${to} AND d.state <> 'cancelled' AND d.deleted_at IS NULL AND ${predicateSql(ctx, deal, 'read', 'd')} GROUP BY 1, 2, 3`);
  });
}
