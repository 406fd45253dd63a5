import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { askForImprovement, finishImprovement } from './actions/improve.ts';
import { planAudits } from './actions/plan-audits.ts';
import { startAudit, submitAudit } from './actions/run-audit.ts';
import { cancelAudit, confirmAudit, returnAudit } from './actions/settle-audit.ts';
import { showReport } from './queries/audit-report.ts';
import { showResults } from './queries/audit-results.ts';
import { listMine, showSheet } from './queries/audit-sheet.ts';
import { listImprovements } from './queries/list-improvements.ts';
import { planChoices } from './queries/show-library.ts';
import { choicesAnswer, improvementsAnswer, madeAnswer, mineAnswer, planAnswer, reportAnswer, resultsAnswer, sheetAnswer, startedAnswer, submittedAnswer } from './standards.answers.ts';

const tag = 'standards';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const day = z.iso.date();
/** Seconds that the device kept the audit for want of a network; a header, because it grows with every try. */
const WAITED = 'x-zhike-waited';

const may = (action: 'read' | 'create' | 'update' | 'assign') => ({ object: 'serviceAudit', action }) as const;

const running: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/audits/planning', kind: 'query', access: may('create'), tag, summary: 'What a plan of audits may choose from', answer: choicesAnswer, handle: (ctx) => planChoices(ctx),
  }),
  defineRoute({
    method: 'POST', path: '/audits/plan', kind: 'action', access: may('create'), tag, summary: 'Share audits out in turn, nobody their own unit', answer: planAnswer,
    body: z.strictObject({
      template: id, places: z.array(z.strictObject({ unit: id, site: id.optional() })).min(1).max(100), auditors: z.array(id).min(1).max(50), days: z.array(day).min(1).max(24), isPreview: z.boolean(),
    }),
    handle: (ctx, { body }) => planAudits(ctx, body),
  }),
  defineRoute({
    method: 'GET', path: '/audits/mine', kind: 'query', access: may('read'), tag, summary: 'The caller’s audits, and what waits for confirmation', answer: mineAnswer, handle: (ctx) => listMine(ctx),
  }),
  defineRoute({
    method: 'GET', path: '/audits/:id/sheet', kind: 'query', access: may('read'), tag, summary: 'What an audit asks, with what was answered', params, answer: sheetAnswer, handle: (ctx, input) => showSheet(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/audits/:id/start', kind: 'action', access: may('update'), tag, summary: 'Begin an audit: it keeps this version of its template', params, answer: startedAnswer, handle: (ctx, input) => startAudit(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/audits/:id/submit', kind: 'action', access: may('update'), tag, summary: 'Hand in a filled-in audit; the same key again has no second effect', params, answer: submittedAnswer,
    body: z.strictObject({
      key: z.uuid().toLowerCase(), templateNumber: z.int(), note: z.string().trim().max(5_000),
      answers: z.array(z.strictObject({ key: z.string().max(40), value: z.number().min(0).max(1_000_000).nullable(), comment: z.string().max(2_000), photos: z.array(id).max(12) })).max(120),
    }),
    handle: (ctx, input) => submitAudit(ctx, input.params.id, input.body, Number(input.headers[WAITED] ?? 0) || 0),
  }),
];

const settled: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/audits/:id/confirm', kind: 'action', access: may('assign'), tag, summary: 'Confirm an audit: the audited unit may read it', params, answer: nothing, handle: (ctx, input) => confirmAudit(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/audits/:id/return', kind: 'action', access: may('assign'), tag, summary: 'Send an audit back to its auditor', params, answer: nothing, body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    handle: (ctx, input) => returnAudit(ctx, input.params.id, input.body.reason),
  }),
  defineRoute({
    method: 'POST', path: '/audits/:id/cancel', kind: 'action', access: may('assign'), tag, summary: 'Take a planned audit off', params, answer: nothing, handle: (ctx, input) => cancelAudit(ctx, input.params.id),
  }),
  defineRoute({
    method: 'GET', path: '/audits/:id/report', kind: 'query', access: may('read'), tag, summary: 'An audit with what its numbers are made of', params, answer: reportAnswer, handle: (ctx, input) => showReport(ctx, input.params.id),
  }),
  defineRoute({
    method: 'GET', path: '/audits/results', kind: 'query', access: may('read'), tag, summary: 'Four-type map, trends and missed items of a period', answer: resultsAnswer,
    query: z.strictObject({ from: day, to: day, unit: id.optional(), kind: z.enum(['mystery', 'phone']).optional() }), handle: (ctx, { query }) => showResults(ctx, query),
  }),
];

const improvements: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/audits/improvements', kind: 'query', access: { object: 'auditAction', action: 'read' }, tag, summary: 'Improvements, the most overdue first', answer: improvementsAnswer, handle: (ctx) => listImprovements(ctx),
  }),
  defineRoute({
    method: 'POST', path: '/audits/:id/improvements', kind: 'action', status: 201, access: { object: 'auditAction', action: 'create' }, tag, summary: 'Ask for an improvement after an audit', params, answer: madeAnswer,
    body: z.strictObject({ subject: z.string().trim().min(1).max(200), plan: z.string().trim().max(2_000).optional(), item: z.string().max(40).optional(), owner: id, dueOn: day }),
    handle: (ctx, input) => askForImprovement(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/audits/improvements/:id/finish', kind: 'action', access: { object: 'auditAction', action: 'update' }, tag, summary: 'Say that an improvement is done', params, answer: nothing,
    body: z.strictObject({ result: z.string().trim().min(1).max(2_000) }), handle: (ctx, input) => finishImprovement(ctx, input.params.id, input.body.result),
  }),
];

/** Audits and what follows from them (SE-21). */
export const auditsRoutes: readonly Route[] = [...running, ...settled, ...improvements];
