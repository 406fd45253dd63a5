import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** One account's total of a month; the lines are the ledger's own entries (RE-32). */
export interface StatementTotal {
  readonly account: 'person' | 'publicFund' | 'departmentFund';
  readonly ownerId: Id | null;
  readonly name: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly lines: number;
}

/**
 * What each account is to be paid for a month: everything that came to it as accrued in that month, settling apart.
 * A negative total is taken from the person's pay by the company's payroll.
 */
export const statementTotals = (ctx: Pick<Context, 'db'>, siteId: Id, month: string): Promise<StatementTotal[]> => ctx.db.rows<StatementTotal>(sql`
  SELECT e.account, e.owner_id AS "ownerId", u.name, sum(e.amount)::text AS amount, e.amount_currency AS currency, count(*)::int AS lines
  FROM commission_entry e LEFT JOIN app_user u ON u.id = e.owner_id
  WHERE e.site_id = ${siteId} AND e.month = ${month} AND e.state = 'accrued' AND e.kind <> 'settle' AND e.account <> 'company'
  GROUP BY e.account, e.owner_id, u.name, u.name_sort, e.amount_currency
  ORDER BY e.account <> 'person', e.account, u.name_sort, e.owner_id, e.amount_currency`);

interface Unsettled {
  readonly account: 'person' | 'publicFund' | 'departmentFund';
  readonly ownerId: Id | null;
  readonly dealId: Id | null;
  readonly penaltyId: Id | null;
  readonly customerId: Id | null;
  readonly subject: string;
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly currency: string;
  readonly amount: string;
}

/** What a month leaves as accrued, by account and what it is for. */
export const unsettledOf = (ctx: Pick<Context, 'db'>, siteId: Id, month: string): Promise<Unsettled[]> => ctx.db.rows<Unsettled>(sql`
  SELECT account, owner_id AS "ownerId", deal_id AS "dealId", penalty_id AS "penaltyId", (array_agg(customer_id ORDER BY id DESC))[1] AS "customerId",
    (array_agg(subject ORDER BY id DESC))[1] AS subject, (array_agg(decision_id ORDER BY id DESC))[1] AS "decisionId", (array_agg(clause ORDER BY id DESC))[1] AS clause,
    amount_currency AS currency, sum(amount)::text AS amount
  FROM commission_entry WHERE site_id = ${siteId} AND month = ${month} AND state = 'accrued' AND account <> 'company'
  GROUP BY account, owner_id, deal_id, penalty_id, amount_currency HAVING sum(amount) <> 0 ORDER BY account, owner_id, deal_id, penalty_id`);
