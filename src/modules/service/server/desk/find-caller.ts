import sql, { type Sql, empty } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { normalisePhone } from '#kernel/phone.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { callerAnswer } from './desk.answers.ts';

type Caller = Answered<typeof callerAnswer>;

/** Enough to choose from; more would not be read while somebody is on the line. */
const MOST = 8;

/** A number may be searched by where the person may at least see it masked. */
function phones(ctx: Pick<Context, 'actor'>, def: ObjectDef, alias: Sql, e164: string, keys: Readonly<Record<string, Sql>>): Sql {
  const open = Object.entries(keys).filter(([key]) => {
    const field = findField(def, key);
    return field !== undefined && fieldAccessOf(ctx.actor, def, field).view !== 'hidden';
  });
  return open.reduce((all, [, column]) => sql`${all} OR ${alias}.${column} = ${e164}`, sql`false`);
}

/**
 * Who is on the line (SE-1): customers with this number or with a contact who has it, and what is still open for them or
 * was reported from this number. All within the reader's rights; a number that cannot be one finds nobody.
 */
export async function findCaller(ctx: Context, { phone, customer }: { readonly phone?: string | undefined; readonly customer?: Id | undefined }): Promise<Caller> {
  const e164 = phone === undefined ? null : (normalisePhone(phone)?.e164 ?? null);
  const customers = e164 === null ? [] : await customersWith(ctx, e164);
  const ids = [...customers.map((found) => found.id), ...(customer === undefined ? [] : [customer])];
  return { phone: e164, customers, cases: await openCases(ctx, ids, e164) };
}

async function customersWith(ctx: Context, e164: string): Promise<Caller['customers']> {
  const def = ctx.registry.object('customer');
  if (!def || ctx.actor.grants.get('customer')?.get('read') === undefined) return [];
  const contact = ctx.registry.object('contact');
  const may = predicateSql(ctx, def, 'read', 'c');
  const byContact = contact === undefined || ctx.actor.grants.get('contact')?.get('read') === undefined ? empty : sql`
    UNION ALL SELECT c.id, c.name, c.code, k.name AS contact FROM contact k JOIN customer c ON c.id = k.customer_id
      WHERE (${phones(ctx, contact, sql`k`, e164, { phone: sql`phone`, altPhone: sql`alt_phone` })}) AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL
        AND ${may} AND ${predicateSql(ctx, contact, 'read', 'k')}`;
  return ctx.db.rows<Caller['customers'][number]>(sql`
    SELECT DISTINCT ON (f.name, f.id) f.id, f.name, f.code, f.contact FROM (
      SELECT c.id, c.name, c.code, NULL::text AS contact FROM customer c
        WHERE (${phones(ctx, def, sql`c`, e164, { phone: sql`phone`, altPhone: sql`alt_phone` })}) AND c.deleted_at IS NULL AND c.merged_into IS NULL AND ${may} ${byContact}
    ) f ORDER BY f.name, f.id, f.contact NULLS FIRST LIMIT ${MOST}`);
}

async function openCases(ctx: Context, customers: readonly Id[], e164: string | null): Promise<Caller['cases']> {
  if (customers.length === 0 && e164 === null) return [];
  const live = sql`c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}`;
  const from = e164 === null ? empty : sql`UNION SELECT c.id FROM service_case c WHERE c.reporter_phone = ${e164} AND ${live}`;
  const rows = await ctx.db.rows<Caller['cases'][number]>(sql`
    SELECT c.id, c.number, c.kind, c.subject, c.state, c.due_at AS "dueAt", c.urgency, c.received_at AS "receivedAt", c.customer_id AS customer,
      CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS owner
    FROM service_case c LEFT JOIN app_user u ON u.id = c.owner_id
    WHERE c.id IN (SELECT c.id FROM service_case c WHERE c.customer_id = ANY(${customers}::uuid[]) AND ${live} ${from})
    ORDER BY c.received_at DESC, c.id LIMIT ${MOST}`);
  return rows.map((row) => ({ ...row, dueAt: row.dueAt === null ? null : new Date(row.dueAt).toISOString(), receivedAt: new Date(row.receivedAt).toISOString() }));
}
