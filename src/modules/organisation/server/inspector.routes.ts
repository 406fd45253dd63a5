import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { inspectAccess } from './queries/inspect-access.ts';
import { inspectionAnswer } from './inspector.answers.ts';

const query = z.strictObject({
  user: z.uuid().toLowerCase(),
  object: z.string().max(80),
  record: z.uuid().toLowerCase().optional(),
});

const mayInspect = ['admin.roles', 'admin.users', 'admin.audit'] as const;

/** The permission inspector (PL-31). Not for everybody: it tells that a record exists. */
export const inspectorRoute: Route = defineRoute({
  method: 'GET', path: '/inspector', access: 'signed-in', kind: 'query', tag: 'roles', query,
  summary: 'Why a person can, or cannot, see and treat a record', answer: inspectionAnswer,
  handle: async (ctx, { query }) => {
    if (!mayInspect.some((right) => ctx.actor.rights.has(right))) throw fail('auth.forbidden', { right: 'admin.roles' });
    const def = ctx.registry.object(query.object);
    if (def === undefined) throw fail('request.invalid', {}, [{ path: 'object', code: 'not-found', params: { value: query.object } }]);
    return inspectAccess(ctx, query.user, def, query.record);
  },
});
