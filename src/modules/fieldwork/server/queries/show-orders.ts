import sql, { type Sql, empty } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { maskPhone } from '#kernel/phone.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { findField } from '#meta/object.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { orderRowsAnswer } from '../fieldwork.answers.ts';

export type ShownOrder = Answered<typeof orderRowsAnswer>['data'][number];

/** What a card of an order says, within the reader's fields: what is hidden or masked elsewhere is so here (SEC-13). */
export async function readOrders(ctx: Context, which: Sql, order: Sql, limit = 500): Promise<ShownOrder[]> {
  const rows = await ctx.db.rows<ShownOrder>(sql`
    SELECT o.id, o.number, o.kind, o.subject, o.state, o.place, CASE WHEN ${ctx.locale === 'en'} THEN r.name_en ELSE r.name END AS area, o.area_id AS "areaId", o.skills, o.contact_name AS "contactName", o.contact_phone AS "contactPhone", c.name AS customer,
      o.window_from AS "from", o.window_to AS "to", o.done_at AS "doneAt", o.version, o.case_id AS "caseId", k.number AS "caseNumber",
      CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS worker
    FROM service_order o JOIN service_case k ON k.id = o.case_id LEFT JOIN customer c ON c.id = o.customer_id LEFT JOIN app_user u ON u.id = o.owner_id LEFT JOIN service_area r ON r.id = o.area_id
    WHERE ${which} AND o.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'serviceOrder'), 'read', 'o')} ${order} LIMIT ${limit}`);
  return rows.map((row) => told(ctx, row));
}

const isoOr = (text: string | null): string | null => (text === null ? null : isoTime(text));

function told(ctx: Context, row: ShownOrder): ShownOrder {
  const sees = (key: string) => seesFields(ctx, 'serviceOrder', key);
  return {
    ...row, from: sees('windowFrom') ? isoOr(row.from) : null, to: sees('windowTo') ? isoOr(row.to) : null, doneAt: sees('doneAt') ? isoOr(row.doneAt) : null,
    place: sees('place') ? row.place : null, area: sees('area') ? row.area : null, areaId: sees('area') ? row.areaId : null, skills: sees('skills') ? row.skills : [], subject: sees('subject') ? row.subject : '',
    contactName: sees('contactName') ? row.contactName : null, contactPhone: toldPhone(ctx, row.contactPhone), customer: sees('customer') ? row.customer : null,
  };
}

/** Always shortened here: the full number is shown one by one, with a reason (SEC-27). */
function toldPhone(ctx: Context, phone: string | null): string | null {
  const def = objectDef(ctx, 'serviceOrder');
  const field = findField(def, 'contactPhone');
  return phone === null || field === undefined || fieldAccessOf(ctx.actor, def, field).view === 'hidden' ? null : maskPhone(phone);
}

/** Everybody who may work on orders of their own, by name. */
export const workers = (ctx: Pick<Context, 'db'>) => ctx.db.rows<{ id: Id; name: string; unit: string | null; unitId: Id | null }>(sql`
  SELECT u.id, u.name, n.name AS unit, u.unit_id AS "unitId" FROM app_user u LEFT JOIN org_unit n ON n.id = u.unit_id WHERE u.is_active AND u.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object = 'serviceOrder' AND g.action = 'update' AND g.scope = 'own')
  ORDER BY n.name NULLS LAST, u.name LIMIT 300`);

/** The caller's own: what is to do, the earliest first, then the last twenty that are over. */
export async function listMyOrders(ctx: Context): Promise<Answered<typeof orderRowsAnswer>> {
  const mine = sql`o.owner_id = ${ctx.actor.userId}`;
  const [open, over] = await Promise.all([
    readOrders(ctx, sql`${mine} AND o.state IN ('dispatched', 'onTheWay', 'onSite')`, sql`ORDER BY o.window_from, o.number`, 200),
    readOrders(ctx, sql`${mine} AND o.state IN ('done', 'failed')`, sql`ORDER BY o.done_at DESC`, 20),
  ]);
  return { data: [...open, ...over] };
}

/** The orders of one case, the newest first. Errors: record.not-found. */
export async function ordersOfCase(ctx: Context, caseId: Id): Promise<Answered<typeof orderRowsAnswer>> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', caseId);
  return { data: await readOrders(ctx, sql`o.case_id = ${caseId}`, sql`ORDER BY o.created_at DESC`, 100) };
}

/** What a new order may choose from. */
export async function orderChoices(ctx: Context) {
  interface Named { readonly id: Id; readonly name: string; readonly nameEn: string }
  const [people, lists, areas] = await Promise.all([
    workers(ctx), ctx.db.rows<Named>(sql`SELECT id, name, name_en AS "nameEn" FROM order_checklist WHERE state = 'active' AND deleted_at IS NULL ORDER BY created_at, name`),
    ctx.db.rows<Named>(sql`SELECT id, name, name_en AS "nameEn" FROM service_area WHERE is_active AND deleted_at IS NULL ORDER BY name`),
  ]);
  const both = ({ id, name, nameEn }: Named) => ({ id, name: { 'zh-CN': name, en: nameEn } });
  return { workers: people.map(({ id, name, unit }) => ({ id, name, unit })), checklists: lists.map(both), areas: areas.map(both) };
}

export const one = (id: Id): Sql => sql`o.id = ${id}`;
export const unordered: Sql = empty;
