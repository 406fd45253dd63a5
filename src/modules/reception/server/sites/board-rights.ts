import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { siteDef } from './read-site.ts';

/** What the actor may do on the board of one site. */
export interface BoardRights {
  /** Orders, passes, confirms, takes people out (RE-3, 6, 7). */
  readonly isManager: boolean;
  /** Opens the day and notes who comes and goes. */
  readonly isDesk: boolean;
}

/** Errors: record.not-found when the actor may not see the site. */
export async function boardRights(ctx: Context, siteId: Id): Promise<BoardRights> {
  const def = siteDef(ctx);
  await requireRecord(ctx, def, 'read', siteId);
  const isManager = (await allowedIds(ctx, def, 'update', [siteId])).has(siteId);
  return { isManager, isDesk: isManager || (await allowedIds(ctx, def, 'assign', [siteId])).has(siteId) };
}

/** `self`: people act for themselves; the desk and the manager for everybody. Errors: auth.forbidden, record.not-found. */
export async function requireBoard(ctx: Context, siteId: Id, level: 'manager' | 'desk' | { readonly self: Id }): Promise<BoardRights> {
  const rights = await boardRights(ctx, siteId);
  const isOwn = typeof level === 'object' && level.self === ctx.actor.userId;
  if (level === 'manager' ? !rights.isManager : !rights.isDesk && !isOwn) {
    throw fail('auth.forbidden', { right: level === 'manager' ? 'site.update' : 'site.assign' });
  }
  return rights;
}
