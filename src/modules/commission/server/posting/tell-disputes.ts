import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addContestedDeals, type ContestedDeal } from '#modules/reception/server/reception.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { commissionEntryObject } from '../../commission-entry.object.ts';

interface Row extends Omit<ContestedDeal, 'frozen' | 'settled' | 'link'> { readonly currency: string; readonly isSeen: boolean; readonly frozenSum: string | null; readonly settledSum: string | null }

const amount = (sum: string | null, currency: string) => (sum === null || Number(sum) === 0 ? null : { amount: sum, currency });

/** What a dispute shows of its deals: on the spot or not, what is frozen, and what was settled before (RE-22). Amounts only as far as the reader sees the ledger. */
export function tellDisputesOfDeals(): void {
  addContestedDeals(async (ctx, { caseId, dealId }) => {
    const seen = predicateSql(ctx, ctx.registry.object('commissionEntry') ?? commissionEntryObject, 'read', 'e');
    const rows = await ctx.db.rows<Row>(sql`
      SELECT d.id, d.label, d.deal_on::text AS "dealOn", d.is_signed AS "isSigned", d.is_on_spot AS "isOnSpot", d.decision_id AS "decisionId", d.clause, d.frozen_reason IS NOT NULL AS "isFrozen", d.currency,
        EXISTS (SELECT 1 FROM commission_entry e WHERE e.deal_id = d.id AND ${seen}) AS "isSeen",
        (SELECT sum(e.amount)::text FROM commission_entry e WHERE e.deal_id = d.id AND e.account <> 'company' AND e.state = 'frozen' AND ${seen}) AS "frozenSum",
        (SELECT sum(e.amount)::text FROM commission_entry e WHERE e.deal_id = d.id AND e.account <> 'company' AND e.state = 'settled' AND ${seen}) AS "settledSum",
        ARRAY(SELECT DISTINCT e.month FROM commission_entry e WHERE e.deal_id = d.id AND e.account <> 'company' AND e.state = 'settled' ORDER BY 1) AS "closedMonths",
        ARRAY(SELECT s.month FROM commission_settlement s WHERE s.site_id = d.site_id AND s.state = 'confirmed'
          AND EXISTS (SELECT 1 FROM commission_entry e WHERE e.deal_id = d.id AND e.month = s.month) ORDER BY 1) AS "confirmedMonths"
      FROM commission_deal d WHERE d.case_id = ${caseId} AND (${dealId}::uuid IS NULL OR d.id = ${dealId} OR d.contract_id = ${dealId}) ORDER BY d.deal_on, d.id`);
    return rows.map(({ currency, isSeen, frozenSum, settledSum, ...row }) => ({
      ...row, link: isSeen ? linkOf(row.id) : null, frozen: amount(frozenSum, currency), settled: amount(settledSum, currency),
    }));
  });
}

const linkOf = (id: Id): string => `/commission/deals/${id}`;
