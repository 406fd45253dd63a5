import { z } from 'zod';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { idSchema, penaltiesAnswer, penaltyDealsAnswer, previewAnswer, proposalSchema, proposedAnswer } from './commission.answers.ts';
import { listPenalties } from './penalties/list-penalties.ts';
import { penaltyDeals } from './penalties/penalty-deals.ts';
import { previewPenalty, proposePenalty } from './penalties/propose-penalty.ts';

const tag = 'commission';

/** Penalties by clause (RE-33). */
export const penaltyRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/commission/penalties', access: { object: 'commissionEntry', action: 'read' }, kind: 'query', tag, summary: 'Penalties in the caller’s scope', answer: penaltiesAnswer,
    handle: async (ctx) => ({ data: await listPenalties(ctx) }),
  }),
  defineRoute({
    method: 'GET', path: '/commission/penalties/deals', access: { right: 'commission.manage' }, kind: 'query', tag, summary: 'Deals that a person’s penalty can be about', answer: penaltyDealsAnswer,
    query: z.strictObject({ site: idSchema, user: idSchema }), handle: async (ctx, { query }) => ({ data: await penaltyDeals(ctx, query.site, query.user) }),
  }),
  defineRoute({
    method: 'POST', path: '/commission/penalties/preview', access: { right: 'commission.manage' }, kind: 'query', tag, summary: 'What the policy says, before anything is proposed', answer: previewAnswer, body: proposalSchema,
    handle: (ctx, { body }) => previewPenalty(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/commission/penalties', access: { right: 'commission.manage' }, kind: 'action', tag, summary: 'Propose a penalty for approval', status: 201, answer: proposedAnswer,
    body: proposalSchema.extend({ description: z.string().trim().min(1).max(1_000) }),
    handle: (ctx, { body }) => proposePenalty(ctx, body),
  }),
];
