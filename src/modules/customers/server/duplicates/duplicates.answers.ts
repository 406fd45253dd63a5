import { z } from 'zod';
import { isoMoment, named, rowsOf } from '#platform/http/answer.ts';

/** Outside the caller's scope there is no `id`: the ticket is all that a request for access needs (CU-10). */
const shownDuplicate = z.strictObject({
  id: z.uuid().optional(), ticket: z.string().optional(), name: z.string(), score: z.number(),
  reasons: z.array(z.strictObject({ code: z.string(), detail: z.string().optional() })), isExact: z.boolean(), isVisible: z.boolean(),
  owner: named.nullable().optional(), unit: z.string().nullable().optional(),
});

const state = z.enum(['open', 'granted', 'declined']);

const shownRequest = z.strictObject({
  id: z.uuid(), state, note: z.string().nullable(), createdAt: isoMoment, requester: named, customer: named.optional(), unit: z.string().nullable(),
});

export const duplicatesAnswer = rowsOf(shownDuplicate);
export const requestedAnswer = z.strictObject({ id: z.uuid(), state });
export const requestsAnswer = rowsOf(shownRequest);
