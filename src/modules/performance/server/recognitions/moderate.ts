import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type ReactionKind, recognitionObject } from '../../objects/performance.objects.ts';
import { performanceNotices } from '../../performance.notices.ts';

/** Takes a praise off the wall, with the reason on record. Errors: record.not-found, auth.forbidden. */
export async function hidePraise(ctx: Context, id: Id, reason: string): Promise<void> {
  await requireRecord(ctx, recognitionObject, 'update', id);
  await changeRecord(ctx, 'recognition', id, { hiddenFor: reason, hiddenBy: ctx.actor.userId }, { deleted_at: ctx.now.toISOString() });
}

/** Puts it back. Errors: record.not-found. */
export async function showPraise(ctx: Context, id: Id): Promise<void> {
  if (!(await allowedIds(ctx, recognitionObject, 'update', [id], true)).has(id)) throw fail('record.not-found');
  const changed = await ctx.db.run(sql`
    UPDATE recognition SET deleted_at = NULL, hidden_for = NULL, hidden_by_id = NULL, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}
    WHERE id = ${id} AND deleted_at IS NOT NULL`);
  if (changed > 0) await writeAudit(ctx, [{ action: 'restore', object: 'recognition', recordId: id }]);
}

/**
 * Passes a customer's praise to whom it is about: until somebody says so it stands with whoever handled the case. Errors:
 * record.not-found, auth.forbidden, record.wrong-state for a colleague's praise, record.invalid for somebody who may not sign in.
 */
export async function passPraise(ctx: Context, id: Id, person: Id): Promise<void> {
  await requireRecord(ctx, recognitionObject, 'update', id);
  const { kind } = await ctx.db.one<{ kind: string }>(sql`SELECT kind FROM recognition WHERE id = ${id}`);
  if (kind !== 'customer') throw fail('record.wrong-state');
  const found = await ctx.db.maybe<{ unitId: Id | null }>(sql`SELECT unit_id AS "unitId" FROM app_user WHERE id = ${person} AND is_active AND deleted_at IS NULL`);
  if (!found) throw fail('record.invalid', { count: 1 }, [{ path: 'person', code: 'not-found', params: { value: person } }]);
  await changeRecord(ctx, 'recognition', id, { owner: person, unit: found.unitId });
  await notify(ctx, { to: [person], kind: performanceNotices.praised, params: { who: ctx.locale === 'en' ? 'A customer' : '客户' }, link: '/praise' });
}

/** A colleague's reaction, on or off; said twice it is once. Errors: record.not-found. */
export async function react(ctx: Context, id: Id, kind: ReactionKind, isOn: boolean): Promise<void> {
  await requireRecord(ctx, recognitionObject, 'read', id);
  if (isOn) await ctx.db.run(sql`INSERT INTO recognition_reaction (recognition_id, user_id, kind, at) VALUES (${id}, ${ctx.actor.userId}, ${kind}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
  else await ctx.db.run(sql`DELETE FROM recognition_reaction WHERE recognition_id = ${id} AND user_id = ${ctx.actor.userId} AND kind = ${kind}`);
}
