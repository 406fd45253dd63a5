import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { AccountKind, EntryState } from '../../rules/deal-ledger.ts';
import { isReadable } from './in-scope.ts';

export interface EntryLine {
  readonly id: Id;
  readonly at: string;
  readonly subject: string;
  readonly dealId: Id | null;
  readonly penaltyId: Id | null;
  readonly siteName: string;
  readonly kind: string;
  readonly reason: string;
  readonly account: AccountKind;
  readonly ownerId: Id | null;
  readonly name: string | null;
  readonly state: EntryState;
  readonly amount: string;
  readonly currency: string;
  readonly percent: string | null;
  readonly month: string;
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

export const lineColumns = sql`e.id, e.created_at AS at, e.subject, e.deal_id AS "dealId", e.penalty_id AS "penaltyId", b.site_name AS "siteName", e.kind, j.reason, e.account,
  e.owner_id AS "ownerId", u.name, e.state, e.amount::text AS amount, e.amount_currency AS currency, trim_scale(e.percent)::text AS percent, e.month, e.decision_id AS "decisionId", e.clause`;
export const lineSource = sql`commission_entry e JOIN commission_journal j ON j.id = e.journal_id JOIN commission_book b ON b.site_id = e.site_id LEFT JOIN app_user u ON u.id = e.owner_id`;

/** Whose account a page shows: the caller's own, a person's by id, or a fund of a site. */
export interface AccountQuery {
  /** `me`, `publicFund`, `departmentFund`, or a person's id. */
  readonly account: string;
  readonly month: string;
  readonly siteId?: Id | undefined;
}

const MOST_LINES = 1_000;

/**
 * One account's month: what it is to be paid, the lines behind it, what is frozen and why, penalties (RE-32). Whoever may
 * not see the account's entries finds none. Errors: record.not-found for a person out of the caller's scope.
 */
export async function readAccount(ctx: Context, query: AccountQuery) {
  const { owner, isFund, mine, name } = await accountScope(ctx, query);
  const lines = await ctx.db.rows<EntryLine>(sql`
    SELECT ${lineColumns} FROM ${lineSource} WHERE ${mine} AND e.month = ${query.month} AND e.state = 'accrued' AND e.kind <> 'settle' ORDER BY e.subject, e.id LIMIT ${MOST_LINES}`);
  return {
    account: query.account, ownerId: isFund ? null : owner, name, month: query.month, months: await monthsOf(ctx, mine), totals: await totalsOf(ctx, mine, query.month), lines,
    frozen: await frozenOf(ctx, mine),
  };
}

/** The account's entries that the caller may see, as a condition on `e`. Errors: record.not-found for a person out of scope. */
export async function accountScope(ctx: Context, query: Pick<AccountQuery, 'account' | 'siteId'>) {
  const owner = query.account === 'me' ? ctx.actor.userId : query.account;
  const isFund = query.account === 'publicFund' || query.account === 'departmentFund';
  const site = query.siteId === undefined ? sql`true` : sql`e.site_id = ${query.siteId}`;
  const whose = isFund ? sql`e.account = ${query.account}` : sql`e.account = 'person' AND e.owner_id = ${owner}`;
  const mine = sql`${whose} AND ${site} AND ${isReadable(ctx, 'e')}`;
  return { owner, isFund, mine, name: isFund ? null : await nameOf(ctx, owner, mine) };
}

async function nameOf(ctx: Context, owner: Id, mine: Sql): Promise<string> {
  if (owner === ctx.actor.userId) return ctx.actor.name;
  const found = await ctx.db.maybe<{ name: string }>(sql`SELECT u.name FROM app_user u WHERE u.id = ${owner} AND EXISTS (SELECT 1 FROM commission_entry e WHERE ${mine})`);
  if (found === undefined) throw fail('record.not-found');
  return found.name;
}

const monthsOf = async (ctx: Context, mine: Sql): Promise<string[]> =>
  (await ctx.db.rows<{ month: string }>(sql`SELECT DISTINCT e.month FROM commission_entry e WHERE ${mine} ORDER BY e.month DESC LIMIT 60`)).map((row) => row.month);

interface AccountTotals {
  readonly currency: string;
  /** Of the month: to be paid, or paid when the month is closed. */
  readonly month: string;
  /** Not settled yet, all months. */
  readonly accrued: string;
  readonly frozen: string;
  readonly settled: string;
  readonly penalties: string;
}

const totalsOf = (ctx: Context, mine: Sql, month: string): Promise<AccountTotals[]> => ctx.db.rows<AccountTotals>(sql`
  SELECT e.amount_currency AS currency,
    coalesce(sum(e.amount) FILTER (WHERE e.month = ${month} AND e.state = 'accrued' AND e.kind <> 'settle'), 0.00)::text AS month,
    coalesce(sum(e.amount) FILTER (WHERE e.state = 'accrued'), 0.00)::text AS accrued, coalesce(sum(e.amount) FILTER (WHERE e.state = 'frozen'), 0.00)::text AS frozen,
    coalesce(sum(e.amount) FILTER (WHERE e.state = 'settled'), 0.00)::text AS settled,
    coalesce(sum(e.amount) FILTER (WHERE e.month = ${month} AND e.kind = 'penalty'), 0.00)::text AS penalties
  FROM commission_entry e WHERE ${mine} GROUP BY e.amount_currency ORDER BY e.amount_currency`);

interface FrozenDeal {
  readonly dealId: Id;
  readonly entryId: Id;
  readonly label: string;
  readonly siteName: string;
  readonly reason: string;
  readonly amount: string;
  readonly currency: string;
  readonly clause: string | null;
}

const frozenOf = (ctx: Context, mine: Sql): Promise<FrozenDeal[]> => ctx.db.rows<FrozenDeal>(sql`
  SELECT d.id AS "dealId", (array_agg(e.id ORDER BY e.id DESC))[1] AS "entryId", d.label, b.site_name AS "siteName", coalesce(d.frozen_reason, '') AS reason,
    sum(e.amount)::text AS amount, e.amount_currency AS currency, d.clause
  FROM commission_entry e JOIN commission_deal d ON d.id = e.deal_id JOIN commission_book b ON b.site_id = e.site_id
  WHERE ${mine} AND e.state = 'frozen' GROUP BY d.id, b.site_name, e.amount_currency HAVING sum(e.amount) <> 0 ORDER BY d.label`);
