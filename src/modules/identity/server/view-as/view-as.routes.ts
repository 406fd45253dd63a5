import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { endView, listViewings, startView } from './view-as.ts';
import { nothing } from '#platform/http/answer.ts';
import { viewAsAnswer, viewingsAnswer } from '../answers/role.answers.ts';

const shared = { tag: 'auth', kind: 'action' } as const;

/** Looking at the product as another person sees it (UX-14). */
export const viewAsRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/view-as', access: { right: 'admin.viewAs' }, isFreshNeeded: true,
    body: z.strictObject({ user: z.uuid().toLowerCase(), reason: z.string().trim().min(2).max(200) }),
    summary: 'Look as this person for half an hour; nothing can be changed meanwhile', answer: viewAsAnswer,
    handle: (ctx, { body }) => startView(services, ctx, body.user, body.reason),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/view-as/end', access: 'signed-in', summary: 'Back to oneself', answer: nothing,
    handle: async (ctx) => {
      if (ctx.actor.sessionId !== undefined) await endView(services, ctx, ctx.actor.sessionId, 'back');
    },
  }),
  defineRoute({
    tag: 'auth', method: 'GET', path: '/auth/viewings', access: 'signed-in', kind: 'query', summary: 'Who looked as oneself in the last 90 days', answer: viewingsAnswer,
    handle: async (ctx) => ({ data: await listViewings(ctx, ctx.actor.userId) }),
  }),
];
