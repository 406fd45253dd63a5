import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type BaseServices, dropActors, ownAction } from '../own-action.ts';
import { hashPassword, isPassword, requireStrongPassword } from '../credentials/passwords.ts';
import { companyName } from '../queries/people-facts.ts';
import { readSignInSettings } from '../sign-in-settings.ts';
import { requireOwnPassword } from './confirm-password.ts';
import { revokeSessions } from './open-session.ts';

/**
 * A new password for oneself; all other sessions end. Errors: auth.wrong-credentials, auth.locked, auth.password-weak
 * at `next`.
 */
export async function changePassword(services: BaseServices, ctx: Context, current: string, next: string): Promise<void> {
  const account = await requireOwnPassword(services, ctx, current);
  if (await isPassword(next, account.passwordHash)) {
    throw fail('auth.password-weak', {}, [{ path: 'next', code: 'password-same' }]);
  }
  const { passwordProfile } = await readSignInSettings(ctx.db);
  const words = [account.username, account.name, await companyName(ctx)];
  await requireStrongPassword(next, { profile: passwordProfile, words }, 'next');
  const hash = await hashPassword(next);
  await ownAction(services, ctx, async (tx) => {
    await tx.db.run(sql`
      UPDATE app_user SET password_hash = ${hash}, password_changed_at = ${tx.now.toISOString()}, must_change_password = false
      WHERE id = ${account.id}`);
    const ended = await revokeSessions(tx, account.id, tx.actor.sessionId);
    await writeAudit(tx, [{ action: 'change-password', object: 'session', recordId: account.id, detail: { endedSessions: ended } }]);
    dropActors(services, tx);
  });
}
