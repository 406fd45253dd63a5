import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { listMembers, saveMembers } from '../setup/queue-members.ts';
import { callerAnswer, caseMacrosAnswer, macroRunAnswer, queueMembersAnswer } from './desk.answers.ts';
import { findCaller } from './find-caller.ts';
import { runMacro, showMacros } from './run-macro.ts';

const tag = 'service';
const id = z.uuid().toLowerCase();
const params = z.object({ id });

/** The agent's desk: who is on the line, macros; queues for whoever sets it up. */
export const deskRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/service/caller', kind: 'query', access: { object: 'case', action: 'create' }, tag, summary: 'Who calls, and what is still open for them', answer: callerAnswer,
    query: z.strictObject({ phone: z.string().max(40).optional(), customer: id.optional() }), handle: (ctx, { query }) => findCaller(ctx, query),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/macros/:macro', kind: 'action', access: { object: 'case', action: 'update' }, tag, summary: 'Do what a macro says to a case', params: z.object({ id, macro: id }),
    answer: macroRunAnswer, handle: (ctx, input) => runMacro(ctx, input.params.id, input.params.macro),
  }),
  defineRoute({ method: 'GET', path: '/service/cases/:id/macros', kind: 'query', access: { object: 'case', action: 'read' }, tag, summary: 'The macros, filled in for a case', params, answer: caseMacrosAnswer, handle: (ctx, input) => showMacros(ctx, input.params.id) }),
  defineRoute({
    method: 'GET', path: '/service/queues/:id/members', kind: 'query', access: { object: 'serviceQueue', action: 'read' }, tag, summary: 'The people of a queue', params, answer: queueMembersAnswer,
    handle: (ctx, input) => listMembers(ctx, input.params.id),
  }),
  defineRoute({
    method: 'PUT', path: '/service/queues/:id/members', kind: 'action', status: 204, access: { object: 'serviceQueue', action: 'update' }, tag, summary: 'Say who works on a queue', params, answer: nothing,
    body: z.strictObject({ members: z.array(z.strictObject({ id, maxOpen: z.int().min(1).max(999).nullable() })).max(200) }), handle: (ctx, input) => saveMembers(ctx, input.params.id, input.body.members),
  }),
];
