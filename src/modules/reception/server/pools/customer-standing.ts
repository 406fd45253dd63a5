import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Db } from '#platform/db/database.ts';
import { dealFactsOf } from './deal-facts.ts';

/** A customer with an owner and a pool that fits, as the release policy sees them. */
export interface Standing {
  readonly id: Id;
  readonly name: string;
  readonly ownerId: Id;
  readonly since: string;
  readonly poolId: Id;
  readonly pack: string;
  readonly companyPoolId: Id | null;
  readonly releaseOn: string | null;
  readonly isHoldingNew: boolean;
  readonly facts: FactValues;
}

interface Row {
  readonly id: Id; readonly name: string; readonly owner_id: Id; readonly stage: string; readonly prospect_class: string | null;
  readonly reached_at: string | null; readonly since: string; readonly is_new: boolean; readonly pool_id: Id; readonly pack: string;
  readonly company_pool_id: Id | null; readonly release_on: string | null;
}

/** When the customer was last reached: attempts do not count (UX-18), nor what is entered ahead of time. `c` is the customer. */
export const lastReached = (now: Date): Sql => sql`coalesce(
  (SELECT max(a.happened_at) FROM activity a WHERE a.customer_id = c.id AND a.deleted_at IS NULL AND a.status = 'done' AND a.outcome = 'reached'
    AND a.happened_at <= ${now.toISOString()}::timestamptz),
  CASE WHEN c.last_contact_at <= ${now.toISOString()}::timestamptz THEN c.last_contact_at END)`;

/** The first active pool that takes the customer `c`. */
const fittingPool = sql`SELECT p.id, p.pack FROM pool p WHERE p.is_active AND p.deleted_at IS NULL
  AND (p.unit_id IS NULL OR p.unit_id = ANY(SELECT unnest(o.path) FROM org_unit o WHERE o.id = c.unit_id))
  AND (p.grades = '{}' OR c.grade = ANY(p.grades)) AND (p.product_lines = '{}' OR c.tags && p.product_lines)
  ORDER BY p.position, p.id LIMIT 1`;

/**
 * Customers who are with somebody and whom a pool would take, in the order of their ids. A changed owner begins anew;
 * a warning of a clock that ran ahead does not count.
 */
export async function standings(db: Db, now: Date, timeZone: string, which: { readonly after: Id; readonly limit: number } | { readonly id: Id }): Promise<Standing[]> {
  const at = now.toISOString();
  const range = 'id' in which ? sql`AND c.id = ${which.id}` : sql`AND c.id > ${which.after} ORDER BY c.id LIMIT ${which.limit}`;
  const rows = await db.rows<Row>(sql`
    SELECT c.id, c.name, c.owner_id, c.stage, s.prospect_class, ${lastReached(now)} AS reached_at, h.owner_id IS DISTINCT FROM c.owner_id AS is_new,
      CASE WHEN h.owner_id = c.owner_id THEN h.since WHEN h.owner_id IS NULL THEN c.created_at ELSE ${at}::timestamptz END AS since,
      f.id AS pool_id, f.pack, w.release_on,
      (SELECT p.id FROM pool p WHERE p.is_active AND p.deleted_at IS NULL AND p.unit_id IS NULL ORDER BY p.position DESC, p.id LIMIT 1) AS company_pool_id
    FROM customer c
    CROSS JOIN LATERAL (${fittingPool}) f
    LEFT JOIN follow_up_sheet s ON s.customer_id = c.id
    LEFT JOIN customer_holding h ON h.customer_id = c.id
    LEFT JOIN pool_warning w ON w.customer_id = c.id AND w.owner_id = c.owner_id AND w.warned_at <= ${at}::timestamptz
    WHERE c.owner_id IS NOT NULL AND c.deleted_at IS NULL ${range}`);
  const deals = await dealFactsOf(db, rows.map((row) => row.id));
  const today = localDate(now, timeZone);
  return rows.map((row) => standingOf(row, deals.get(row.id) ?? { lastDealOn: null, contractEndsOn: null }, today, timeZone));
}

function standingOf(row: Row, deal: { lastDealOn: string | null; contractEndsOn: string | null }, today: string, timeZone: string): Standing {
  const day = (text: string) => localDate(new Date(text), timeZone);
  const since = day(row.since);
  const reached = row.reached_at === null ? since : day(row.reached_at);
  const contractDays = deal.contractEndsOn === null ? -1 : daysBetween(deal.contractEndsOn, today);
  return {
    id: row.id, name: row.name, ownerId: row.owner_id, since: row.since, poolId: row.pool_id, pack: row.pack, companyPoolId: row.company_pool_id,
    releaseOn: row.release_on, isHoldingNew: row.is_new,
    facts: {
      isGivenUp: false, prospectClass: row.prospect_class ?? 'none', daysWithoutReached: atLeastZero(daysBetween(reached > since ? reached : since, today)),
      hasDeal: row.stage === 'active' || deal.lastDealOn !== null,
      daysWithoutDeal: atLeastZero(daysBetween(deal.lastDealOn !== null && deal.lastDealOn > since ? deal.lastDealOn : since, today)),
      contractEndedDays: contractDays > 0 ? contractDays : null,
    },
  };
}

const DAY_MS = 86_400_000;

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const atLeastZero = (days: number): number => Math.max(0, days);

/** Locks the customer for a move; undefined when they are gone. */
export const lockCustomer = (db: Db, id: Id): Promise<{ id: Id; name: string; owner_id: Id | null; unit_id: Id | null } | undefined> =>
  db.maybe(sql`SELECT id, name, owner_id, unit_id FROM customer WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
