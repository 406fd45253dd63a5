import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { loadLibrary } from './actions/load-library.ts';
import { measureWait, saveSteps } from './actions/save-blueprint.ts';
import { makeTemplate, saveTemplate } from './actions/save-template.ts';
import { showBlueprint } from './queries/show-blueprint.ts';
import { listStandards, showTemplate } from './queries/show-library.ts';
import { waitMeasures } from './wait-measures.ts';
import { auditItem, blueprintAnswer, loadedAnswer, madeAnswer, numberAnswer, standardsAnswer, templateAnswer, waitMeasuresAnswer } from './standards.answers.ts';

const tag = 'standards';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const words = (max: number) => z.string().trim().max(max);

const template = { name: words(80).min(1), kind: z.enum(['mystery', 'phone']), state: z.enum(['active', 'retired']), items: z.array(auditItem).min(1).max(120) };
const step = z.strictObject({ id: id.optional(), name: words(60).min(1), moment: words(400), expectation: words(400), standards: z.array(id).max(20), waitTarget: z.int().min(0).max(10_000_000).nullable(), waitMeasure: z.string().max(80).nullable().optional() });

/** Library, templates and service circles (SE-20, SE-22). */
export const standardsRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/audits/library', kind: 'action', access: { object: 'standard', action: 'create' }, tag, summary: 'Load the shipped standards, templates and service circles', answer: loadedAnswer, handle: (ctx) => loadLibrary(ctx),
  }),
  defineRoute({
    method: 'GET', path: '/audits/standards', kind: 'query', access: { object: 'standard', action: 'read' }, tag, summary: 'All standards by area', answer: standardsAnswer, handle: (ctx) => listStandards(ctx),
  }),
  defineRoute({
    method: 'GET', path: '/audits/templates/:id', kind: 'query', access: { object: 'auditTemplate', action: 'read' }, tag, summary: 'A template with its items', params, answer: templateAnswer,
    handle: (ctx, input) => showTemplate(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/audits/templates', kind: 'action', status: 201, access: { object: 'auditTemplate', action: 'create' }, tag, summary: 'A new audit template', body: z.strictObject(template), answer: madeAnswer,
    handle: (ctx, { body }) => makeTemplate(ctx, body),
  }),
  defineRoute({
    method: 'PUT', path: '/audits/templates/:id', kind: 'action', access: { object: 'auditTemplate', action: 'update' }, tag, summary: 'Change a template; changed items are its next version', params, answer: numberAnswer,
    body: z.strictObject({ ...template, number: z.int() }), handle: (ctx, input) => saveTemplate(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'GET', path: '/audits/wait-measures', kind: 'query', access: { object: 'blueprint', action: 'read' }, tag, summary: 'The times that a moment of truth may take as its wait', answer: waitMeasuresAnswer,
    handle: () => Promise.resolve({ data: waitMeasures().map(({ key, label }) => ({ key, label })) }),
  }),
  defineRoute({
    method: 'GET', path: '/audits/blueprints/:id', kind: 'query', access: { object: 'blueprint', action: 'read' }, tag, summary: 'A service circle with waits and latest scores', params, answer: blueprintAnswer,
    handle: (ctx, input) => showBlueprint(ctx, input.params.id),
  }),
  defineRoute({
    method: 'PUT', path: '/audits/blueprints/:id/steps', kind: 'action', access: { object: 'blueprint', action: 'update' }, tag, summary: 'The steps of a service circle in their order', params, answer: nothing,
    body: z.strictObject({ version: z.int(), steps: z.array(step).max(40) }), handle: (ctx, input) => saveSteps(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/audits/blueprints/:id/waits', kind: 'action', access: { object: 'blueprint', action: 'update' }, tag, summary: 'Write down a measured wait', params, answer: nothing,
    body: z.strictObject({ step: id, seconds: z.int().min(0).max(10_000_000), measuredOn: z.iso.date() }), handle: (ctx, input) => measureWait(ctx, input.params.id, input.body),
  }),
];
