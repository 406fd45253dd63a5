import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { type RecordedDecision, decidePolicy } from '#platform/decisions/decide-policy.ts';
import { policyInForce } from '#platform/decisions/policy-versions.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type UnitEvent, type UnitStatus, statusAfter } from '../rules/unit-status.ts';

/** A unit for sale with what its project says. Money is text. */
export interface UnitRow {
  readonly id: Id;
  readonly code: string;
  readonly status: UnitStatus;
  readonly area: string;
  readonly grade: number;
  readonly price: string | null;
  readonly currency: string | null;
  readonly projectId: Id;
  readonly project: string;
  readonly projectCode: string;
  readonly building: string;
  readonly siteId: Id | null;
  readonly pack: string;
}

/** The unit under its lock: whatever happens to one unit happens one after the other. Errors: record.not-found. */
export async function lockUnit(ctx: Context, id: Id): Promise<UnitRow> {
  const unit = await ctx.db.maybe<UnitRow>(sql`
    SELECT u.id, u.code, u.status, u.area, u.grade, u.list_price AS price, u.list_price_currency AS currency, p.id AS "projectId", p.name AS project,
      p.code AS "projectCode", b.name AS building, p.site_id AS "siteId", coalesce(s.pack, p.pack) AS pack
    FROM sale_unit u JOIN project p ON p.id = u.project_id JOIN building b ON b.id = u.building_id LEFT JOIN site s ON s.id = p.site_id
    WHERE u.id = ${id} AND u.deleted_at IS NULL FOR UPDATE OF u`);
  if (!unit) throw fail('record.not-found');
  return unit;
}

/** Takes the unit one step on. Errors: record.wrong-state where the table of states has no such step. */
export async function moveUnit(ctx: Context, unit: Pick<UnitRow, 'id' | 'status'>, event: UnitEvent, holdUntil: string | null = null): Promise<UnitStatus> {
  const status = statusAfter(unit.status, event);
  if (status === undefined) throw fail('record.wrong-state');
  await changeRecord(ctx, 'saleUnit', unit.id, { status, holdUntil });
  return status;
}

export interface HoldRow {
  readonly id: Id;
  readonly customerId: Id;
  readonly saleUnitId: Id;
  readonly ownerId: Id | null;
  readonly kind: 'holding' | 'reservation';
  readonly state: 'active' | 'expired' | 'released' | 'sold';
  readonly deposit: string;
  readonly currency: string;
  readonly expiresAt: string | null;
  readonly mayExtend: boolean;
  readonly extensions: number;
}

/** A hold under its lock. Errors: record.not-found. */
export async function lockHold(ctx: Context, id: Id): Promise<HoldRow> {
  const hold = await ctx.db.maybe<HoldRow>(sql`
    SELECT id, customer_id AS "customerId", sale_unit_id AS "saleUnitId", owner_id AS "ownerId", kind, state, deposit, deposit_currency AS currency,
      expires_at AS "expiresAt", may_extend AS "mayExtend", extensions
    FROM unit_hold WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!hold) throw fail('record.not-found');
  return hold;
}

export interface SubscriptionRow {
  readonly id: Id;
  readonly number: string;
  readonly holdId: Id;
  readonly saleUnitId: Id;
  readonly customerId: Id;
  readonly ownerId: Id | null;
  readonly state: 'filed' | 'signed' | 'contracted' | 'cancelled';
  readonly price: string;
  readonly discount: string;
  readonly deposit: string;
  readonly currency: string;
  readonly dealId: Id | null;
  readonly dealOn: string | null;
}

const subscriptionColumns = sql`
  s.id, s.number, s.hold_id AS "holdId", s.sale_unit_id AS "saleUnitId", s.customer_id AS "customerId", s.owner_id AS "ownerId", s.state, s.price, s.discount, s.deposit,
  s.price_currency AS currency, d.id AS "dealId", d.deal_on AS "dealOn"`;

/** A subscription under its lock, with its deal if there is one. Errors: record.not-found. */
export async function lockSubscription(ctx: Context, id: Id): Promise<SubscriptionRow> {
  const found = await ctx.db.maybe<SubscriptionRow>(sql`
    SELECT ${subscriptionColumns} FROM subscription s LEFT JOIN deal d ON d.subscription_id = s.id WHERE s.id = ${id} AND s.deleted_at IS NULL FOR UPDATE OF s`);
  if (!found) throw fail('record.not-found');
  return found;
}

/** The subscription that stands on a hold; cancelled ones do not count. */
export const subscriptionOf = (ctx: Context, holdId: Id): Promise<SubscriptionRow | undefined> => ctx.db.maybe<SubscriptionRow>(sql`
  SELECT ${subscriptionColumns} FROM subscription s LEFT JOIN deal d ON d.subscription_id = s.id WHERE s.hold_id = ${holdId} AND s.state <> 'cancelled' FOR UPDATE OF s`);

/** The last subscription that stood on a hold, cancelled or not: money paid back belongs to it. */
export const lastSubscriptionOf = (ctx: Context, holdId: Id): Promise<SubscriptionRow | undefined> => ctx.db.maybe<SubscriptionRow>(sql`
  SELECT ${subscriptionColumns} FROM subscription s LEFT JOIN deal d ON d.subscription_id = s.id WHERE s.hold_id = ${holdId} ORDER BY s.created_at DESC, s.id DESC LIMIT 1 FOR UPDATE OF s`);

/** What finance has of a hold's sale, transfer fees apart; text with two decimals. */
export async function paidFor(ctx: Pick<Context, 'db'>, holdId: Id): Promise<string> {
  const { sum } = await ctx.db.one<{ sum: string }>(sql`SELECT coalesce(sum(amount), 0)::numeric(20, 2) AS sum FROM receipt WHERE hold_id = ${holdId} AND kind <> 'transferFee'`);
  return sum;
}

/** Asks the project's policy of a point and records the decision; facts that a company's version dropped are not put to it. */
export async function askStock(
  ctx: Context, unit: Pick<UnitRow, 'pack' | 'code'>, point: 'hold' | 'afterSale', facts: FactValues, subject: { readonly object: string; readonly id: Id },
): Promise<RecordedDecision> {
  const policy = `${unit.pack}.${point}`;
  const inForce = await policyInForce(ctx.db, policy, ctx.now);
  const known = new Set(inForce?.compiled.model.facts.map(({ name }) => name));
  const used = Object.fromEntries(Object.entries(facts).filter(([name]) => known.has(name)));
  return decidePolicy(ctx, { policy, facts: used, at: ctx.now }, subject, { [subject.id]: unit.code });
}
