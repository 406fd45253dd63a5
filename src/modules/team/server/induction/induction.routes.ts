import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { inductionAnswer, inductionsAnswer, plannedStep } from './induction.answers.ts';
import { changeInduction, loadInductionPlan, saveInductionPlan, signStep, startInduction } from './run-induction.ts';
import { listInductions, showInduction } from './show-inductions.ts';

const tag = 'team';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const words = (max: number) => z.string().trim().max(max).transform((text) => (text === '' ? null : text)).nullable();
const madeAnswer = z.strictObject({ id: z.uuid() });

/** How newcomers begin (SE-40). */
export const inductionRoutes: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/team/inductions', kind: 'query', access: { object: 'induction', action: 'read' }, tag, summary: 'Inductions that the caller may see, and the plans', answer: inductionsAnswer, handle: (ctx) => listInductions(ctx) }),
  defineRoute({ method: 'GET', path: '/team/inductions/:id', kind: 'query', access: { object: 'induction', action: 'read' }, tag, summary: 'An induction with its steps', params, answer: inductionAnswer, handle: (ctx, input) => showInduction(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/team/inductions', kind: 'action', status: 201, access: { object: 'induction', action: 'create' }, tag, summary: 'Begin the induction of a newcomer', body: z.strictObject({ person: id, mentor: id, plan: id, startedOn: z.iso.date() }), answer: madeAnswer,
    handle: (ctx, { body }) => startInduction(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/team/inductions/:id/change', kind: 'action', access: { object: 'induction', action: 'update' }, tag, summary: 'Another mentor, or the end of it', params, body: z.strictObject({ mentor: id.nullable(), isCancelled: z.boolean() }), answer: nothing,
    handle: (ctx, input) => changeInduction(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/team/induction-steps/:id/sign', kind: 'action', access: { object: 'inductionStep', action: 'read' }, tag, summary: 'The mentor signs a step off', params, body: z.strictObject({ note: words(1_000) }), answer: nothing,
    handle: (ctx, input) => signStep(ctx, input.params.id, input.body.note),
  }),
  defineRoute({
    method: 'POST', path: '/team/induction-plans', kind: 'action', access: { object: 'inductionPlan', action: 'update' }, tag, summary: 'Save an induction plan; inductions that began keep their steps', answer: madeAnswer,
    body: z.strictObject({ id: id.optional(), name: z.string().trim().min(1).max(80), about: words(2_000), state: z.enum(['active', 'retired']), steps: z.array(plannedStep).min(1).max(80) }), handle: (ctx, { body }) => saveInductionPlan(ctx, body),
  }),
  defineRoute({ method: 'POST', path: '/team/induction-plans/load', kind: 'action', access: { object: 'inductionPlan', action: 'create' }, tag, summary: 'The plan that ships', answer: z.strictObject({ added: z.int() }), handle: (ctx) => loadInductionPlan(ctx) }),
];
