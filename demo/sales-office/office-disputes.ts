import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { openDispute } from '#modules/reception/server/disputes/open-dispute.ts';
import type { Office } from './office.ts';

const claims = [
  '客户首次来访由我接待并登记，二次来访时本人休息，客户已在微信中说明仍由我服务，应按原接待人计算。',
  '客户在登记有效期内再次来访，我当日回访时已认出客户并告知前台，晚会记录可查，请重新核定分成。',
];

/** Two salespeople each claim a recent deal of another: its commission is frozen until that is settled (RE-22). */
export function openDisputes(office: Office): void {
  for (const [place, claim] of claims.entries()) {
    const at = office.at(office.days - 4 + 2 * place, 16 * 60 + 20);
    office.timeline.add(at, async () => {
      const [deal] = await office.ctx.db.rows<{ contract: Id; caseId: Id; earlier: Id; receiver: Id }>(sql`
        SELECT d.contract_id AS contract, d.case_id AS "caseId", c.parties ->> 'earlier' AS earlier, c.parties ->> 'receiver' AS receiver
        FROM commission_deal d JOIN ownership_case c ON c.id = d.case_id
        WHERE d.is_signed AND d.frozen_reason IS NULL AND d.clause IN ('3.7i', '3.7j') AND c.replaced_by IS NULL AND c.parties ->> 'earlier' IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM dispute o WHERE o.case_id = c.id) ORDER BY d.deal_on DESC, d.id LIMIT 1`);
      if (deal === undefined) return;
      await office.act(deal.earlier, at, (ctx) => openDispute(ctx, { case: deal.caseId, respondent: deal.receiver, deal: deal.contract, claim }));
    });
  }
}
