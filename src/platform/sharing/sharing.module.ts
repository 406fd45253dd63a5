import { z } from 'zod';
import { type Route, defineRoute } from '../http/route.ts';
import type { ServerModule } from '../modules/server-module.ts';
import { objectOf } from '../records/record-routes.ts';
import type { Services } from '../runtime/services.ts';
import { setSharing, sharingOf } from './sharing.ts';
import { sharedWithMe } from './shared-with-me.ts';
import { sharedWithMeAnswer, sharingAnswer } from './sharing.answers.ts';

const onRecord = z.object({ plural: z.string().max(80), id: z.uuid() });
const collaborator = z.strictObject({
  user: z.uuid().optional(),
  unit: z.uuid().optional(),
  level: z.enum(['read', 'write']),
  until: z.iso.datetime({ offset: true }).nullish(),
});
const shared = { access: 'records', tag: 'sharing' } as const;

const sharingRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/:plural/:id/sharing', kind: 'query', params: onRecord, summary: 'Who else sees the record', answer: sharingAnswer,
    handle: (ctx, { params }) => sharingOf(ctx, objectOf(ctx, params), params.id),
  }),
  defineRoute({
    ...shared, method: 'PUT', path: '/:plural/:id/sharing', kind: 'action', params: onRecord, summary: 'Make exactly these the collaborators', answer: sharingAnswer,
    body: z.strictObject({ collaborators: z.array(collaborator).max(100) }),
    handle: async (ctx, { params, body }) => {
      const def = objectOf(ctx, params);
      const { added } = await setSharing(ctx, def, params.id, body.collaborators);
      ctx.afterCommit(() => {
        for (const userId of added) {
          services.events.announce({ kind: 'personal', event: { userId, topic: 'shared', payload: { object: def.key, id: params.id } } });
        }
      });
      return sharingOf(ctx, def, params.id);
    },
  }),
  defineRoute({
    access: 'signed-in', tag: 'sharing', method: 'GET', path: '/shared-with-me', kind: 'query', summary: 'Records that others share with the caller', answer: sharedWithMeAnswer,
    handle: async (ctx) => ({ data: await sharedWithMe(ctx) }),
  }),
];

/** Sharing of single records (PL-30, UX-10). Rights read it on every request: a change holds from the next one on. */
export const sharingModule: ServerModule = { name: 'sharing', routes: sharingRoutes };
