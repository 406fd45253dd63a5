import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { myPlan, planAnswer, planBody, planKinds, plansAnswer, savePlan, teamPlans } from './work-plans.ts';

const params = z.object({ kind: z.enum(planKinds), day: z.iso.date() });
const shared = { access: 'signed-in', tag: 'plans' } as const;

/** Day and week plans (RE-44): everybody their own, those of a site for whoever leads it. */
export const planRoutes: readonly Route[] = [
  defineRoute({ ...shared, method: 'GET', path: '/plans/:kind/:day', kind: 'query', summary: 'One’s own plan', params, answer: planAnswer, handle: (ctx, input) => myPlan(ctx, input.params.kind, input.params.day) }),
  defineRoute({ ...shared, method: 'PUT', path: '/plans/:kind/:day', kind: 'action', summary: 'Write one’s own plan', params, body: planBody, answer: planAnswer, handle: (ctx, input) => savePlan(ctx, input.params.kind, input.params.day, input.body) }),
  defineRoute({ ...shared, method: 'GET', path: '/plans/:kind/:day/team', kind: 'query', summary: 'Plans of the people of one’s sites', params, answer: plansAnswer, handle: (ctx, input) => teamPlans(ctx, input.params.kind, input.params.day) }),
];
