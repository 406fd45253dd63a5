import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { regionName } from '#kernel/region-tree.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import { findField } from '#meta/object.ts';
import type { Answered } from '#platform/http/answer.ts';
import { mayManageUnit, poolsInReach } from './pool-reach.ts';
import type { poolCustomersAnswer, poolsAnswer } from './pools.answers.ts';

type ShownPool = Answered<typeof poolsAnswer>['data'][number];

/** The pools in the actor's reach, with how many wait in each, and what of the day's quota is used. */
export async function listPools(ctx: Context, timeZone: string): Promise<Answered<typeof poolsAnswer>> {
  const rows = await ctx.db.rows<{ r: Omit<ShownPool, 'mayManage'> }>(sql`
    SELECT json_build_object('id', p.id, 'name', p.name, 'unit', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END,
      'grades', p.grades, 'productLines', p.product_lines, 'pack', p.pack, 'position', p.position, 'isActive', p.is_active, 'version', p.version,
      'count', (SELECT count(*) FROM pool_stay s JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL AND c.owner_id IS NULL WHERE s.pool_id = p.id AND s.ended_at IS NULL)) AS r
    FROM pool p LEFT JOIN org_unit o ON o.id = p.unit_id WHERE ${poolsInReach(ctx)} ORDER BY p.position, p.id`);
  const today = localDate(ctx.now, timeZone);
  const mine = await ctx.db.one<{ claimsToday: number; holdings: number }>(sql`
    SELECT (SELECT count(*)::int FROM pool_stay WHERE claimed_by = ${ctx.actor.userId} AND ended_on = ${today}) AS "claimsToday",
      (SELECT count(*)::int FROM customer WHERE owner_id = ${ctx.actor.userId} AND deleted_at IS NULL) AS holdings`);
  const isManager = ctx.actor.rights.has('pools.manage');
  return { data: rows.map(({ r }) => ({ ...r, mayManage: isManager && mayManageUnit(ctx, r.unit?.id ?? null) })), mine, mayCreate: isManager };
}

interface Row {
  readonly id: Id; readonly name: string; readonly kind: string; readonly region: string | null; readonly class: string | null; readonly released_at: string; readonly released_on: string;
  readonly clause: string; readonly note: string | null; readonly former_owner_id: Id | null; readonly lock_days: number; readonly model: PolicyModel | null;
}

const PAGE = 50;

/** Who waits in a pool: name (persons masked), region, class and why released. Nothing by which they could be reached. */
export async function poolCustomers(ctx: Context, poolId: Id, before: string | undefined): Promise<Answered<typeof poolCustomersAnswer>> {
  const pool = await ctx.db.maybe(sql`SELECT p.id FROM pool p WHERE p.id = ${poolId} AND ${poolsInReach(ctx)}`);
  if (pool === undefined) throw fail('record.not-found');
  const rows = await ctx.db.rows<Row>(sql`
    SELECT s.id, c.name, c.kind, c.address_region AS region, f.prospect_class AS class, s.released_at, s.released_on, s.release_clause AS clause, s.note, s.former_owner_id, s.lock_days, v.model
    FROM pool_stay s JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL AND c.owner_id IS NULL
    LEFT JOIN follow_up_sheet f ON f.customer_id = c.id LEFT JOIN decision d ON d.id = s.release_decision_id LEFT JOIN policy_version v ON v.id = d.policy_version_id
    WHERE s.pool_id = ${poolId} AND s.ended_at IS NULL AND (${before ?? null}::uuid IS NULL OR s.id < ${before ?? null}::uuid)
    ORDER BY s.id DESC LIMIT ${PAGE + 1}`);
  const page = rows.slice(0, PAGE);
  const customer = ctx.registry.object('customer');
  const address = customer && findField(customer, 'address');
  const isRegionShown = customer !== undefined && address !== undefined && fieldAccessOf(ctx.actor, customer, address).view === 'full';
  return {
    data: page.map((row) => present(ctx, row, isRegionShown)),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Persons are masked until somebody looks after them. */
export const shownName = ({ name, kind }: { readonly name: string; readonly kind: string }): string => (kind === 'person' ? `${[...name][0] ?? ''}**` : name);

function present(ctx: Context, row: Row, isRegionShown: boolean) {
  const waits = row.former_owner_id === ctx.actor.userId ? addDays(row.released_on, row.lock_days) : null;
  return {
    id: row.id, name: shownName(row), region: isRegionShown && row.region ? regionName(row.region) : null,
    class: row.class, releasedAt: isoTime(row.released_at), clause: row.clause, note: row.note,
    clauseText: row.model?.clauses.find((each) => each.key === row.clause)?.text[ctx.locale] ?? '', isMine: row.former_owner_id === ctx.actor.userId, lockedUntil: waits,
  };
}
