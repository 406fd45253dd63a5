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
function phones(ctx: Pick<Context, 'actor'>, def: ObjectDef, alias: Sql, number: Wanted, keys: Readonly<Record<string, Sql>>): Sql {
  return Object.entries(keys).reduce((all, [key, column]) => {
    const field = findField(def, key);
    const view = field === undefined ? 'hidden' : fieldAccessOf(ctx.actor, def, field).view;
    return view === 'hidden' ? all : sql`${all} OR ${numberIs(sql`${alias}.${column}`, number, view)}`;
  }, sql`false`);
}

/** A whole number as E.164, or the digits that one ends in. */
type Wanted = { readonly e164: string } | { readonly end: string };

const END = 4;

/** Who sees a number masked sees its last four: the end is asked for that far and no further, or it could be guessed digit by digit (SEC-27). */
function numberIs(column: Sql, number: Wanted, view: 'full' | 'masked'): Sql {
  if ('e164' in number) return sql`${column} = ${number.e164}`;
  return sql`${column} LIKE ${`%${view === 'full' ? number.end : number.end.slice(-END)}`}`;
}

/** What was typed as a number: a whole one, else the end of one from four digits on. */
function wantedOf(typed: string): Wanted | undefined {
  const e164 = normalisePhone(typed)?.e164;
  if (e164 !== undefined) return { e164 };
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits.length >= END && digits.length <= 20 ? { end: digits } : undefined;
}

/**
 * Who is on the line (SE-1): customers with this number or with a contact who has it, and what is still open for them or
 * was reported from this number. The end of a number, four digits at least, finds whoever it may be. All within the reader's rights.
 */
export async function findCaller(ctx: Context, { phone, customer }: { readonly phone?: string | undefined; readonly customer?: Id | undefined }): Promise<Caller> {
  const number = phone === undefined ? undefined : wantedOf(phone);
  const isWhole = number !== undefined && 'e164' in number;
  const customers = number === undefined ? [] : await customersWith(ctx, number);
  // By the end of a number it may be any of them: what is open for a stranger is nobody's business on this call.
  const ids = [...(isWhole ? customers.map((found) => found.id) : []), ...(customer === undefined ? [] : [customer])];
  return { phone: isWhole ? number.e164 : null, match: number === undefined ? 'none' : isWhole ? 'whole' : 'end', customers, cases: await openCases(ctx, ids, number) };
}

async function customersWith(ctx: Context, number: Wanted): Promise<Caller['customers']> {
  const def = ctx.registry.object('customer');
  if (!def || ctx.actor.grants.get('customer')?.get('read') === undefined) return [];
  const contact = ctx.registry.object('contact');
  const may = predicateSql(ctx, def, 'read', 'c');
  // In the words of the index over the ends of numbers.
  const near = (alias: Sql): Sql => ('end' in number ? sql`zk_phone_ends(${alias}.search_phone) @> ${[number.end.slice(-END)]}::text[] AND` : empty);
  const byContact = contact === undefined || ctx.actor.grants.get('contact')?.get('read') === undefined ? empty : sql`
    UNION ALL SELECT c.id, c.name, c.code, k.name AS contact FROM contact k JOIN customer c ON c.id = k.customer_id
      WHERE ${near(sql`k`)} (${phones(ctx, contact, sql`k`, number, { phone: sql`phone`, altPhone: sql`alt_phone` })}) AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL
        AND ${may} AND ${predicateSql(ctx, contact, 'read', 'k')}`;
  return ctx.db.rows<Caller['customers'][number]>(sql`
    SELECT DISTINCT ON (f.name, f.id) f.id, f.name, f.code, f.contact FROM (
      SELECT c.id, c.name, c.code, NULL::text AS contact FROM customer c
        WHERE ${near(sql`c`)} (${phones(ctx, def, sql`c`, number, { phone: sql`phone`, altPhone: sql`alt_phone` })}) AND c.deleted_at IS NULL AND c.merged_into IS NULL AND ${may} ${byContact}
    ) f ORDER BY f.name, f.id, f.contact NULLS FIRST LIMIT ${MOST}`);
}

function reportedFrom(ctx: Context, number: Wanted): Sql {
  const by = phones(ctx, objectDef(ctx, 'case'), sql`c`, number, { reporterPhone: sql`reporter_phone` });
  return 'end' in number ? sql`right(c.reporter_phone, 4) = ${number.end.slice(-END)} AND (${by})` : sql`(${by})`;
}

async function openCases(ctx: Context, customers: readonly Id[], number: Wanted | undefined): Promise<Caller['cases']> {
  if (customers.length === 0 && number === undefined) return [];
  const live = sql`c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}`;
  const from = number === undefined ? empty : sql`UNION SELECT c.id FROM service_case c WHERE ${reportedFrom(ctx, number)} AND ${live}`;
  const rows = await ctx.db.rows<Caller['cases'][number]>(sql`
    SELECT c.id, c.number, c.kind, c.subject, c.state, c.due_at AS "dueAt", c.urgency, c.received_at AS "receivedAt", c.customer_id AS customer,
      CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS owner
    FROM service_case c LEFT JOIN app_user u ON u.id = c.owner_id
    WHERE c.id IN (SELECT c.id FROM service_case c WHERE c.customer_id = ANY(${customers}::uuid[]) AND ${live} ${from})
    ORDER BY c.received_at DESC, c.id LIMIT ${MOST}`);
  return rows.map((row) => ({ ...row, dueAt: row.dueAt === null ? null : new Date(row.dueAt).toISOString(), receivedAt: new Date(row.receivedAt).toISOString() }));
}
