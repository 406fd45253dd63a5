import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Actor } from '#platform/context/actor.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { loadActor } from '../load-actor.ts';
import type { BaseServices } from '../own-action.ts';
import { isBeyond } from './beyond-rights.ts';
import { endView, endViewsThatAreOver } from './view-as.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What leads out of a look; such requests are the viewer's own. */
const WAYS_OUT = new Set(['/api/v1/auth/logout', '/api/v1/view-as/end']);

/** A session that looks as somebody else: both actors, and when it ends at the latest (milliseconds). */
export interface Look {
  readonly own: Actor;
  readonly actor: Actor;
  readonly until: number;
}

interface ViewRow {
  readonly viewed_id: Id;
  readonly until_at: string;
}

/** The open look of a session; one that is over, or whose rights do not hold any more, is ended here. */
export async function openLook(services: BaseServices, own: Actor & { readonly sessionId: Id }): Promise<Look | undefined> {
  const now = services.clock();
  const row = await services.database.maybe<ViewRow>(sql`
    SELECT viewed_id, until_at FROM session_view WHERE session_id = ${own.sessionId} AND ended_at IS NULL`);
  if (row === undefined) return undefined;
  const until = Date.parse(row.until_at);
  const options = { actor: own };
  if (until <= now.getTime()) {
    await runAction(services as Services, options, endViewsThatAreOver);
    return undefined;
  }
  const person = await loadActor(services.database, services.registry(), row.viewed_id, now);
  if (person === undefined || !own.rights.has('admin.viewAs') || isBeyond(own, person.actor, services.registry())) {
    await runAction(services as Services, options, (ctx) => endView(services, ctx, own.sessionId, 'rights'));
    return undefined;
  }
  const viewedBy = { id: own.userId, name: own.name, until: new Date(until).toISOString() };
  return { own, actor: { ...person.actor, sessionId: own.sessionId, viewedBy }, until };
}

/**
 * Who a request of a looking session is: the person for everything that reads, the viewer on the ways out, and nobody
 * for whatever else would write: refused here, before any route is asked (UX-14). Error: auth.view-only.
 */
export async function actorOfLook(services: BaseServices, request: FastifyRequest, look: Look): Promise<Actor> {
  if (SAFE_METHODS.has(request.method)) return look.actor;
  const route = request.routeOptions.url ?? '';
  if (WAYS_OUT.has(route)) return look.own;
  if (route.endsWith('/reveal')) await noteRefusedReveal(services, request, look);
  throw fail('auth.view-only', { name: look.actor.name });
}

function noteRefusedReveal(services: BaseServices, request: FastifyRequest, look: Look): Promise<void> {
  const field = isJsonObject(request.body) && typeof request.body['field'] === 'string' ? request.body['field'].slice(0, 100) : null;
  return runAction(services as Services, { actor: look.own, requestId: request.id, ip: request.ip }, (ctx) => writeAudit(ctx, [{
    action: 'reveal', isOk: false, detail: { address: request.url.slice(0, 200), field, reason: 'view-as', viewedAs: look.actor.userId },
  }]));
}
