import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { standings } from '../pools/customer-standing.ts';
import { customerSheetAnswer, followUpsAnswer, prospectClasses } from './follow-up.answers.ts';
import { closeSheet, setClass } from './set-class.ts';
import { listSheets } from './sheet-rows.ts';

const onCustomer = z.object({ id: z.uuid().toLowerCase() });
const read = { access: { object: 'customer', action: 'read' }, tag: 'follow-up' } as const;
const change = { access: { object: 'customer', action: 'update' }, tag: 'follow-up' } as const;

function customerOf(ctx: Context) {
  const def = ctx.registry.object('customer');
  if (def === undefined) throw fail('record.not-found');
  return def;
}

async function showSheet(ctx: Context, id: Id, timeZone: string) {
  const def = customerOf(ctx);
  await requireRecord(ctx, def, 'read', id);
  const [sheet] = (await listSheets(ctx, def, { who: 'all', state: 'all', customer: id }, timeZone)).data;
  const mayChange = ctx.actor.grants.get('customer')?.has('update') === true && (await allowedIds(ctx, def, 'update', [id])).has(id);
  return { sheet: sheet ?? null, mayChange, hasPool: (await standings(ctx.db, ctx.now, timeZone, { id })).length > 0 };
}

/** Follow-up sheets (RE-23). */
export const followUpRoutes = ({ timeZone }: Pick<Services, 'timeZone'>): readonly Route[] => [
  defineRoute({
    ...read, method: 'GET', path: '/follow-ups', kind: 'query', summary: 'Follow-ups due, overdue, or all', answer: followUpsAnswer,
    query: z.strictObject({ who: z.enum(['mine', 'all']).default('mine'), state: z.enum(['due', 'overdue', 'all']).default('due') }),
    handle: (ctx, { query }) => listSheets(ctx, customerOf(ctx), query, timeZone),
  }),
  defineRoute({
    ...read, method: 'GET', path: '/customers/:id/follow-up-sheet', kind: 'query', summary: 'The follow-up sheet of a customer', answer: customerSheetAnswer, params: onCustomer,
    handle: (ctx, { params }) => showSheet(ctx, params.id, timeZone),
  }),
  defineRoute({
    ...change, method: 'PUT', path: '/customers/:id/follow-up-sheet', kind: 'action', status: 204, summary: 'Set the class of a customer', answer: nothing, params: onCustomer,
    body: z.strictObject({ class: z.enum(prospectClasses) }),
    handle: async (ctx, { params, body }) => {
      await requireRecord(ctx, customerOf(ctx), 'update', params.id);
      await setClass(ctx, params.id, body.class, timeZone);
    },
  }),
  defineRoute({
    ...change, method: 'DELETE', path: '/customers/:id/follow-up-sheet', kind: 'action', status: 204, summary: 'Close the follow-up sheet', answer: nothing, params: onCustomer,
    handle: async (ctx, { params }) => {
      await requireRecord(ctx, customerOf(ctx), 'update', params.id);
      await closeSheet(ctx, params.id);
    },
  }),
];
