import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { requireSite } from '../settlement/confirm-month.ts';

const MOST = 100;

/** Deals of a site that a person has a share of, the newest first: those that a penalty can be about. Errors: record.not-found for a site out of scope. */
export async function penaltyDeals(ctx: Context, siteId: Id, userId: Id): Promise<{ id: Id; label: string; dealOn: string }[]> {
  await requireSite(ctx, siteId);
  return ctx.db.rows(sql`
    SELECT d.id, d.label, d.deal_on::text AS "dealOn" FROM commission_deal d
    WHERE d.site_id = ${siteId} AND EXISTS (SELECT 1 FROM commission_entry e WHERE e.deal_id = d.id AND e.owner_id = ${userId}) ORDER BY d.deal_on DESC, d.id DESC LIMIT ${MOST}`);
}
