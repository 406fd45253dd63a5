import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { scoreAudit } from '../../rules/score-audit.ts';
import { auditStateAfter } from '../../rules/audit-steps.ts';
import { faceOf } from '../../rules/service-areas.ts';
import { itemsOfVersion } from '../audit-rows.ts';
import { readTargets } from '../read-targets.ts';
import { answersOf, auditHead } from './audit-sheet.ts';

export const reportActions = ['fill', 'confirm', 'return', 'cancel', 'improve'] as const;
export type ReportAction = (typeof reportActions)[number];

/**
 * An audit with all that its numbers are made of (SE-21): each item, its weight and share, areas, faces, actions.
 * Errors: record.not-found, auth.forbidden where the scores are kept from the caller.
 */
export async function showReport(ctx: Context, id: Id) {
  const def = objectDef(ctx, 'serviceAudit');
  await requireRecord(ctx, def, 'read', id);
  requireFields(ctx, 'serviceAudit', 'procedural', 'personal', 'type', 'failedItems');
  const head = await auditHead(ctx, id);
  const row = await ctx.db.one<{ doneAt: string | null; type: string | null; confirmedBy: string | null }>(sql`
    SELECT a.done_at AS "doneAt", a.type, c.name AS "confirmedBy" FROM service_audit a LEFT JOIN app_user c ON c.id = a.confirmed_by_id WHERE a.id = ${id}`);
  const items = await itemsOfVersion(ctx, head.templateId, head.fixed ?? head.current);
  const answers = new Map((await answersOf(ctx, id)).map((answer) => [answer.key, answer]));
  const score = scoreAudit(items, new Map([...answers].map(([key, { value }]) => [key, value])));
  const itemOf = new Map(items.map((item) => [item.key, item]));
  const lines = answers.size === 0 ? [] : score.lines.map((line) => {
    const { text = line.key, answer = 'yesNo', unit = null, target = null, direction = null, standard = null } = itemOf.get(line.key) ?? {};
    return { ...line, face: faceOf(line.area), text, answer, unit, target, direction, standard, comment: answers.get(line.key)?.comment ?? '', photos: answers.get(line.key)?.photos ?? [] };
  });
  const { number, kind, state, template, unit, site, plannedOn, returnedFor, note } = head;
  return {
    id, number, kind, state, template, unit, site, plannedOn, returnedFor, note: note ?? '', templateNumber: head.fixed ?? head.current, auditor: seesFields(ctx, 'serviceAudit', 'owner') ? head.auditor : null,
    doneAt: row.doneAt === null || !seesFields(ctx, 'serviceAudit', 'doneAt') ? null : isoTime(row.doneAt), type: row.type, confirmedBy: seesFields(ctx, 'serviceAudit', 'confirmedBy') ? row.confirmedBy : null,
    targets: await readTargets(ctx), faces: score.faces,
    areas: answers.size === 0 ? [] : Object.entries(score.areas).map(([area, part]) => ({ area, ...part })),
    lines, improvements: await improvementsOf(ctx, id), actions: await actionsOf(ctx, id, head),
  };
}

async function improvementsOf(ctx: Context, audit: Id) {
  if (ctx.actor.grants.get('auditAction')?.has('read') !== true) return [];
  return ctx.db.rows<{ id: Id; subject: string; item: string | null; owner: string | null; dueOn: string; state: string; effect: string }>(sql`
    SELECT x.id, x.subject, x.item_key AS item, u.name AS owner, x.due_on::text AS "dueOn", x.state, x.effect FROM audit_action x LEFT JOIN app_user u ON u.id = x.owner_id
    WHERE x.audit_id = ${audit} AND x.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'auditAction'), 'read', 'x')} ORDER BY x.due_on, x.subject`);
}

async function actionsOf(ctx: Context, id: Id, { state, auditorId }: Awaited<ReturnType<typeof auditHead>>): Promise<ReportAction[]> {
  const def = objectDef(ctx, 'serviceAudit');
  const grants = ctx.actor.grants.get('serviceAudit');
  const isMine = auditorId !== null && ctx.actor.selves.includes(auditorId);
  const found: ReportAction[] = [];
  if (isMine && auditStateAfter(state, 'submit') !== undefined) found.push('fill');
  if (grants?.has('assign') === true && (await allowedIds(ctx, def, 'assign', [id])).has(id)) {
    if (auditStateAfter(state, 'confirm') !== undefined && auditorId !== ctx.actor.userId) found.push('confirm');
    if (auditStateAfter(state, 'return') !== undefined) found.push('return');
    if (auditStateAfter(state, 'cancel') !== undefined) found.push('cancel');
  }
  if (state === 'confirmed' && ctx.actor.grants.get('auditAction')?.has('create') === true) found.push('improve');
  return found;
}
