import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { standardsNotices } from '../../standards.notices.ts';
import { lockForStep, textOf } from '../audit-rows.ts';
import { changeOne, lockOne } from '../standards-records.ts';

/** Confirming, returning and cancelling are the supervisor's (`assign`), never for an audit of one's own. */
async function requireSupervisor(ctx: Context, id: Id): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'serviceAudit'), 'assign', id);
}

/**
 * Confirms an audit: it becomes the audited unit's to read, and says of earlier actions whether they helped (SE-21).
 * Errors: record.not-found, auth.forbidden (also for one's own), record.wrong-state.
 */
export async function confirmAudit(ctx: Context, id: Id): Promise<void> {
  await requireSupervisor(ctx, id);
  const { audit, next } = await lockForStep(ctx, id, 'confirm');
  if (textOf(audit, 'owner') === ctx.actor.userId) throw fail('auth.forbidden', { right: 'serviceAudit.assign' });
  const unit = textOf(audit, 'auditedUnit');
  await changeOne(ctx, 'serviceAudit', audit, { state: next, unit, confirmedAt: ctx.now.toISOString(), confirmedBy: ctx.actor.userId });
  await checkEffects(ctx, id, unit);
  const { name } = await ctx.db.one<{ name: string }>(sql`SELECT name FROM org_unit WHERE id = ${unit}`);
  const people = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id JOIN role_grant g ON g.role = r.role AND g.object = 'serviceAudit' AND g.action = 'read' AND g.scope IN ('unit', 'unitBelow')
    WHERE u.unit_id = ${unit} AND u.is_active AND u.deleted_at IS NULL LIMIT 50`);
  await notify(ctx, { to: people.map((person) => person.id), kind: standardsNotices.confirmed, params: { unit: name }, link: `/audits/report/${id}`, about: { object: 'serviceAudit', id } });
}

/** What the audit saw of the items for which an earlier audit of this unit asked an action. */
async function checkEffects(ctx: Context, audit: Id, unit: Id): Promise<void> {
  const due = await ctx.db.rows<{ id: Id; isFailed: boolean }>(sql`
    SELECT x.id, bool_or(a.is_failed) AS "isFailed" FROM audit_action x JOIN service_audit e ON e.id = x.audit_id JOIN service_audit n ON n.id = ${audit}
    JOIN audit_answer a ON a.audit_id = n.id AND a.value IS NOT NULL AND (a.standard_id = x.standard_id OR (x.standard_id IS NULL AND a.item_key = x.item_key AND e.template_id = n.template_id))
    WHERE x.audited_unit_id = ${unit} AND x.effect <> 'improved' AND x.deleted_at IS NULL AND e.done_at < n.done_at GROUP BY x.id ORDER BY x.id`);
  for (const { id, isFailed } of due) {
    await changeOne(ctx, 'auditAction', await lockOne(ctx, 'auditAction', id), { effect: isFailed ? 'notYet' : 'improved', checkedBy: audit });
  }
}

/** Sends an audit back to its auditor, with what is to be corrected. Errors: as above. */
export async function returnAudit(ctx: Context, id: Id, reason: string): Promise<void> {
  await requireSupervisor(ctx, id);
  const { audit, next } = await lockForStep(ctx, id, 'return');
  await changeOne(ctx, 'serviceAudit', audit, { state: next, returnedFor: reason });
  await notify(ctx, { to: [textOf(audit, 'owner')], kind: standardsNotices.returned, params: { number: textOf(audit, 'number'), reason }, link: '/audits', about: { object: 'serviceAudit', id } });
}

/** Takes a planned or begun audit off. */
export async function cancelAudit(ctx: Context, id: Id): Promise<void> {
  await requireSupervisor(ctx, id);
  const { audit, next } = await lockForStep(ctx, id, 'cancel');
  await changeOne(ctx, 'serviceAudit', audit, { state: next });
}
