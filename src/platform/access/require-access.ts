import { fail } from '#kernel/failure.ts';
import type { Actor } from '../context/actor.ts';
import type { Route } from '../http/route.ts';

/** Function-level check before anything is read (SEC-11); `records` routes are checked by the engine with their object. */
export function requireAccess(actor: Actor, route: Route, now: Date): void {
  const { access } = route;
  if (typeof access === 'object') {
    if ('right' in access && !actor.rights.has(access.right)) throw fail('auth.forbidden', { right: access.right });
    if ('object' in access && !actor.grants.get(access.object)?.has(access.action)) {
      throw fail('auth.forbidden', { right: `${access.object}.${access.action}` });
    }
  }
  if (route.isFreshNeeded === true && (actor.freshUntil ?? '') < now.toISOString()) throw fail('auth.fresh-required');
}
