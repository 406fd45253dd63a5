import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { AuditItem } from '../rules/score-audit.ts';
import { type AuditState, type AuditStep, auditStateAfter, auditStates } from '../rules/audit-steps.ts';
import { lockOne } from './standards-records.ts';

export const toAuditState = (value: unknown): AuditState => {
  const found = auditStates.find((each) => each === value);
  if (found === undefined) throw fail('record.wrong-state');
  return found;
};

/** The audit under its lock, where the step is possible. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function lockForStep(ctx: Context, id: Id, step: AuditStep): Promise<{ readonly audit: FullRecord; readonly next: AuditState }> {
  const audit = await lockOne(ctx, 'serviceAudit', id);
  const next = auditStateAfter(toAuditState(audit.values['state']), step);
  if (next === undefined) throw fail('record.wrong-state');
  return { audit, next };
}

/** Only the auditor fills in an audit: the supervisor who may change all of them may not write it for somebody else. */
export async function requireAuditor(ctx: Context, id: Id): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'serviceAudit'), 'update', id);
  const row = await ctx.db.maybe<{ owner: Id | null }>(sql`SELECT owner_id AS owner FROM service_audit WHERE id = ${id}`);
  if (row?.owner === null || row?.owner === undefined || !ctx.actor.selves.includes(row.owner)) throw fail('auth.forbidden', { right: 'serviceAudit.update' });
}

/** The items of a template's version. Errors: record.not-found. */
export async function itemsOfVersion(ctx: Pick<Context, 'db'>, template: Id, number: number): Promise<readonly AuditItem[]> {
  const row = await ctx.db.maybe<{ items: AuditItem[] }>(sql`SELECT items FROM audit_template_version WHERE template_id = ${template} AND number = ${number}`);
  if (!row) throw fail('record.not-found');
  return row.items;
}

export const textOf = (record: FullRecord, key: string): string => {
  const value = record.values[key];
  return typeof value === 'string' ? value : '';
};
