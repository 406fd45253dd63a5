import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { loadForUpdate } from '#platform/records/get-record.ts';
import { writeChange } from '#platform/records/update-record.ts';
import { unlockAccount } from '../credentials/attempts.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { lockRights, requireAdministrators, requireManageable } from '../queries/people-facts.ts';
import { revokeApiKeys } from './api-keys.ts';
import { revokeSessions } from './open-session.ts';
import { userDef } from './save-user.ts';

async function requireUser(ctx: Context, id: Id): Promise<{ username: string }> {
  const row = await ctx.db.maybe<{ username: string }>(sql`SELECT username FROM app_user WHERE id = ${id} AND deleted_at IS NULL`);
  if (row === undefined) throw fail('record.not-found');
  await requireManageable(ctx, id);
  return row;
}

/** Disabling ends every session and every key at once, for good (SEC-8); enabling lets the person sign in again. */
export async function setActive(services: BaseServices, ctx: Context, id: Id, isActive: boolean): Promise<void> {
  await lockRights(ctx);
  await requireUser(ctx, id);
  const def = userDef(ctx);
  const before = await loadForUpdate(ctx, def, id);
  if (before === undefined || before.values['isActive'] === isActive) return;
  await writeChange(ctx, def, before, { isActive }, { action: isActive ? 'enable' : 'disable' });
  if (!isActive) {
    await requireAdministrators(ctx, 'id');
    await revokeSessions(ctx, id);
    await revokeApiKeys(ctx, id);
  }
  dropActors(services, ctx);
}

/** Puts a one-time password in place; the person must choose their own at the next sign-in, second factor as before (SEC-5). */
export async function resetPassword(services: BaseServices, ctx: Context, id: Id, hash: string): Promise<void> {
  const { username } = await requireUser(ctx, id);
  await ctx.db.run(sql`
    UPDATE app_user SET password_hash = ${hash}, password_changed_at = ${ctx.now.toISOString()}, must_change_password = true WHERE id = ${id}`);
  await revokeSessions(ctx, id);
  await unlockAccount(ctx, username);
  await writeAudit(ctx, [{ action: 'reset-password', object: 'session', recordId: id }]);
  dropActors(services, ctx);
}

export async function endSessionsOf(services: BaseServices, ctx: Context, id: Id): Promise<number> {
  await requireUser(ctx, id);
  const ended = await revokeSessions(ctx, id);
  await writeAudit(ctx, [{ action: 'end-sessions', object: 'session', recordId: id, detail: { endedSessions: ended } }]);
  dropActors(services, ctx);
  return ended;
}

/** Throws unless the actor may treat this account. */
export const requireManageableUser = async (ctx: Context, id: Id): Promise<void> => {
  await requireUser(ctx, id);
};
