import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { checkFilter } from '#platform/records/filter/filter-sql.ts';
import { handoverRules } from '../../rules/handover-draw.ts';
import { acceptHandover, declineHandover, undoHandover } from './answer-handover.ts';
import { type HandoverRequest, handOver, previewHandover } from './hand-over-customers.ts';
import { checkDraw, listHandovers, showHandover } from './list-handovers.ts';
import { acceptedAnswer, declinedAnswer, drawAnswer, handoverAnswer, handoversAnswer, previewAnswer, returnedAnswer } from './handover.answers.ts';

const id = z.uuid().toLowerCase();
const onHandover = z.object({ id });
const people = z.array(id).max(200).refine((list) => new Set(list).size === list.length);
const selection = { from: id, rule: z.enum(handoverRules), filter: z.unknown().optional() };
const previewBody = z.strictObject({ ...selection, to: people.default([]) });
const handoverBody = z.strictObject({
  ...selection, to: people.min(1), note: z.string().trim().max(4_000).optional(),
  keyAccountNotes: z.record(id, z.string().max(4_000)).optional(), acceptance: z.boolean().default(true),
});
const chosen = { customers: z.array(id).min(1).max(20_000).optional() };

const manage = { access: { right: 'handover.manage' }, tag: 'handover' } as const;
const receive = { access: { object: 'customer', action: 'read' }, tag: 'handover' } as const;

const withFilter = <T extends { readonly filter?: unknown }>({ filter, ...rest }: T) =>
  ({ ...rest, ...(filter !== undefined && filter !== null && { filter: checkFilter(filter) }) });

export const handoverRoutes: readonly Route[] = [
  defineRoute({
    ...manage, method: 'POST', path: '/handovers/preview', kind: 'query', summary: 'What a hand-over would move, and to whom', answer: previewAnswer, body: previewBody,
    handle: (ctx, { body }) => previewHandover(ctx, withFilter(body)),
  }),
  defineRoute({
    ...manage, method: 'POST', path: '/handovers', kind: 'action', status: 201, summary: 'Hand all customers of a person over to others', answer: handoverAnswer, body: handoverBody,
    handle: async (ctx, { body }) => {
      const request: HandoverRequest = withFilter(body);
      return showHandover(ctx, await handOver(ctx, request));
    },
  }),
  defineRoute({
    ...receive, method: 'GET', path: '/handovers', kind: 'query', summary: 'Hand-overs that concern the caller', answer: handoversAnswer,
    query: z.strictObject({ mine: z.enum(['true']).optional() }),
    handle: async (ctx, { query }) => ({ data: await listHandovers(ctx, query.mine === 'true') }),
  }),
  defineRoute({
    ...receive, method: 'GET', path: '/handovers/:id', kind: 'query', summary: 'A hand-over with its customers', answer: handoverAnswer, params: onHandover,
    handle: (ctx, { params }) => showHandover(ctx, params.id),
  }),
  defineRoute({
    ...receive, method: 'GET', path: '/handovers/:id/draw', kind: 'query', summary: 'Draw again with the recorded seed and compare', answer: drawAnswer, params: onHandover,
    handle: (ctx, { params }) => checkDraw(ctx, params.id),
  }),
  defineRoute({
    ...receive, method: 'POST', path: '/handovers/:id/accept', kind: 'action', summary: 'Take the customers on', answer: acceptedAnswer, params: onHandover,
    body: z.strictObject(chosen), handle: async (ctx, { params, body }) => ({ accepted: await acceptHandover(ctx, params.id, body.customers) }),
  }),
  defineRoute({
    ...receive, method: 'POST', path: '/handovers/:id/decline', kind: 'action', summary: 'Give the customers back to the manager', answer: declinedAnswer, params: onHandover,
    body: z.strictObject({ ...chosen, reason: z.string().trim().min(2).max(1_000) }),
    handle: async (ctx, { params, body }) => ({ declined: await declineHandover(ctx, params.id, body.customers, body.reason) }),
  }),
  defineRoute({
    ...receive, method: 'POST', path: '/handovers/:id/undo', kind: 'action', summary: 'Take back what nobody accepted yet', answer: returnedAnswer, params: onHandover,
    handle: async (ctx, { params }) => ({ returned: await undoHandover(ctx, params.id) }),
  }),
];
