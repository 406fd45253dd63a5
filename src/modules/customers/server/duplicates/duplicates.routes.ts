import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { visibleFields } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { loadFull } from '#platform/records/get-record.ts';
import { sealValues } from '#platform/records/to-columns.ts';
import { validateValues } from '#platform/records/validate-values.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { answerAccessRequest, listAccessRequests, requestAccess } from './access-requests.ts';
import { factsOf } from './duplicate-facts.ts';
import { findDuplicates } from './find-duplicates.ts';
import { type ShownDuplicate, presentDuplicates } from './present-duplicates.ts';
import { nothing } from '#platform/http/answer.ts';
import { duplicatesAnswer, requestedAnswer, requestsAnswer } from './duplicates.answers.ts';

/**
 * Candidates for what stands in a form (CU-10, UX-8). Half-typed values are passed over; fields that do not exist for
 * the person are refused. With `id` the record's own visible values complete what is given.
 */
async function suggestDuplicates(ctx: Context, input: Readonly<Record<string, unknown>>, id: Id | undefined): Promise<ShownDuplicate[]> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const { values, issues } = validateValues(def, input, { actor: ctx.actor, isCreate: false });
  const unknown = issues.filter(({ code }) => code === 'unknown');
  if (unknown.length > 0) throw fail('request.unknown-field', {}, unknown);
  let own: Readonly<Record<string, unknown>> = {};
  if (id !== undefined) {
    if (!(await allowedIds(ctx, def, 'read', [id])).has(id)) throw fail('record.not-found');
    const [record] = await loadFull(ctx, def, [id]);
    const keys = new Set(visibleFields(ctx.actor, def).map(({ key }) => key));
    own = Object.fromEntries(Object.entries(record?.values ?? {}).filter(([key]) => keys.has(key)));
  }
  const facts = factsOf({ ...own, ...sealValues(ctx.secrets, def, values) });
  return presentDuplicates(ctx, await findDuplicates(ctx.db, facts, { exceptId: id }));
}

const onRequest = z.object({ id: z.uuid().toLowerCase() });

export const duplicateRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/customers/duplicates', kind: 'query', access: { object: 'customer', action: 'create' }, tag: 'customers',
    summary: 'Customers that may be the same as what is being entered', answer: duplicatesAnswer,
    body: z.strictObject({ values: z.record(z.string().max(100), z.unknown()), id: z.uuid().toLowerCase().optional() }),
    handle: async (ctx, { body }) => ({ data: await suggestDuplicates(ctx, body.values, body.id) }),
  }),
  defineRoute({
    method: 'POST', path: '/customers/duplicates/request-access', kind: 'action', access: { object: 'customer', action: 'create' },
    tag: 'customers', status: 201, summary: 'Ask the owner of a customer outside one’s scope for access', answer: requestedAnswer,
    body: z.strictObject({ ticket: z.string().max(2_000), note: z.string().trim().max(1_000).optional() }),
    handle: (ctx, { body }) => requestAccess(ctx, body.ticket, body.note),
  }),
  defineRoute({
    method: 'GET', path: '/access-requests', kind: 'query', access: { object: 'customer', action: 'read' }, tag: 'customers',
    summary: 'Requests for access that the caller made or may answer', answer: requestsAnswer,
    handle: async (ctx) => ({ data: await listAccessRequests(ctx) }),
  }),
  defineRoute({
    method: 'POST', path: '/access-requests/:id/answer', kind: 'action', access: { object: 'customer', action: 'share' }, tag: 'customers',
    summary: 'Grant or decline a request for access', answer: nothing, params: onRequest,
    body: z.strictObject({ isGranted: z.boolean(), level: z.enum(['read', 'write']).default('read') }),
    handle: (ctx, { params, body }) => answerAccessRequest(ctx, params.id, body),
  }),
];
