import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { beginAttempt, forgiveAttempt } from '../credentials/attempts.ts';
import { type BaseServices, dropActors, ownAction } from '../own-action.ts';
import { isPassword } from '../credentials/passwords.ts';
import { type Account, findAccountById } from '../queries/find-account.ts';
import { FRESH_MS } from './open-session.ts';

/** Checks the actor's own password, counted like a sign-in. Errors: auth.wrong-credentials, auth.locked. */
export async function requireOwnPassword(services: BaseServices, ctx: Context, password: string): Promise<Account> {
  if (ctx.actor.sessionId === undefined) throw fail('auth.fresh-required');
  const account = await findAccountById(ctx, ctx.actor.userId);
  if (account === undefined) throw fail('auth.required');
  const attempt = await beginAttempt(services, ctx, { account: account.username, isKnownOrigin: true });
  if (!(await isPassword(password, account.passwordHash))) {
    await ownAction(services, ctx, (tx) => writeAudit(tx, [
      { action: 'confirm-password', object: 'session', recordId: account.id, isOk: false },
    ]));
    throw fail('auth.wrong-credentials');
  }
  await ownAction(services, ctx, (tx) => forgiveAttempt(tx, attempt));
  return account;
}

/** Opens sensitive actions of this session for ten minutes (SEC-9). */
export async function confirmPassword(services: BaseServices, ctx: Context, password: string): Promise<{ freshUntil: string }> {
  await requireOwnPassword(services, ctx, password);
  const freshUntil = new Date(ctx.now.getTime() + FRESH_MS).toISOString();
  await ownAction(services, ctx, async (tx) => {
    await tx.db.run(sql`UPDATE session SET fresh_until = ${freshUntil} WHERE id = ${ctx.actor.sessionId ?? null}`);
    dropActors(services, tx);
  });
  return { freshUntil };
}
