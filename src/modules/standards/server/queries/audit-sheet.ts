import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { AuditState } from '../../rules/audit-steps.ts';
import { itemsOfVersion } from '../audit-rows.ts';

interface HeadRow {
  readonly id: Id;
  readonly number: string;
  readonly kind: 'mystery' | 'phone';
  readonly state: AuditState;
  readonly templateId: Id;
  readonly template: string;
  readonly fixed: number | null;
  readonly current: number;
  readonly unitId: Id;
  readonly unit: string;
  readonly site: string | null;
  readonly plannedOn: string;
  readonly returnedFor: string | null;
  readonly note: string | null;
  readonly auditorId: Id | null;
  readonly auditor: string | null;
}

export async function auditHead(ctx: Context, id: Id): Promise<HeadRow> {
  const row = await ctx.db.maybe<HeadRow>(sql`
    SELECT a.id, a.number, a.kind, a.state, t.id AS "templateId", t.name AS template, a.template_number AS fixed, t.number AS current, u.id AS "unitId", u.name AS unit, s.name AS site, a.planned_on::text AS "plannedOn",
      a.returned_for AS "returnedFor", a.note, w.id AS "auditorId", w.name AS auditor
    FROM service_audit a JOIN audit_template t ON t.id = a.template_id JOIN org_unit u ON u.id = a.audited_unit_id LEFT JOIN site s ON s.id = a.site_id LEFT JOIN app_user w ON w.id = a.owner_id
    WHERE a.id = ${id} AND a.deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return { ...row, ...toldOf(ctx, row), note: seesFields(ctx, 'serviceAudit', 'note') ? row.note : null };
}

/** What a company may keep from a role is not told here either (SEC-13). */
const toldOf = (ctx: Context, { unit, site, returnedFor }: Pick<HeadRow, 'unit' | 'site' | 'returnedFor'>) => ({
  unit: seesFields(ctx, 'serviceAudit', 'auditedUnit') ? unit : '', site: seesFields(ctx, 'serviceAudit', 'site') ? site : null,
  returnedFor: seesFields(ctx, 'serviceAudit', 'returnedFor') ? returnedFor : null,
});

interface AnswerRow {
  readonly key: string;
  readonly value: string | null;
  readonly comment: string;
  readonly photos: Id[];
}

export const answersOf = async (ctx: Context, id: Id) => (await ctx.db.rows<AnswerRow>(sql`
  SELECT item_key AS key, value, comment, photos FROM audit_answer WHERE audit_id = ${id} ORDER BY item_key`)).map((row) => ({ ...row, value: row.value === null ? null : Number(row.value) }));

/** What is asked, as it is filled in on a phone: the version that the audit keeps, or the one in force before it began. */
export async function showSheet(ctx: Context, id: Id) {
  await requireRecord(ctx, objectDef(ctx, 'serviceAudit'), 'read', id);
  const head = await auditHead(ctx, id);
  const templateNumber = head.fixed ?? head.current;
  const items = await itemsOfVersion(ctx, head.templateId, templateNumber);
  const methods = await ctx.db.rows<{ id: Id; method: string | null }>(sql`SELECT id, method FROM standard WHERE id = ANY(${items.flatMap(({ standard }) => standard ?? [])}::uuid[])`);
  const methodOf = new Map(methods.map((row) => [row.id, row.method]));
  const { number, kind, state, template, unit, site, plannedOn, returnedFor, note } = head;
  return {
    id, number, kind, state, template, unit, site, plannedOn, returnedFor, note: note ?? '', templateNumber,
    isMine: head.auditorId !== null && ctx.actor.selves.includes(head.auditorId),
    items: items.map((item) => ({ ...item, method: (item.standard === null ? null : methodOf.get(item.standard)) ?? null })),
    answers: await answersOf(ctx, id),
  };
}

interface MineRow {
  readonly id: Id;
  readonly number: string;
  readonly kind: 'mystery' | 'phone';
  readonly state: AuditState;
  readonly template: string;
  readonly unit: string;
  readonly site: string | null;
  readonly plannedOn: string;
  readonly returnedFor: string | null;
  readonly doneAt: string | null;
}

/** The caller's own audits: what is to do, the earliest first, then the last twenty that were handed in. */
export async function listMine(ctx: Context) {
  const rows = await ctx.db.rows<MineRow>(sql`
    (SELECT a.id, a.number, a.kind, a.state, t.name AS template, u.name AS unit, s.name AS site, a.planned_on::text AS "plannedOn", a.returned_for AS "returnedFor", a.done_at AS "doneAt"
      FROM service_audit a JOIN audit_template t ON t.id = a.template_id JOIN org_unit u ON u.id = a.audited_unit_id LEFT JOIN site s ON s.id = a.site_id
      WHERE a.owner_id = ${ctx.actor.userId} AND a.state IN ('planned', 'running') AND a.deleted_at IS NULL ORDER BY a.planned_on, a.number LIMIT 200)
    UNION ALL
    (SELECT a.id, a.number, a.kind, a.state, t.name, u.name, s.name, a.planned_on::text, a.returned_for, a.done_at
      FROM service_audit a JOIN audit_template t ON t.id = a.template_id JOIN org_unit u ON u.id = a.audited_unit_id LEFT JOIN site s ON s.id = a.site_id
      WHERE a.owner_id = ${ctx.actor.userId} AND a.state IN ('submitted', 'confirmed') AND a.deleted_at IS NULL ORDER BY a.done_at DESC LIMIT 20)`);
  const waiting = ctx.actor.grants.get('serviceAudit')?.has('assign') === true
    ? await ctx.db.rows<{ id: Id; number: string; unit: string; auditor: string | null; template: string }>(sql`
      SELECT a.id, a.number, u.name AS unit, w.name AS auditor, t.name AS template FROM service_audit a JOIN org_unit u ON u.id = a.audited_unit_id JOIN audit_template t ON t.id = a.template_id LEFT JOIN app_user w ON w.id = a.owner_id
      WHERE a.state = 'submitted' AND a.deleted_at IS NULL AND a.owner_id IS DISTINCT FROM ${ctx.actor.userId} ORDER BY a.done_at LIMIT 200`)
    : [];
  return { data: rows.map((row) => ({ ...row, ...toldOf(ctx, row), doneAt: row.doneAt === null || !seesFields(ctx, 'serviceAudit', 'doneAt') ? null : isoTime(row.doneAt) })), waiting: waiting.map((row) => ({ ...row, unit: toldOf(ctx, { ...row, site: null, returnedFor: null }).unit, auditor: seesFields(ctx, 'serviceAudit', 'owner') ? row.auditor : null })) };
}
