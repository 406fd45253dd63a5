import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';

/** For what only a person at a browser may do, never a key: sessions, keys, one's own account. */
export function requireSession(ctx: Context): void {
  if (ctx.actor.sessionId === undefined) throw fail('auth.fresh-required');
}
