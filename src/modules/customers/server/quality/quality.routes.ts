import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { listDuplicateGroups, markDifferent, reopenPair } from './duplicate-worklist.ts';
import { qualityBoard } from './quality-board.ts';
import { SCAN_JOB, SCORES_JOB, listRuns, startJob } from './quality-jobs.ts';
import { readRequirements, requirementsBody, writeRequirements } from './requirements.ts';
import { showCompleteness, verifyFields } from './verify-fields.ts';
import { nothing } from '#platform/http/answer.ts';
import { boardAnswer, completenessAnswer, requirementsAnswer, runsAnswer, scanAnswer, worklistAnswer } from './quality.answers.ts';

const onRecord = z.object({ id: z.uuid().toLowerCase() });
const tag = 'quality';

const requirementRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/quality/requirements', kind: 'query', access: { object: 'customer', action: 'read' }, tag,
    summary: 'Which fields this company requires, by kind of customer', answer: requirementsAnswer, handle: (ctx) => readRequirements(ctx.db),
  }),
  defineRoute({
    method: 'PUT', path: '/quality/requirements', kind: 'action', access: { right: 'admin.settings' }, tag, body: requirementsBody,
    summary: 'Replace the required fields; all scores are renewed in the background', answer: requirementsAnswer,
    handle: async (ctx, { body }) => {
      const next = await writeRequirements(ctx, body);
      await startJob(services, ctx, SCORES_JOB);
      return next;
    },
  }),
];

const recordRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/customers/:id/completeness', kind: 'query', access: { object: 'customer', action: 'read' }, tag,
    summary: 'What is missing or due for a check in a customer’s file', answer: completenessAnswer, params: onRecord,
    handle: (ctx, { params }) => showCompleteness(ctx, params.id),
  }),
  defineRoute({
    method: 'POST', path: '/customers/:id/verify', kind: 'action', access: { object: 'customer', action: 'update' }, tag,
    summary: 'Note that these fields were checked today', answer: completenessAnswer, params: onRecord,
    body: z.strictObject({ fields: z.array(z.string().max(100)).min(1).max(60) }),
    handle: (ctx, { params, body }) => verifyFields(ctx, params.id, body.fields),
  }),
];

const worklistRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/quality/board', kind: 'query', access: { object: 'customer', action: 'read' }, tag,
    summary: 'Completeness, duplicates and bad phones by owner or unit', answer: boardAnswer, query: z.strictObject({ groupBy: z.enum(['owner', 'unit']).default('owner') }),
    handle: async (ctx, { query }) => ({ data: await qualityBoard(ctx, query.groupBy) }),
  }),
  defineRoute({
    method: 'GET', path: '/quality/runs', kind: 'query', access: { object: 'customer', action: 'read' }, tag,
    summary: 'How far the scan for duplicates and the renewal of scores are', answer: runsAnswer, handle: async (ctx) => ({ data: await listRuns(ctx) }),
  }),
  defineRoute({
    method: 'POST', path: '/quality/duplicate-scan', kind: 'action', status: 202, access: { right: 'quality.board' }, tag,
    summary: 'Search all customers for likely duplicates in the background', answer: scanAnswer,
    handle: async (ctx) => ({ isStarted: await startJob(services, ctx, SCAN_JOB) }),
  }),
  defineRoute({
    method: 'GET', path: '/quality/duplicates', kind: 'query', access: { object: 'customer', action: 'merge' }, tag,
    summary: 'Groups of likely duplicates to work through', answer: worklistAnswer, query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    handle: async (ctx, { query }) => ({ data: await listDuplicateGroups(ctx, query.limit) }),
  }),
  defineRoute({
    method: 'POST', path: '/quality/duplicates/different', kind: 'action', access: { object: 'customer', action: 'merge' }, tag,
    summary: 'These two are not the same customer', answer: nothing, body: z.strictObject({ a: z.uuid().toLowerCase(), b: z.uuid().toLowerCase() }),
    handle: (ctx, { body }) => markDifferent(ctx, body.a, body.b),
  }),
  defineRoute({
    method: 'POST', path: '/quality/duplicates/reopen', kind: 'action', access: { object: 'customer', action: 'merge' }, tag,
    summary: 'Take “not the same” back', answer: nothing, body: z.strictObject({ a: z.uuid().toLowerCase(), b: z.uuid().toLowerCase() }),
    handle: (ctx, { body }) => reopenPair(ctx, body.a, body.b),
  }),
];

export const qualityRoutes = (services: Services): readonly Route[] =>
  [...requirementRoutes(services), ...recordRoutes, ...worklistRoutes(services)];
