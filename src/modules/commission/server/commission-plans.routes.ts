import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { closeApprovalElsewhere, requestApproval } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { daySchema, idSchema, okAnswer, plansAnswer, simulationAnswer, termsSchema } from './commission.answers.ts';
import { listPlans } from './plans/list-plans.ts';
import { PLAN_VERSION, planApproval } from './plans/plan-approval.ts';
import { approvePlan, createPlan, returnPlan, savePlanDraft, startPlanDraft, submitPlanDraft, withdrawPlanDraft } from './plans/plan-draft.ts';
import { simulatePlan } from './plans/simulate-plan.ts';

const tag = 'commission';
const params = z.strictObject({ id: idSchema });
const ok = { ok: true } as const;
const manage = { right: 'commission.manage' } as const;
const approve = { right: 'commission.approve' } as const;

/** The request in the inbox ends with what was decided on the plan's own page. */
const decided = (ctx: Context, version: Id, outcome: 'approved' | 'rejected') => closeApprovalElsewhere(ctx, planApproval, { object: PLAN_VERSION, id: version }, outcome);

/** Plans by version (RE-31): draft, simulation, submission, approval. */
export const planRoutes: readonly Route[] = [
  defineRoute({
    // Either right will do, which a declaration cannot say.
    method: 'GET', path: '/commission/plans', access: 'signed-in', kind: 'query', tag, summary: 'All plans with their versions', answer: plansAnswer,
    handle: async (ctx) => {
      if (!ctx.actor.rights.has('commission.manage') && !ctx.actor.rights.has('commission.approve')) throw fail('auth.forbidden', { right: 'commission.manage' });
      return { data: await listPlans(ctx) };
    },
  }),
  defineRoute({
    method: 'POST', path: '/commission/plans', access: manage, kind: 'action', tag, summary: 'A new plan with its first draft', status: 201, answer: z.object({ id: idSchema }),
    body: z.strictObject({ name: z.string().trim().min(1).max(80), siteId: idSchema.nullable(), terms: termsSchema }),
    handle: async (ctx, { body }) => ({ id: await createPlan(ctx, body) }),
  }),
  defineRoute({
    method: 'POST', path: '/commission/plans/:id/draft', access: manage, kind: 'action', tag, summary: 'Begin a draft', params, status: 201, answer: z.object({ number: z.number() }), body: z.strictObject({}),
    handle: async (ctx, input) => ({ number: await startPlanDraft(ctx, input.params.id) }),
  }),
  defineRoute({
    method: 'PUT', path: '/commission/plans/:id/draft', access: manage, kind: 'action', tag, summary: 'Save the draft', params, answer: z.object({ version: z.number() }),
    body: z.strictObject({ terms: termsSchema, version: z.number().int() }),
    handle: async (ctx, input) => ({ version: await savePlanDraft(ctx, input.params.id, input.body) }),
  }),
  defineRoute({
    method: 'DELETE', path: '/commission/plans/:id/draft', access: manage, kind: 'action', tag, summary: 'Give the draft up', params, answer: okAnswer,
    handle: async (ctx, input) => {
      await decided(ctx, await withdrawPlanDraft(ctx, input.params.id), 'rejected');
      return ok;
    },
  }),
  ...settlingRoutes(),
];

function settlingRoutes(): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', path: '/commission/plans/:id/submit', access: manage, kind: 'action', tag, summary: 'Submit the draft', params, answer: okAnswer,
      body: z.strictObject({ activeFrom: daySchema, note: z.string().trim().min(1).max(2_000) }),
      handle: async (ctx, input) => {
        const version = await submitPlanDraft(ctx, input.params.id, input.body);
        await requestApproval(ctx, { kind: planApproval, subject: { object: PLAN_VERSION, id: version }, note: input.body.note });
        return ok;
      },
    }),
    defineRoute({
      method: 'POST', path: '/commission/plans/:id/approve', access: approve, kind: 'action', tag, summary: 'Approve what was submitted', params, answer: okAnswer, body: z.strictObject({}),
      handle: async (ctx, input) => {
        await decided(ctx, await approvePlan(ctx, input.params.id), 'approved');
        return ok;
      },
    }),
    defineRoute({
      method: 'POST', path: '/commission/plans/:id/return', access: approve, kind: 'action', tag, summary: 'Return it for correction', params, answer: okAnswer,
      body: z.strictObject({ reason: z.string().trim().min(1).max(2_000) }),
      handle: async (ctx, input) => {
        await decided(ctx, await returnPlan(ctx, input.params.id, input.body.reason), 'rejected');
        return ok;
      },
    }),
    defineRoute({
      method: 'POST', path: '/commission/plans/:id/simulate', access: manage, kind: 'query', tag, summary: 'What a version would have paid in a period', params, answer: simulationAnswer,
      body: z.strictObject({ number: z.number().int(), from: daySchema, to: daySchema }),
      handle: (ctx, input) => simulatePlan(ctx, input.params.id, input.body.number, input.body),
    }),
  ];
}
