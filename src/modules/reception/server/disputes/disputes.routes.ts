import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { candidatesAnswer, caseDealsAnswer, disputeFileAnswer, disputeOpenedAnswer, rulingAnswer } from './disputes.answers.ts';
import { claimable, openBody, openDispute, requireClaimable } from './open-dispute.ts';
import { evaluateDispute, factsBody, proposeRuling, replyToDispute, rulingBody, withdrawDispute } from './propose-ruling.ts';
import { contestedDeals } from './contested-deals.ts';
import { showDispute, shownDeal } from './show-dispute.ts';

const params = z.object({ id: z.uuid().toLowerCase() });
const open = { access: { object: 'dispute', action: 'create' }, tag: 'disputes' } as const;
const read = { access: { object: 'dispute', action: 'read' }, tag: 'disputes' } as const;
const judge = { access: { object: 'dispute', action: 'update' }, tag: 'disputes' } as const;

/** Disputes over ownership (RE-22); lists come from the records engine. */
export const disputeRoutes: readonly Route[] = [
  defineRoute({
    ...open, method: 'GET', path: '/dispute-candidates', kind: 'query', summary: 'Customers whom one may claim', answer: candidatesAnswer, query: z.strictObject({ q: z.string().trim().max(60).optional() }),
    handle: async (ctx, { query }) => ({ data: await claimable(ctx, query.q === undefined ? {} : { q: query.q }) }),
  }),
  defineRoute({
    ...open, method: 'GET', path: '/dispute-candidates/:id/deals', kind: 'query', summary: 'Deals of a customer whom one may claim, with what was settled of them', answer: caseDealsAnswer, params,
    handle: async (ctx, input) => {
      await requireClaimable(ctx, input.params.id);
      return { data: (await contestedDeals(ctx, { caseId: input.params.id, dealId: null })).map(shownDeal) };
    },
  }),
  defineRoute({ ...open, method: 'POST', path: '/disputes', kind: 'action', status: 201, summary: 'Open a dispute', answer: disputeOpenedAnswer, body: openBody, handle: async (ctx, { body }) => ({ id: await openDispute(ctx, body) }) }),
  defineRoute({ ...read, method: 'GET', path: '/disputes/:id/file', kind: 'query', summary: 'The case file of a dispute', answer: disputeFileAnswer, params, handle: (ctx, input) => showDispute(ctx, input.params.id) }),
  defineRoute({
    ...read, method: 'POST', path: '/disputes/:id/reply', kind: 'action', status: 204, summary: 'The respondent’s statement', answer: nothing, params, body: z.strictObject({ reply: z.string().trim().min(2).max(4_000) }),
    handle: (ctx, input) => replyToDispute(ctx, input.params.id, input.body.reply),
  }),
  defineRoute({ ...read, method: 'POST', path: '/disputes/:id/withdraw', kind: 'action', status: 204, summary: 'Take a dispute back', answer: nothing, params, handle: (ctx, input) => withdrawDispute(ctx, input.params.id) }),
  defineRoute({
    ...judge, method: 'PUT', path: '/disputes/:id/facts', kind: 'action', status: 204, summary: 'Ask the policy with the agreed facts', answer: nothing, params, body: factsBody,
    handle: (ctx, input) => evaluateDispute(ctx, input.params.id, input.body.facts),
  }),
  defineRoute({
    ...judge, method: 'POST', path: '/disputes/:id/ruling', kind: 'action', summary: 'Propose how it ends and ask for approval', answer: rulingAnswer, params, body: rulingBody,
    handle: async (ctx, input) => ({ approval: await proposeRuling(ctx, input.params.id, input.body) }),
  }),
];
