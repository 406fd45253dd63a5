import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { loadActor } from '../load-actor.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { requireSession } from '../require-session.ts';
import { isBeyond } from './beyond-rights.ts';

/** How long one look lasts at most (UX-14). */
export const VIEW_MS = 30 * 60_000;

/** `rights`: the viewer lost the right, or the person was given more than the viewer has, or may not sign in any more. */
export type EndReason = 'back' | 'over' | 'sign-out' | 'rights';

/**
 * From now on this session sees what the person sees and changes nothing (UX-14). Errors: record.not-found for nobody
 * active, auth.forbidden for somebody with more rights, request.invalid for oneself.
 */
export async function startView(services: BaseServices, ctx: Context, personId: Id, reason: string): Promise<{ until: string }> {
  requireSession(ctx);
  const { actor } = ctx;
  if (personId === actor.userId) throw fail('request.invalid', {}, [{ path: 'user', code: 'invalid' }]);
  const person = await loadActor(ctx.db, ctx.registry, personId, ctx.now);
  if (person === undefined) throw fail('record.not-found');
  if (isBeyond(actor, person.actor, ctx.registry)) throw fail('auth.forbidden', { right: 'admin.viewAs' }, [{ path: 'user', code: 'beyond-own-rights' }]);
  const id = ctx.newId();
  const until = new Date(ctx.now.getTime() + VIEW_MS).toISOString();
  await ctx.db.run(sql`
    INSERT INTO session_view (id, session_id, viewer_id, viewed_id, reason, started_at, until_at)
    VALUES (${id}, ${actor.sessionId ?? null}, ${actor.userId}, ${personId}, ${reason}, ${ctx.now.toISOString()}, ${until})`);
  await writeAudit(ctx, [{ action: 'view-as-start', object: 'session', recordId: personId, detail: { view: id, name: person.actor.name, reason, until } }]);
  dropActors(services, ctx);
  return { until };
}

interface OpenView {
  readonly id: Id;
  readonly viewed_id: Id;
}

/** Ends the open look of a session, once, with its entry in the trail; true when there was one. */
export async function endView(services: BaseServices, ctx: Context, sessionId: Id, reason: EndReason): Promise<boolean> {
  const ended = await ctx.db.rows<OpenView>(sql`
    UPDATE session_view SET ended_at = least(until_at, ${ctx.now.toISOString()}), end_reason = ${reason}
    WHERE session_id = ${sessionId} AND ended_at IS NULL RETURNING id, viewed_id`);
  await noteEnds(ctx, ended, reason);
  if (ended.length > 0) dropActors(services, ctx);
  return ended.length > 0;
}

/** Ends the looks of sessions that ended themselves: signed out, killed, their person disabled. */
export async function endViewsOfClosed(ctx: Context): Promise<void> {
  const ended = await ctx.db.rows<OpenView>(sql`
    UPDATE session_view v SET ended_at = least(v.until_at, ${ctx.now.toISOString()}), end_reason = 'sign-out'
    FROM session s WHERE s.id = v.session_id AND v.ended_at IS NULL AND s.revoked_at IS NOT NULL RETURNING v.id, v.viewed_id`);
  await noteEnds(ctx, ended, 'sign-out');
}

/** Ends what is over: at the start, and when a session shows up whose half hour has passed. */
export async function endViewsThatAreOver(ctx: Context): Promise<void> {
  const ended = await ctx.db.rows<OpenView & { viewer_id: Id }>(sql`
    UPDATE session_view SET ended_at = until_at, end_reason = 'over' WHERE ended_at IS NULL AND until_at <= ${ctx.now.toISOString()}
    RETURNING id, viewed_id, viewer_id`);
  for (const view of ended) await noteEnds(ctx, [view], 'over', view.viewer_id);
}

const noteEnds = (ctx: Context, views: readonly OpenView[], reason: EndReason, viewer?: Id): Promise<void> =>
  writeAudit(ctx, views.map((view) => ({
    action: 'view-as-end', object: 'session', recordId: view.viewed_id, detail: { view: view.id, reason, ...(viewer !== undefined && { viewer }) },
  })));

export interface ViewingShown {
  readonly id: Id;
  readonly by: string;
  readonly reason: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Who looked as this person in the last 90 days, the latest first: everybody may know it of themselves. */
export const listViewings = (ctx: Context, userId: Id): Promise<ViewingShown[]> => ctx.db.rows<ViewingShown>(sql`
  SELECT v.id, u.name AS by, v.reason, to_json(v.started_at) AS "startedAt",
    to_json(coalesce(v.ended_at, CASE WHEN v.until_at <= ${ctx.now.toISOString()} THEN v.until_at END)) AS "endedAt"
  FROM session_view v JOIN app_user u ON u.id = v.viewer_id
  WHERE v.viewed_id = ${userId} AND v.started_at > ${new Date(ctx.now.getTime() - 90 * 86_400_000).toISOString()}
  ORDER BY v.started_at DESC LIMIT 20`);
