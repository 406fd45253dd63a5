import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addMoney, type Money, subtractMoney, zeroMoney } from '#kernel/money.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { accountKey, divide, type Share } from '../../rules/deal-ledger.ts';
import { dealColumns, type DealRow, moneyOf } from '../posting/deal-row.ts';
import { isReadable } from './in-scope.ts';

/** A decision about an ownership case that a draft would answer otherwise. */
export interface ShareChange {
  readonly caseId: Id;
  readonly before: FactValues | null;
  readonly after: FactValues | null;
}

export interface PersonAmount {
  readonly person: string;
  readonly name: string;
  readonly amount: string;
}

const fundColumns: Readonly<Record<string, string>> = { publicFundShare: 'publicFund', departmentShare: 'departmentFund' };
const nameOfColumn = (party: string): string => (party === 'departmentFund' ? 'departmentShare' : `${party}Share`);

/**
 * Turns changed shares of ownership cases into amounts per person, for the deals of those cases (PL-40): what each person
 * has now against what the new percents give of the same commission. Parties whose person the deal does not know are
 * told under their party's name. Only deals in the caller's scope count.
 */
export async function impactOf(ctx: Context, changes: readonly ShareChange[]): Promise<PersonAmount[]> {
  const byCase = new Map(changes.map((change) => [change.caseId, change]));
  const deals = await ctx.db.rows<DealRow & { earned: string }>(sql`
    SELECT d.*, (-coalesce((SELECT sum(e.amount) FROM commission_entry e WHERE e.deal_id = d.id AND e.account = 'company' AND e.penalty_id IS NULL), 0))::text AS earned
    FROM (SELECT ${dealColumns} FROM commission_deal WHERE case_id = ANY(${[...byCase.keys()]}::uuid[])
      AND site_id IN (SELECT b.site_id FROM (SELECT *, site_id AS id, NULL::uuid AS owner_id FROM commission_book) b WHERE ${isReadable(ctx, 'b')})) d ORDER BY d.id`);
  const sums = new Map<string, Money>();
  for (const deal of deals) {
    const after = byCase.get(deal.caseId ?? '')?.after;
    if (!after || deal.shares.length === 0) continue;
    const commission = moneyOf(deal.earned, deal.currency);
    const move = (key: string, amount: Money) => sums.set(key, addMoney(sums.get(key) ?? zeroMoney(deal.currency), amount));
    for (const { account, amount } of divide(commission, deal.shares)) move(accountKey(account), subtractMoney(zeroMoney(deal.currency), amount));
    for (const { account, amount } of divide(commission, sharesAfter(deal.shares, after))) move(accountKey(account), amount);
  }
  return named(ctx, sums);
}

/** The persons behind the parties stay; each party's new percent is spread over them as before. */
function sharesAfter(shares: readonly Share[], results: FactValues): Share[] {
  const percents = Object.entries(results).flatMap(([column, value]) => (column.endsWith('Share') && typeof value === 'number' && value > 0 ? [{ party: fundColumns[column] ?? column.slice(0, -'Share'.length), percent: value }] : []));
  return percents.flatMap(({ party, percent }): Share[] => {
    const members = shares.filter((share) => share.party === party || nameOfColumn(share.party) === nameOfColumn(party));
    if (members.length > 0) return members.map((share) => ({ ...share, party, percent: String(percent / members.length) }));
    const kind = party === 'publicFund' || party === 'departmentFund' ? party : 'person';
    return [{ party, percent: String(percent), account: { kind, userId: kind === 'person' ? `party:${party}` : null } }];
  });
}

async function named(ctx: Context, sums: ReadonlyMap<string, Money>): Promise<PersonAmount[]> {
  const ids = [...sums.keys()].flatMap((key) => (key.startsWith('person:') && !key.includes('party:') ? [key.slice('person:'.length)] : []));
  const people = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${ids}::uuid[])`);
  const names = new Map(people.map((person) => [`person:${person.id}`, person.name]));
  return [...sums].filter(([, { amount }]) => Number(amount) !== 0).map(([key, { amount }]) => ({ person: key.replace('person:', ''), name: names.get(key) ?? key.replace('person:party:', ''), amount }));
}
