import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { standardsNotices } from '../../standards.notices.ts';
import { textOf, toAuditState } from '../audit-rows.ts';
import { changeOne, insertOne, lockOne } from '../standards-records.ts';

export interface ActionWish {
  readonly subject: string;
  readonly plan?: string | undefined;
  readonly item?: string | undefined;
  readonly owner: Id;
  readonly dueOn: string;
}

/** Asks for an improvement after an audit (SE-21). Errors: record.not-found, record.wrong-state before it is confirmed. */
export async function askForImprovement(ctx: Context, audit: Id, wish: ActionWish): Promise<{ readonly id: Id }> {
  await requireRecord(ctx, objectDef(ctx, 'serviceAudit'), 'read', audit);
  const record = await lockOne(ctx, 'serviceAudit', audit);
  if (toAuditState(record.values['state']) !== 'confirmed') throw fail('record.wrong-state');
  const answer = wish.item === undefined ? undefined : await ctx.db.maybe<{ standard: Id | null }>(sql`SELECT standard_id AS standard FROM audit_answer WHERE audit_id = ${audit} AND item_key = ${wish.item}`);
  if (wish.item !== undefined && !answer) throw fail('record.not-found');
  const id = await insertOne(ctx, 'auditAction', {
    values: { subject: wish.subject, plan: wish.plan ?? null, audit, standard: answer?.standard ?? null, auditedUnit: textOf(record, 'auditedUnit'), dueOn: wish.dueOn, state: 'open', effect: 'pending', owner: wish.owner },
    columns: { item_key: wish.item ?? null },
  });
  await notify(ctx, { to: [wish.owner], kind: standardsNotices.action, params: { subject: wish.subject, day: wish.dueOn }, link: '/audit-improvements', about: { object: 'auditAction', id } });
  return { id };
}

/** The responsible person says that it is done. Errors: record.not-found, record.wrong-state. */
export async function finishImprovement(ctx: Context, id: Id, result: string): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'auditAction'), 'update', id);
  const before = await lockOne(ctx, 'auditAction', id);
  if (before.values['state'] !== 'open') throw fail('record.wrong-state');
  await changeOne(ctx, 'auditAction', before, { state: 'done', doneAt: ctx.now.toISOString(), result });
}

export const OVERDUE_JOB = 'standards.overdue';

/** Tells of overdue improvements, each once however the clock jumps: the owner, and who asked for it. */
export async function remindOverdue(services: Services): Promise<number> {
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const rows = await ctx.db.rows<{ id: Id; subject: string; day: string; owner: Id | null; asker: Id | null }>(sql`
      UPDATE audit_action SET reminded_at = ${ctx.now.toISOString()} WHERE id IN (
        SELECT id FROM audit_action WHERE state = 'open' AND deleted_at IS NULL AND reminded_at IS NULL AND due_on < ${localDate(ctx.now, ctx.timeZone)} ORDER BY due_on LIMIT 500 FOR UPDATE SKIP LOCKED)
      RETURNING id, subject, due_on::text AS day, owner_id AS owner, created_by AS asker`);
    for (const { id, subject, day, owner, asker } of rows) {
      const to = [owner, asker].flatMap((person) => person ?? []);
      await notify(ctx, { to, kind: standardsNotices.overdue, params: { subject, day }, link: '/audit-improvements', about: { object: 'auditAction', id } });
    }
    return rows.length;
  });
}
