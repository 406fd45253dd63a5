import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { readPlan } from '../payment-plans.ts';

interface ChangeLine {
  readonly id: Id;
  readonly kind: string;
  readonly state: string;
  readonly reason: string;
  readonly clause: string | null;
  readonly fee: string | null;
  readonly decision: Id;
  readonly at: string;
}

interface ReceiptLine {
  readonly id: Id;
  readonly number: string;
  readonly kind: string;
  readonly amount: string;
  readonly receivedOn: string;
  readonly isReversed: boolean;
}

/** Plan, receipts and changes of a subscription, as far as the caller may see their amounts (SEC-13). Errors: record.not-found. */
export async function showSale(ctx: Context, id: Id) {
  await requireRecord(ctx, objectDef(ctx, 'subscription'), 'read', id);
  const { holdId, unitId } = await ctx.db.one<{ holdId: Id; unitId: Id }>(sql`SELECT hold_id AS "holdId", sale_unit_id AS "unitId" FROM subscription WHERE id = ${id}`);
  const receipts = await ctx.db.rows<ReceiptLine>(sql`
    SELECT r.id, r.number, r.kind, r.amount, r.received_on::text AS "receivedOn", EXISTS (SELECT 1 FROM receipt v WHERE v.reverses_id = r.id) AS "isReversed"
    FROM receipt r WHERE r.hold_id = ${holdId} ORDER BY r.created_at, r.id`);
  const changes = await ctx.db.rows<ChangeLine>(sql`
    SELECT id, kind, state, reason, clause, fee, decision_id AS decision, created_at AS at FROM after_sale_change WHERE subscription_id = ${id} ORDER BY created_at DESC, id DESC`);
  const tellsReceipts = ctx.actor.grants.get('receipt')?.has('read') === true && seesFields(ctx, 'receipt', 'amount');
  const [fee, clause] = [seesFields(ctx, 'afterSaleChange', 'fee'), seesFields(ctx, 'afterSaleChange', 'clause')];
  return {
    unit: unitId, plan: seesFields(ctx, 'subscription', 'price') ? await readPlan(ctx, id) : [], receipts: tellsReceipts ? receipts : [],
    changes: changes.map((change) => ({ ...change, fee: fee ? change.fee : null, clause: clause ? change.clause : null, at: isoTime(change.at) })),
  };
}
