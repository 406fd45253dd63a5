import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { checkIn } from './visit-check-in.ts';

/** Seconds that the device kept the check-in for want of a network; a header, because it grows with every try. */
const WAITED = 'x-zhike-waited';

const body = z.strictObject({
  visit: z.uuid().toLowerCase().optional(),
  contact: z.uuid().toLowerCase().optional(),
  place: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
  outcome: z.enum(['reached', 'attempted']),
  note: z.string().max(10_000).optional(),
  nextContactAt: z.iso.datetime({ offset: true }).optional(),
  isCustomerPlace: z.boolean().optional(),
});

/** `distance`: metres to the customer's point. */
const answer = z.strictObject({ id: z.uuid(), happenedAt: z.iso.datetime(), distance: z.int().nullable() });

/** Visits on the telephone (UX-16). */
export const visitCheckInRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/customers/:id/check-in', kind: 'action', status: 201, access: { object: 'activity', action: 'create' }, tag: 'customers',
    params: z.object({ id: z.uuid() }), body, answer, summary: 'Check in at a customer: makes a visit, or completes a planned one',
    handle: (ctx, { params, body: input, headers }) => checkIn(ctx, params.id, input, Number(headers[WAITED] ?? 0) || 0),
  }),
];
