import { z } from 'zod';
import { dayParts } from '../rules/day-part.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { bookVisit, raiseCase, rateAnswer, sayMore } from './cases/raise-case.ts';
import { idAnswer, portalCaseAnswer, portalCasesAnswer, raisedAnswer } from './portal.answers.ts';
import { requireAccount } from './portal-account.ts';
import { listPortalCases, showPortalCase } from './queries/show-portal-cases.ts';

const shared = { access: 'public', tag: 'portal' } as const;
const onCase = z.object({ id: z.uuid() });
const key = z.uuid();
const words = (max: number) => z.string().trim().min(1).max(max);

/** What a signed-in customer does in the portal (SE-31). The portal's own session is asked for in each. */
export const portalCaseRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/portal/cases', kind: 'query', summary: 'The customer’s cases, the newest first', answer: portalCasesAnswer,
    handle: async (ctx, { request }) => ({ data: await listPortalCases(ctx, await requireAccount(ctx, request)) }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/cases', kind: 'action', status: 201, summary: 'Raise a case; the same key again answers the same case', answer: raisedAnswer,
    body: z.strictObject({ key, caseType: z.uuid(), subject: words(200), description: words(4_000), place: z.string().trim().max(120).optional(), customer: z.uuid().optional() }),
    handle: async (ctx, { body, request }) => raiseCase(services, ctx, await requireAccount(ctx, request), body),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/visits', kind: 'action', status: 201, summary: 'Book a visit; the same key again answers the same case', answer: raisedAnswer,
    body: z.strictObject({ key, what: words(2_000), place: words(120), on: z.iso.date(), part: z.enum(dayParts), customer: z.uuid().optional() }),
    handle: async (ctx, { body, request }) => bookVisit(services, ctx, await requireAccount(ctx, request), body),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/portal/cases/:id', kind: 'query', params: onCase, summary: 'One case with its conversation', answer: portalCaseAnswer,
    handle: async (ctx, { params, request }) => showPortalCase(ctx, await requireAccount(ctx, request), params.id),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/cases/:id/messages', kind: 'action', status: 201, params: onCase, summary: 'Say more; the same key again answers the same message', answer: idAnswer,
    body: z.strictObject({ key, body: words(4_000) }),
    handle: async (ctx, { params, body, request }) => sayMore(services, ctx, await requireAccount(ctx, request), params.id, body),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/cases/:id/rating', kind: 'action', params: onCase, summary: 'Rate the answer, once a round', answer: nothing,
    body: z.strictObject({ score: z.int().min(1).max(5), isSolved: z.boolean(), words: z.string().trim().max(2_000).optional() }),
    handle: async (ctx, { params, body, request }) => rateAnswer(services, ctx, await requireAccount(ctx, request), params.id, body),
  }),
];
