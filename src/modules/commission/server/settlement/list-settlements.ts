import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isReadable } from '../entries/in-scope.ts';
import { requireSite } from './confirm-month.ts';
import { findSettlement } from './settlement-row.ts';
import { seenBy } from './see-statement.ts';
import { statementTotals } from './statements.ts';

/** The sites in the caller's scope with their open month and the months settled so far, the newest first. */
export async function listSites(ctx: Context) {
  return ctx.db.rows<{ siteId: Id; siteName: string; pack: string | null; openMonth: string; closedThrough: string | null; months: string[] }>(sql`
    SELECT b.site_id AS "siteId", b.site_name AS "siteName", b.pack, b.open_month AS "openMonth", b.closed_through AS "closedThrough",
      ARRAY(SELECT DISTINCT m FROM (SELECT e.month AS m FROM commission_entry e WHERE e.site_id = b.site_id UNION SELECT b.open_month) x ORDER BY m DESC) AS months
    FROM (SELECT *, site_id AS id, NULL::uuid AS owner_id FROM commission_book) b WHERE ${isReadable(ctx, 'b')} ORDER BY b.site_name, b.site_id`);
}

/** One site's month: state, statement totals, and what stays out because it is frozen. Errors: record.not-found. */
export async function showSettlement(ctx: Context, siteId: Id, month: string) {
  const { siteName } = await requireSite(ctx, siteId);
  const { openMonth } = await ctx.db.one<{ openMonth: string }>(sql`SELECT open_month AS "openMonth" FROM commission_book WHERE site_id = ${siteId}`);
  const run = await findSettlement(ctx, siteId, month);
  const frozen = await ctx.db.rows<{ dealId: Id; label: string; reason: string; amount: string; currency: string }>(sql`
    SELECT d.id AS "dealId", d.label, d.frozen_reason AS reason, coalesce(sum(e.amount), 0)::text AS amount, d.currency
    FROM commission_deal d LEFT JOIN commission_entry e ON e.deal_id = d.id AND e.state = 'frozen' AND e.account <> 'company'
    WHERE d.site_id = ${siteId} AND d.frozen_reason IS NOT NULL GROUP BY d.id ORDER BY d.label`);
  const approval = run && (await ctx.db.maybe<{ id: Id }>(sql`
    SELECT id FROM approval WHERE kind = 'commission.settlement' AND subject_id = ${run.id} ORDER BY created_at DESC LIMIT 1`));
  const seen = run ? await seenBy(ctx, run.id) : new Map<Id, string>();
  const statements = (await statementTotals(ctx, siteId, month)).map((each) => ({ ...each, seenAt: (each.ownerId === null ? undefined : seen.get(each.ownerId)) ?? null }));
  return {
    siteId, siteName, month, isOpen: openMonth === month, id: run?.id ?? null, state: run?.state ?? ('draft' as const), confirmedAt: run?.confirmedAt ?? null, confirmedBy: run?.confirmedBy ?? null,
    closedAt: run?.closedAt ?? null, closedBy: run?.closedBy ?? null, approvalId: approval?.id ?? null, statements, frozen,
  };
}
