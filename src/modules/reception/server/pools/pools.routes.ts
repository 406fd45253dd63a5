import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { nothing } from '#platform/http/answer.ts';
import { problemBody } from '#platform/http/problem.ts';
import { type Route, RawJson, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { claimCustomer } from './claim-customer.ts';
import { listPools, poolCustomers } from './list-pools.ts';
import { claimedAnswer, policyPacksAnswer, poolCustomersAnswer, poolsAnswer, refusalsAnswer, savedPoolAnswer } from './pools.answers.ts';
import { poolRefusals } from './pool-refusals.ts';
import { releaseCustomer } from './release-customer.ts';
import { deletePool, poolBody, poolPacks, savePool } from './save-pool.ts';

const id = z.uuid().toLowerCase();
const onId = z.object({ id });
const look = { access: { right: 'pools.claim' }, tag: 'pools' } as const;
const manage = { access: { right: 'pools.manage' }, tag: 'pools' } as const;

/** Public pools (UX-18). */
export const poolRoutes = ({ timeZone }: Pick<Services, 'timeZone'>): readonly Route[] => [
  defineRoute({ ...look, method: 'GET', path: '/pools', kind: 'query', summary: 'Public pools in reach', answer: poolsAnswer, handle: (ctx) => listPools(ctx, timeZone) }),
  defineRoute({
    ...look, method: 'GET', path: '/pools/:id/customers', kind: 'query', summary: 'Who waits in a pool, without contacts', answer: poolCustomersAnswer, params: onId,
    query: z.strictObject({ before: id.optional() }), handle: (ctx, { params, query }) => poolCustomers(ctx, params.id, query.before),
  }),
  defineRoute({
    ...manage, method: 'GET', path: '/pools/:id/refusals', kind: 'query', summary: 'Claims that a clause refused in the last ninety days', answer: refusalsAnswer, params: onId,
    handle: (ctx, { params }) => poolRefusals(ctx, params.id),
  }),
  defineRoute({
    ...look, method: 'POST', path: '/pool-stays/:id/claim', kind: 'action', summary: 'Claim a customer, or give them to somebody', answer: claimedAnswer, params: onId,
    body: z.strictObject({ to: id.optional() }),
    handle: async (ctx, { params, body }) => {
      const to = body.to ?? ctx.actor.userId;
      if (to !== ctx.actor.userId && !ctx.actor.rights.has('pools.manage')) throw fail('auth.forbidden', { right: 'pools.manage' });
      const answer = await claimCustomer(ctx, params.id, to, timeZone);
      // Not thrown: the refusal and its decision stay on record, so the transaction is kept.
      return 'refusal' in answer ? new RawJson(JSON.stringify(problemBody(answer.refusal, ctx.locale, ctx.requestId)), answer.refusal.status) : answer;
    },
  }),
  defineRoute({
    method: 'POST', path: '/customers/:id/pool-release', access: { object: 'customer', action: 'update' }, tag: 'pools', kind: 'action', summary: 'Give a customer to the pool',
    params: onId, body: z.strictObject({ reason: z.string().trim().min(2).max(500) }), answer: z.strictObject({ isReleased: z.boolean() }),
    handle: async (ctx, { params, body }) => {
      const customer = ctx.registry.object('customer');
      if (customer === undefined) throw fail('record.not-found');
      await requireRecord(ctx, customer, 'update', params.id);
      return { isReleased: await releaseCustomer(ctx, { customerId: params.id, note: body.reason, timeZone }) };
    },
  }),
  defineRoute({ ...manage, method: 'GET', path: '/pool-packs', kind: 'query', summary: 'Policy packs with a release rule', answer: policyPacksAnswer, handle: async (ctx) => ({ data: await poolPacks(ctx) }) }),
  defineRoute({
    ...manage, method: 'POST', path: '/pools', kind: 'action', status: 201, summary: 'Add a pool', answer: savedPoolAnswer, body: poolBody,
    handle: async (ctx, { body }) => ({ id: await savePool(ctx, undefined, body) }),
  }),
  defineRoute({
    ...manage, method: 'PUT', path: '/pools/:id', kind: 'action', summary: 'Change a pool', answer: savedPoolAnswer, params: onId, body: poolBody,
    handle: async (ctx, { params, body }) => ({ id: await savePool(ctx, params.id, body) }),
  }),
  defineRoute({ ...manage, method: 'DELETE', path: '/pools/:id', kind: 'action', status: 204, summary: 'Take an empty pool away', answer: nothing, params: onId, handle: (ctx, { params }) => deletePool(ctx, params.id) }),
];
