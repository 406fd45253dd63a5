import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import { isReadable } from '../entries/in-scope.ts';
import { cutOffMonth } from './settle-month.ts';
import { SETTLEMENT, settlementApproval } from './settlement-approval.ts';
import { statementTotals } from './statements.ts';

/** Confirms a site's month and asks finance for approval. Errors: record.not-found, record.wrong-state. */
export async function confirmMonth(ctx: Context, siteId: Id, month: string): Promise<{ readonly settlementId: Id; readonly approvalId: Id }> {
  await requireSite(ctx, siteId);
  const settlementId = await cutOffMonth(ctx, siteId, month);
  const total = (await statementTotals(ctx, siteId, month)).reduce((sum, each) => sum + Math.round(Number(each.amount) * 100), 0);
  const { id } = await requestApproval(ctx, { kind: settlementApproval, subject: { object: SETTLEMENT, id: settlementId }, amount: (total / 100).toFixed(2) });
  return { settlementId, approvalId: id };
}

/** A site outside of the caller's units is not found (SEC-12). Errors: record.not-found. */
export async function requireSite(ctx: Context, siteId: Id): Promise<{ readonly siteName: string; readonly unitId: Id | null; readonly pack: string | null }> {
  const site = await ctx.db.maybe<{ siteName: string; unitId: Id | null; pack: string | null }>(sql`
    SELECT b.site_name AS "siteName", b.unit_id AS "unitId", b.pack
    FROM (SELECT *, site_id AS id, NULL::uuid AS owner_id FROM commission_book) b WHERE b.site_id = ${siteId} AND ${isReadable(ctx, 'b')}`);
  if (site === undefined) throw fail('record.not-found');
  return site;
}
