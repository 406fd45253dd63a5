import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isReadable } from './in-scope.ts';

export interface TeamLine {
  readonly account: 'person' | 'publicFund' | 'departmentFund';
  readonly ownerId: Id | null;
  readonly name: string | null;
  readonly siteId: Id;
  readonly siteName: string;
  readonly month: string;
  readonly frozen: string;
  readonly settled: string;
  readonly deals: number;
  readonly currency: string;
}

/** Everybody's month within the caller's scope, by site; the funds last. */
export const teamMonth = (ctx: Context, month: string): Promise<TeamLine[]> => ctx.db.rows<TeamLine>(sql`
  SELECT e.account, e.owner_id AS "ownerId", u.name, e.site_id AS "siteId", b.site_name AS "siteName", e.amount_currency AS currency,
    coalesce(sum(e.amount) FILTER (WHERE e.month = ${month} AND e.state = 'accrued' AND e.kind <> 'settle'), 0.00)::text AS month,
    coalesce(sum(e.amount) FILTER (WHERE e.state = 'frozen'), 0.00)::text AS frozen, coalesce(sum(e.amount) FILTER (WHERE e.state = 'settled'), 0.00)::text AS settled,
    count(DISTINCT e.deal_id) FILTER (WHERE e.month = ${month})::int AS deals
  FROM commission_entry e JOIN commission_book b ON b.site_id = e.site_id LEFT JOIN app_user u ON u.id = e.owner_id
  WHERE e.account <> 'company' AND e.month <= ${month} AND ${isReadable(ctx, 'e')}
  GROUP BY e.account, e.owner_id, u.name, u.name_sort, e.site_id, b.site_name, e.amount_currency
  ORDER BY b.site_name, e.site_id, e.account <> 'person', e.account, u.name_sort, e.owner_id`);
