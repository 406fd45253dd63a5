import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { revokeSession } from './open-session.ts';

/** Ends one of the actor's own sessions, at once and everywhere (SEC-7); false when it is not an open one of theirs. */
export async function endSession(services: BaseServices, ctx: Context, sessionId: Id): Promise<boolean> {
  const { userId } = ctx.actor;
  if (!(await revokeSession(ctx, userId, sessionId))) return false;
  await writeAudit(ctx, [{ action: 'sign-out', object: 'session', recordId: userId, detail: { session: sessionId } }]);
  dropActors(services, ctx);
  return true;
}
