import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { dealColumns, type DealRow } from '../posting/deal-row.ts';
import { type EntryLine, lineColumns, lineSource } from './account-lines.ts';
import { isReadable } from './in-scope.ts';

/**
 * A deal's ledger: the lines that the caller may see, and how many others there are. Whoever sees none finds no deal;
 * price and shares are told only to those who see the company's side (SEC-12). Errors: record.not-found.
 */
export async function dealLedger(ctx: Context, dealId: Id) {
  const lines = await ctx.db.rows<EntryLine>(sql`
    SELECT ${lineColumns} FROM ${lineSource} WHERE e.deal_id = ${dealId} AND ${isReadable(ctx, 'e')} ORDER BY e.id LIMIT 2000`);
  if (lines.length === 0) throw fail('record.not-found');
  const { all } = await ctx.db.one<{ all: number }>(sql`SELECT count(*)::int AS all FROM commission_entry WHERE deal_id = ${dealId}`);
  const deal = await ctx.db.one<DealRow & { siteName: string }>(sql`
    SELECT ${dealColumns}, (SELECT site_name FROM commission_book WHERE site_id = commission_deal.site_id) AS "siteName" FROM commission_deal WHERE id = ${dealId}`);
  const seesAll = lines.length === all;
  return {
    id: deal.id, label: deal.label, siteName: deal.siteName, dealOn: deal.dealOn, currency: deal.currency, frozenReason: deal.frozenReason, isRefunded: deal.isRefunded,
    isSigned: deal.isSigned, price: seesAll ? deal.price : null, received: seesAll ? deal.received : null, decisionId: deal.decisionId, clause: deal.clause,
    lines, hidden: all - lines.length,
  };
}
