import sql, { empty, type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import { type AccountQuery, type EntryLine, accountScope, lineColumns, lineSource } from './account-lines.ts';

/** The figures of an account, as its page and the team's show them. */
export const figures = ['month', 'accrued', 'frozen', 'settled'] as const;
export type Figure = (typeof figures)[number];

export interface FigureQuery extends Omit<AccountQuery, 'month'> {
  readonly figure: Figure;
  readonly currency: string;
  /** The month of `month`; of the others the last one that counts, all where it is left out. */
  readonly month?: string | undefined;
}

const SHOWN = 200;

/** What counts for a figure; what a deal got and gave back again is left out of what is still open. */
function counted({ figure, month, currency }: FigureQuery): Sql {
  const sameCurrency = sql`e.amount_currency = ${currency}`;
  if (figure === 'month') return sql`${sameCurrency} AND e.month = ${month} AND e.state = 'accrued' AND e.kind <> 'settle'`;
  const until = month === undefined ? empty : sql`AND e.month <= ${month}`;
  return sql`${sameCurrency} AND e.state = ${figure} ${until}`;
}

/**
 * Why a figure of an account says what it says (PL-41): the entries that it is the sum of, the newest month first, each
 * of which answers Why itself. Errors: record.not-found for a person out of the caller's scope, request.invalid.
 */
export async function explainFigure(ctx: Context, query: FigureQuery) {
  if (query.figure === 'month' && query.month === undefined) throw fail('request.invalid', {}, [{ path: 'month', code: 'required' }]);
  const { mine } = await accountScope(ctx, query);
  const where = sql`${mine} AND ${counted(query)}`;
  const isOpen = query.figure === 'accrued' || query.figure === 'frozen';
  const open = isOpen ? sql`AND coalesce(e.deal_id, e.penalty_id) IN (SELECT coalesce(e.deal_id, e.penalty_id) FROM commission_entry e WHERE ${where} GROUP BY 1 HAVING sum(e.amount) <> 0)` : empty;
  const { amount, count } = await ctx.db.one<{ amount: string; count: number }>(sql`
    SELECT coalesce(sum(e.amount), 0.00)::text AS amount, count(*)::int AS count FROM commission_entry e WHERE ${where} ${open}`);
  const lines = await ctx.db.rows<EntryLine>(sql`SELECT ${lineColumns} FROM ${lineSource} WHERE ${where} ${open} ORDER BY e.month DESC, e.subject, e.id LIMIT ${SHOWN}`);
  return { figure: query.figure, currency: query.currency, amount, count, lines };
}
