import sql, { type Sql, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { maskPhone, normalisePhone } from '#kernel/phone.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { EarlierVisit } from '../../rules/visit-facts-of.ts';

export interface FoundVisit {
  readonly registrationId: Id;
  readonly customerId: Id;
  readonly visitor: string;
  /** Masked (SEC-27). */
  readonly phone: string | null;
  readonly arrivedOn: string;
  readonly arrivedAt: string;
  readonly receiverId: Id | null;
  readonly isConfirmed: boolean;
  /** The whole number that was typed. */
  readonly isSamePhone: boolean;
}

interface Row extends Omit<FoundVisit, 'phone' | 'isSamePhone'> { readonly phone: string | null; readonly tail: string | null }

export interface TypedPhone {
  readonly e164: string | null;
  readonly tail: string | null;
  readonly digits: string;
}

/** A whole number, or at least its last four digits. */
export function readPhone(text: string | undefined): TypedPhone {
  const digits = (text ?? '').normalize('NFKC').replace(/\D/g, '');
  const e164 = text === undefined ? null : (normalisePhone(text)?.e164 ?? null);
  const whole = (e164 ?? digits).replace(/\D/g, '');
  return { e164, tail: whole.length >= 4 ? whole.slice(-4) : null, digits };
}

const MOST_SHOWN = 8;
const NAME_FROM = 2;

/** Registrations of the site that may be of this visitor: by number, its last digits, or the beginning of the name (RE-10). */
export async function findVisits(ctx: Pick<Context, 'db'>, siteId: Id, phone: TypedPhone, visitor: string): Promise<FoundVisit[]> {
  const name = visitor.trim();
  const parts: Sql[] = [];
  if (phone.e164 !== null) parts.push(found(sql`v.site_id = ${siteId} AND v.phone = ${phone.e164}`));
  else if (phone.tail !== null) parts.push(found(sql`v.site_id = ${siteId} AND v.phone_tail = ${phone.tail} AND (${phone.digits.length} = 4 OR v.phone LIKE ${`%${phone.digits}`})`));
  if (name.length >= NAME_FROM && phone.e164 === null && phone.tail === null) parts.push(found(sql`v.site_id = ${siteId} AND v.visitor LIKE ${`${name.replace(/[\\%_]/g, '\\$&')}%`}`));
  if (parts.length === 0) return [];
  const rows = await ctx.db.rows<Row>(sql`SELECT * FROM (SELECT DISTINCT ON (x."customerId") x.* FROM (${join(parts, ' UNION ALL ')}) x ORDER BY x."customerId", x."arrivedAt" DESC) y ORDER BY y."arrivedAt" DESC LIMIT ${MOST_SHOWN}`);
  return rows.map(({ tail, phone: stored, ...row }) => ({
    ...row, arrivedAt: isoTime(row.arrivedAt), phone: stored === null ? (tail === null ? null : `****${tail}`) : maskPhone(stored), isSamePhone: stored !== null && stored === phone.e164,
  }));
}

// Newest fifty of each way: four digits are shared by few visitors of one site.
const found = (where: Sql): Sql => sql`(SELECT v.id AS "registrationId", v.customer_id AS "customerId", v.visitor, v.phone, v.phone_tail AS tail, v.arrived_on::text AS "arrivedOn", v.arrived_at AS "arrivedAt",
  v.receiver_id AS "receiverId", (v.status = 'confirmed') AS "isConfirmed" FROM visit_registration v WHERE ${where} AND v.deleted_at IS NULL AND v.customer_id IS NOT NULL ORDER BY v.arrived_at DESC LIMIT 50)`;

/** Earlier visits of a customer to a site, newest first, with whose customer each made it. */
export async function earlierVisits(ctx: Pick<Context, 'db'>, siteId: Id, customerId: Id, today: string): Promise<EarlierVisit[]> {
  const rows = await ctx.db.rows<EarlierVisit>(sql`
    SELECT v.id, v.arrived_at AS "arrivedAt", v.arrived_on::text AS "arrivedOn", v.receiver_id AS "receiverId",
      coalesce(c.owner_ids[1], v.receiver_id) AS "ownerId", (v.status = 'confirmed' OR v.arrived_on = ${today}) AS "isValid"
    FROM visit_registration v LEFT JOIN ownership_case c ON c.id = v.case_id
    WHERE v.customer_id = ${customerId} AND v.site_id = ${siteId} AND v.deleted_at IS NULL ORDER BY v.arrived_at DESC LIMIT 100`);
  return rows.map((row) => ({ ...row, arrivedAt: isoTime(row.arrivedAt) }));
}
