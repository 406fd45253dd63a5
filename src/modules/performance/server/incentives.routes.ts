import { z } from 'zod';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { reactionKinds } from '../objects/performance.objects.ts';
import { incentivePack } from '../performance.packs.ts';
import { computeRun, draftRun } from './incentives/draft-run.ts';
import { correctEntry } from './incentives/correct-entry.ts';
import { listRuns, readEntries, readRun } from './incentives/read-incentives.ts';
import { dropRun, submitRun } from './incentives/submit-run.ts';
import { correctedAnswer, entriesAnswer, madeAnswer, runAnswer, runsAnswer, submittedAnswer, wallAnswer } from './performance.answers.ts';
import { hidePraise, passPraise, react, showPraise } from './recognitions/moderate.ts';
import { praiseColleague } from './recognitions/praise-colleague.ts';
import { readWall } from './recognitions/read-wall.ts';

const tag = 'performance';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,2})?$/);
const on = (action: 'create' | 'read' | 'update') => ({ object: 'incentiveRun', action }) as const;

/** Incentive runs and entries (SE-40). */
export const incentiveRoutes = ({ timeZone }: Pick<Services, 'timeZone'>): readonly Route[] => [
  defineRoute({ method: 'GET', path: '/performance/incentives', kind: 'query', access: on('read'), tag, summary: 'Incentive runs and the schemes', answer: runsAnswer, handle: (ctx) => listRuns(ctx) }),
  defineRoute({
    method: 'POST', path: '/performance/incentives/scheme', kind: 'action', status: 204, access: { right: 'service.manage' }, tag, summary: 'Put the shipped incentive scheme into use', answer: nothing, handle: (ctx) => installPack(ctx, incentivePack),
  }),
  defineRoute({
    method: 'POST', path: '/performance/incentives', kind: 'action', status: 201, access: on('create'), tag, summary: 'Draft a unit’s incentive for a month', answer: madeAnswer,
    body: z.strictObject({ month, unit: id, pack: z.string().min(1).max(80) }), handle: (ctx, { body }) => draftRun(ctx, body, timeZone),
  }),
  defineRoute({ method: 'GET', path: '/performance/incentives/:id', kind: 'query', access: on('read'), tag, summary: 'One incentive run with its lines', params, answer: runAnswer, handle: (ctx, input) => readRun(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/performance/incentives/:id/compute', kind: 'action', status: 204, access: on('update'), tag, summary: 'Compute a draft anew', params, answer: nothing, handle: (ctx, input) => computeRun(ctx, input.params.id, timeZone),
  }),
  defineRoute({
    method: 'POST', path: '/performance/incentives/:id/submit', kind: 'action', access: on('update'), tag, summary: 'Ask for approval of a draft', params, answer: submittedAnswer, handle: (ctx, input) => submitRun(ctx, input.params.id),
  }),
  defineRoute({ method: 'POST', path: '/performance/incentives/:id/drop', kind: 'action', status: 204, access: on('update'), tag, summary: 'Give a draft up', params, answer: nothing, handle: (ctx, input) => dropRun(ctx, input.params.id) }),
  defineRoute({
    method: 'GET', path: '/performance/people/:person/entries', kind: 'query', access: { object: 'incentiveEntry', action: 'read' }, tag, summary: 'A person’s incentive entries', params: z.object({ person: z.union([z.literal('me'), id]) }),
    answer: entriesAnswer, handle: (ctx, input) => readEntries(ctx, input.params.person),
  }),
  defineRoute({
    method: 'POST', path: '/performance/entries/:id/correct', kind: 'action', status: 201, access: on('create'), tag, summary: 'Propose a counter-entry', params, answer: correctedAnswer,
    body: z.strictObject({ points: decimal, amount: decimal, reason: z.string().trim().min(1).max(500) }), handle: (ctx, input) => correctEntry(ctx, input.params.id, input.body),
  }),
];

const wall = (action: 'create' | 'read' | 'update') => ({ object: 'recognition', action }) as const;

/** The recognition wall (SE-40). */
export const recognitionRoutes = ({ timeZone }: Pick<Services, 'timeZone'>): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/performance/wall', kind: 'query', access: wall('read'), tag, summary: 'Praise from customers and colleagues, the newest first', answer: wallAnswer,
    query: z.strictObject({ person: id.optional(), show: z.enum(['all', 'customer', 'colleague', 'hidden']).default('all'), before: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
    handle: (ctx, { query }) => readWall(ctx, query, timeZone),
  }),
  defineRoute({
    method: 'POST', path: '/performance/wall', kind: 'action', status: 201, access: wall('create'), tag, summary: 'Praise a colleague', answer: madeAnswer,
    body: z.strictObject({ person: id, words: z.string().trim().min(1).max(500), points: z.int().min(0).max(1000) }), handle: (ctx, { body }) => praiseColleague(ctx, body, timeZone),
  }),
  defineRoute({
    method: 'PUT', path: '/performance/wall/:id/reactions/:kind', kind: 'action', status: 204, access: wall('read'), tag, summary: 'React to a praise, or take the reaction back', params: z.object({ id, kind: z.enum(reactionKinds) }), answer: nothing,
    body: z.strictObject({ isOn: z.boolean() }), handle: (ctx, input) => react(ctx, input.params.id, input.params.kind, input.body.isOn),
  }),
  defineRoute({
    method: 'POST', path: '/performance/wall/:id/hide', kind: 'action', status: 204, access: wall('update'), tag, summary: 'Take a praise off the wall', params, answer: nothing,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }), handle: (ctx, input) => hidePraise(ctx, input.params.id, input.body.reason),
  }),
  defineRoute({
    method: 'POST', path: '/performance/wall/:id/person', kind: 'action', status: 204, access: wall('update'), tag, summary: 'Pass a praise to the person whom it is about', params, answer: nothing,
    body: z.strictObject({ person: id }), handle: (ctx, input) => passPraise(ctx, input.params.id, input.body.person),
  }),
  defineRoute({ method: 'POST', path: '/performance/wall/:id/show', kind: 'action', status: 204, access: wall('update'), tag, summary: 'Put a praise back on the wall', params, answer: nothing, handle: (ctx, input) => showPraise(ctx, input.params.id) }),
];
