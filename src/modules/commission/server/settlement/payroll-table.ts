import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ColumnType } from '#platform/tabular/write-table.ts';
import { commissionTexts } from '../../commission.texts.ts';
import { requireSite } from './confirm-month.ts';
import { findSettlement } from './settlement-row.ts';

interface PayrollRow {
  readonly account: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly subject: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly amount: string;
  readonly currency: string;
}

export interface PayrollTable {
  readonly siteName: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly columnTypes: readonly ColumnType[];
}

/** A closed month, one row for each line of the statements (RE-32). Errors: record.not-found, record.wrong-state while it is open. */
export async function payrollTable(ctx: Context, siteId: Id, month: string): Promise<PayrollTable> {
  const { siteName } = await requireSite(ctx, siteId);
  const run = await findSettlement(ctx, siteId, month);
  if (run?.state !== 'closed') throw fail('record.wrong-state');
  const rows = await ctx.db.rows<PayrollRow>(sql`
    SELECT e.account, u.username, u.name, e.subject, e.kind, e.clause, sum(e.amount)::text AS amount, e.amount_currency AS currency
    FROM commission_entry e LEFT JOIN app_user u ON u.id = e.owner_id
    WHERE e.site_id = ${siteId} AND e.month = ${month} AND e.state = 'accrued' AND e.kind <> 'settle' AND e.account <> 'company'
    GROUP BY e.account, u.username, u.name, u.name_sort, e.subject, e.kind, e.clause, e.amount_currency, e.deal_id, e.penalty_id
    ORDER BY e.account <> 'person', e.account, u.name_sort, u.username, e.subject, e.kind`);
  const say = (key: string): string => commissionTexts.find(ctx.locale, key) ?? key;
  const choice = (field: string, value: string): string => say(`objects.commissionEntry.choices.${field}.${value}`);
  return {
    siteName,
    headers: ['site', 'month', 'account', 'username', 'name', 'subject', 'kind', 'clause', 'amount', 'currency'].map((column) => say(`payroll.${column}`)),
    columnTypes: ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'number', 'text'],
    rows: rows.map((row) => [siteName, month, choice('account', row.account), row.username, row.name, row.subject, choice('kind', row.kind), row.clause, row.amount, row.currency]),
  };
}
