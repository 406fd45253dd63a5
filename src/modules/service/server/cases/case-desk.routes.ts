import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import { circleAnswer } from '../desk/desk.answers.ts';
import { callWatcher, linkCases, showCircle, unlinkCases, watchCase } from './case-circle.ts';
import { correctCase, correctable } from './correct-case.ts';
import { retypeCase } from './retype-case.ts';

const tag = 'service';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const update = { object: 'case', action: 'update' } as const;
const read = { object: 'case', action: 'read' } as const;
const corrected = z.strictObject(Object.fromEntries(correctable.map((key) => [key, z.union([z.string().max(20_000), z.null()])]))).partial();

/** What is put right on a case, who watches it and what belongs with it. */
export const caseDeskRoutes: readonly Route[] = [
  defineRoute({
    method: 'PATCH', path: '/service/cases/:id', kind: 'action', access: update, tag, summary: 'Put right what was taken down', params, answer: nothing,
    body: corrected, handle: (ctx, input) => correctCase(ctx, input.params.id, input.body, versionOf(input)),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/type', kind: 'action', access: update, tag, summary: 'Say that a case is of another type', params, answer: nothing,
    body: z.strictObject({ caseType: id, reason: z.string().trim().min(1).max(500) }), handle: (ctx, input) => retypeCase(ctx, input.params.id, input.body),
  }),
  defineRoute({ method: 'GET', path: '/service/cases/:id/circle', kind: 'query', access: read, tag, summary: 'Who watches a case, and what belongs with it', params, answer: circleAnswer, handle: (ctx, input) => showCircle(ctx, input.params.id) }),
  defineRoute({
    method: 'PUT', path: '/service/cases/:id/watching', kind: 'action', access: read, tag, summary: 'Watch a case, or no longer', params, answer: nothing,
    body: z.strictObject({ isWatching: z.boolean() }), handle: (ctx, input) => watchCase(ctx, input.params.id, input.body.isWatching),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/watchers', kind: 'action', access: update, tag, summary: 'Have a colleague watch a case', params, answer: nothing,
    body: z.strictObject({ user: id }), handle: (ctx, input) => callWatcher(ctx, input.params.id, input.body.user),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/links', kind: 'action', access: update, tag, summary: 'Link a case that belongs with it', params, answer: nothing,
    body: z.strictObject({ other: id }), handle: (ctx, input) => linkCases(ctx, input.params.id, input.body.other),
  }),
  defineRoute({
    method: 'DELETE', path: '/service/cases/:id/links/:other', kind: 'action', access: update, tag, summary: 'Take a link away', params: z.object({ id, other: id }), answer: nothing,
    handle: (ctx, input) => unlinkCases(ctx, input.params.id, input.params.other),
  }),
];
