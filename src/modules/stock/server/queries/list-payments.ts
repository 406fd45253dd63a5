import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { mayBook } from './show-unit.ts';

interface DueRow {
  readonly holdId: Id;
  readonly unitId: Id;
  readonly unit: string;
  readonly project: string;
  readonly customer: string;
  readonly owner: string | null;
  readonly ownerId: Id | null;
  readonly state: string;
  readonly kind: string;
  readonly expected: string;
  readonly paid: string;
  readonly due: string;
  readonly dueOn: string | null;
  readonly expiresAt: string | null;
  readonly fee: string | null;
}

/**
 * What finance waits for (RE-41): deposits of holds, instalments that are due, transfer fees, and money to be paid
 * back. `due` is what is missing today; negative when the house owes it. At most 500, the most urgent first.
 * Errors: auth.forbidden where one of the amounts is kept from the caller.
 */
export async function listPayments(ctx: Context) {
  requireFields(ctx, 'unitHold', 'deposit');
  requireFields(ctx, 'subscription', 'price', 'deposit');
  requireFields(ctx, 'receipt', 'amount');
  requireFields(ctx, 'afterSaleChange', 'fee');
  const today = localDate(ctx.now, ctx.timeZone);
  const rows = await ctx.db.rows<DueRow>(sql`
    SELECT * FROM (
      SELECT h.id AS "holdId", u.id AS "unitId", u.code AS unit, p.name AS project, c.name AS customer, w.name AS owner, h.owner_id AS "ownerId", h.state, h.kind,
        coalesce(s.price, h.deposit) AS expected, m.paid, h.expires_at AS "expiresAt", f.fee,
        (SELECT min(i.due_on)::text FROM subscription_instalment i WHERE i.subscription_id = s.id AND i.due_on >= ${today}) AS "dueOn",
        CASE WHEN h.state = 'active' THEN greatest(coalesce(s.deposit, h.deposit) - m.paid, 0)
          WHEN h.state = 'sold' THEN greatest(coalesce((SELECT sum(i.amount) FROM subscription_instalment i WHERE i.subscription_id = s.id AND i.due_on <= ${today}), 0) - m.paid, 0)
          ELSE -m.paid END::numeric(20, 2) AS due
      FROM unit_hold h JOIN sale_unit u ON u.id = h.sale_unit_id JOIN project p ON p.id = h.project_id JOIN customer c ON c.id = h.customer_id LEFT JOIN app_user w ON w.id = h.owner_id
      LEFT JOIN subscription s ON s.hold_id = h.id AND s.state <> 'cancelled'
      LEFT JOIN after_sale_change f ON f.subscription_id = s.id AND f.state = 'feeDue'
      CROSS JOIN LATERAL (SELECT coalesce(sum(r.amount), 0)::numeric(20, 2) AS paid FROM receipt r WHERE r.hold_id = h.id AND r.kind <> 'transferFee') m
      WHERE h.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'unitHold'), 'read', 'h')}) x
    WHERE state IN ('active', 'sold') OR due <> 0
    ORDER BY due = 0, "expiresAt" NULLS LAST, project, unit LIMIT 500`);
  const books = await mayBook(ctx);
  return { data: rows.map(({ ownerId, expiresAt, ...row }) => ({ ...row, expiresAt: expiresAt === null ? null : isoTime(expiresAt), canBook: books && ownerId !== ctx.actor.userId })) };
}
