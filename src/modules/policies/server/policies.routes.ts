import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { startOfDay } from '#kernel/period.ts';
import { factValuesSchema, policyModelSchema } from '#meta/decisions/model-schema.ts';
import { closeApprovalElsewhere, requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { evaluatePolicy } from '#platform/decisions/decide-policy.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { saveDraft, startDraft, withdrawDraft } from './actions/change-draft.ts';
import { approveVersion, returnVersion, submitDraft } from './actions/settle-version.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluationAnswer, modelAnswer, numberAnswer, okAnswer, policyAnswer, simulationAnswer, versionAnswer } from './policy.answers.ts';
import { policyApproval, refuseOwn } from './policy-approval.ts';
import { readModel, readPolicy } from './queries/read-policies.ts';
import { simulateDraft } from './queries/simulate-draft.ts';

const params = z.strictObject({ key: z.string().max(160) });
const isoDay = z.iso.date();
const ok = { ok: true } as const;
const tag = 'policies';

/** The life of one policy: versions, draft, submission, approval, what-if, simulation (PL-40). */
export const policyRoutes = (catalogue: Catalogue, timeZone: string): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/policies/:key', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'A policy and its versions', params, answer: policyAnswer,
    handle: async (ctx, { params: { key } }) => {
      const policy = await readPolicy(ctx.db, key, ctx.now);
      const point = catalogue.points.get(policy.point);
      return { ...policy, offers: point ? { facts: point.facts, results: point.results } : null };
    },
  }),
  defineRoute({
    method: 'GET', path: '/policies/:key/versions/:number', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'The model of one version',
    params: params.extend({ number: z.coerce.number().int().min(1) }), answer: modelAnswer,
    handle: async (ctx, { params: { key, number } }) => ({ model: await readModel(ctx.db, key, number) }),
  }),
  defineRoute({
    method: 'POST', path: '/policies/:key/draft', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Begin a draft', params, status: 201, answer: numberAnswer,
    body: z.strictObject({ basedOn: z.number().int().min(1).optional() }),
    handle: async (ctx, { params: { key }, body }) => ({ number: await startDraft(ctx, key, body.basedOn) }),
  }),
  defineRoute({
    method: 'PUT', path: '/policies/:key/draft', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Save the draft', params, answer: versionAnswer,
    bodyLimit: 5_000_000, body: z.strictObject({ model: policyModelSchema, note: z.string().max(2_000).optional(), version: z.number().int() }),
    handle: async (ctx, { params: { key }, body }) => ({ version: await saveDraft(ctx, key, body) }),
  }),
  defineRoute({
    method: 'DELETE', path: '/policies/:key/draft', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Give the draft up', params, answer: okAnswer,
    handle: async (ctx, { params: { key } }) => {
      await withdrawDraft(ctx, key);
      return ok;
    },
  }),
  ...settlingRoutes(catalogue, timeZone),
  ...tryingRoutes(timeZone),
];

const settlingRoutes = (catalogue: Catalogue, timeZone: string): readonly Route[] => [
  defineRoute({
    method: 'POST', path: '/policies/:key/draft/submit', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Submit the draft for approval', params, answer: okAnswer,
    body: z.strictObject({ activeFrom: isoDay, note: z.string().min(1).max(2_000) }),
    handle: async (ctx, { params: { key }, body }) => {
      const { point } = await readPolicy(ctx.db, key, ctx.now);
      const id = await submitDraft(ctx, key, catalogue.points.get(point), { ...body, timeZone });
      await requestApproval(ctx, { kind: policyApproval, subject: { object: 'policyVersion', id }, note: body.note });
      return ok;
    },
  }),
  defineRoute({
    method: 'POST', path: '/policies/:key/approve', access: { right: 'policies.approve' }, kind: 'action', tag, summary: 'Approve the submitted version', params, answer: okAnswer,
    body: z.strictObject({}),
    handle: async (ctx, { params: { key } }) => {
      await refuseOwn(ctx, key);
      const id = await approveVersion(ctx, key);
      await closeApprovalElsewhere(ctx, policyApproval, { object: 'policyVersion', id }, 'approved');
      return ok;
    },
  }),
  defineRoute({
    method: 'POST', path: '/policies/:key/return', access: { right: 'policies.approve' }, kind: 'action', tag, summary: 'Return the submitted version for correction', params, answer: okAnswer,
    body: z.strictObject({ reason: z.string().min(1).max(2_000) }),
    handle: async (ctx, { params: { key }, body }) => {
      const id = await returnVersion(ctx, key, body.reason);
      await closeApprovalElsewhere(ctx, policyApproval, { object: 'policyVersion', id }, 'rejected');
      return ok;
    },
  }),
];

const tryingRoutes = (timeZone: string): readonly Route[] => [
  defineRoute({
    method: 'POST', path: '/policies/:key/evaluate', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'Ask the policy without leaving a record', params, answer: evaluationAnswer,
    body: z.strictObject({ facts: factValuesSchema, at: z.iso.datetime({ offset: true }).optional() }),
    handle: async (ctx, { params: { key }, body }) => {
      const { decision, policy } = await evaluatePolicy(ctx, { policy: key, facts: body.facts, at: body.at === undefined ? ctx.now : new Date(body.at) });
      return { number: policy.number, activeFrom: policy.activeFrom, ...decision } as unknown as z.infer<typeof evaluationAnswer>;
    },
  }),
  defineRoute({
    method: 'POST', path: '/policies/:key/simulate', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'What the draft would have changed in a period', params, answer: simulationAnswer,
    body: z.strictObject({ from: isoDay, to: isoDay, number: z.number().int().optional() }),
    handle: async (ctx, { params: { key }, body }) => {
      if (body.from > body.to) throw fail('request.invalid', {}, [{ path: 'to', code: 'too-small', params: { min: body.from } }]);
      const to = new Date(startOfDay(body.to, timeZone).getTime() + 86_400_000);
      return simulateDraft(ctx, key, { from: startOfDay(body.from, timeZone), to }, body.number);
    },
  }),
];
