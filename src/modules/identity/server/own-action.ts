import { type ContextOptions, runAction } from '#platform/runtime/make-context.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import type { Services } from '#platform/runtime/services.ts';

/** The services without what this module itself provides. */
export type BaseServices = Omit<Services, 'authenticate'>;

/**
 * A transaction of its own inside a route of kind `query`. For routes that carry a password or a new secret: hashing
 * holds no connection, a refused try is remembered although the request fails, and neither password nor secret reaches
 * the table of idempotency keys.
 */
export function ownAction<R>(
  services: BaseServices, ctx: Context, work: (ctx: Context) => Promise<R>, actor: Actor = ctx.actor,
): Promise<R> {
  const options: ContextOptions = { actor, requestId: ctx.requestId, ip: ctx.ip, locale: ctx.locale };
  return runAction(services as Services, options, work);
}

/** Drops every cached actor in every process once the change is committed (SEC-14). */
export function dropActors(services: BaseServices, ctx: Context): void {
  ctx.afterCommit(() => services.events.announce({ kind: 'invalidate', what: 'access' }));
}
