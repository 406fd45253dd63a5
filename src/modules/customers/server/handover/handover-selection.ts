import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectDef } from '#meta/object.ts';
import { accessCondition, filterCondition } from '#platform/access/access-condition.ts';
import type { Context } from '#platform/context/context.ts';
import { activityObject } from '../../objects/activity.object.ts';
import { customerObject } from '../../objects/customer.object.ts';

export const customerDef = (ctx: Context): ObjectDef => ctx.registry.object(customerObject.key) ?? customerObject;
export const activityDef = (ctx: Context): ObjectDef => ctx.registry.object(activityObject.key) ?? activityObject;

export interface Receiver {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id | null;
  /** Somebody stands in for them now: an absent person never receives (UX-17). */
  readonly isAbsent: boolean;
  /** Customers they own today. */
  readonly owned: number;
}

/** The people named, in that order; refuses unknown and inactive ones and the leaving person. */
export async function loadReceivers(ctx: Context, from: Id, to: readonly Id[]): Promise<Receiver[]> {
  const now = ctx.now.toISOString();
  const rows = await ctx.db.rows<Receiver>(sql`
    SELECT u.id, u.name, u.unit_id AS "unitId",
      EXISTS (SELECT 1 FROM delegation d WHERE d.from_user = u.id AND d.revoked_at IS NULL AND d.from_at <= ${now} AND d.until_at > ${now}) AS "isAbsent",
      (SELECT count(*)::int FROM customer c WHERE c.owner_id = u.id AND c.deleted_at IS NULL) AS owned
    FROM app_user u WHERE u.id = ANY(${to}::uuid[]) AND u.is_active AND u.deleted_at IS NULL AND u.id <> ${from}`);
  const known = new Map(rows.map((row) => [row.id, row]));
  const missing = to.filter((id) => !known.has(id));
  if (missing.length > 0) throw fail('record.invalid', { count: missing.length }, missing.map((value) => ({ path: 'to', code: 'not-found', params: { value } })));
  return to.flatMap((id) => known.get(id) ?? []);
}

export interface ItemRow { id: Id; name: string; unitId: Id | null; grade: string | null }

/** Customers of the person that the actor may assign, in the order of their codes. */
const mine = (ctx: Context, from: Id, filter: Filter | undefined): Sql => sql`
  t.owner_id = ${from} AND t.deleted_at IS NULL AND ${filterCondition(ctx, customerDef(ctx), filter, 't')}`;

export function loadItems(ctx: Context, from: Id, filter: Filter | undefined, isLocked: boolean): Promise<ItemRow[]> {
  const lock = isLocked ? sql`FOR UPDATE OF t` : sql``;
  return ctx.db.rows<ItemRow>(sql`
    SELECT t.id, t.name, t.unit_id AS "unitId", t.grade FROM customer t
    WHERE ${mine(ctx, from, filter)} AND ${accessCondition(ctx, customerDef(ctx), 'assign', 't')} ORDER BY t.code ${lock}`);
}

/** How many of the person's customers lie outside what the actor may assign. */
export async function countOutside(ctx: Context, from: Id, filter: Filter | undefined): Promise<number> {
  const { n } = await ctx.db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM customer t WHERE ${mine(ctx, from, filter)} AND NOT ${accessCondition(ctx, customerDef(ctx), 'assign', 't')}`);
  return n;
}

export interface TaskRow { id: Id; customerId: Id | null; unitId: Id | null }

/** Open tasks of the person: those of the given customers; without a filter also the rest that the actor may change. */
export function loadTasks(ctx: Context, from: Id, customers: readonly Id[], isWhole: boolean): Promise<TaskRow[]> {
  const { actor } = ctx;
  const isOverPerson = actor.grants.get('customer')?.get('assign') === 'all' ? sql`true`
    : sql`EXISTS (SELECT 1 FROM app_user u WHERE u.id = ${from} AND u.unit_id = ANY(${actor.unitsBelow}::uuid[]))`;
  const rest = isWhole ? sql`OR (t.customer_id IS NULL AND ${isOverPerson})
    OR (t.customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer_id AND c.owner_id = ${from})
      AND ${accessCondition(ctx, activityDef(ctx), 'update', 't')})` : sql``;
  return ctx.db.rows<TaskRow>(sql`
    SELECT t.id, t.customer_id AS "customerId", t.unit_id AS "unitId" FROM activity t
    WHERE t.owner_id = ${from} AND t.status = 'open' AND t.deleted_at IS NULL AND (t.customer_id = ANY(${customers}::uuid[]) ${rest}) ORDER BY t.id`);
}
