import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { remedyKinds } from '../../objects/case.object.ts';
import { grantRemedy } from './grant-remedy.ts';

const id = z.uuid().toLowerCase();
const amount = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/).transform((text) => {
  const [whole = '0', cents = ''] = text.split('.');
  return `${BigInt(whole)}.${cents.padEnd(2, '0')}`;
});

export const remedyRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/service/cases/:id/remedies', kind: 'action', status: 201, access: { object: 'case', action: 'update' }, tag: 'service', summary: 'Give the customer redress', params: z.object({ id }),
    body: z.strictObject({ kind: z.enum(remedyKinds), amount, note: z.string().trim().min(1).max(2_000).nullable().default(null) }),
    answer: z.strictObject({ id: z.uuid(), state: z.enum(['granted', 'approving']), decision: z.uuid() }),
    handle: (ctx, { params, body }) => grantRemedy(ctx, params.id, body),
  }),
];
