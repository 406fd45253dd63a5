import { z } from 'zod';
import { isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { handoverRules } from '../../rules/handover-draw.ts';

export const previewAnswer = z.strictObject({
  customers: z.int(), tasks: z.int(), outside: z.int(),
  receivers: z.array(z.strictObject({ id: z.uuid(), owned: z.int(), name: z.string(), isAbsent: z.boolean(), count: z.int() })),
  keyAccounts: z.array(z.strictObject({ id: z.uuid(), name: z.string(), grade: z.string().nullable() })),
});

const shownItem = z.strictObject({ customer: named, to: named, state: z.enum(['waiting', 'accepted', 'declined', 'undone']), note: z.string().nullable(), reason: z.string().nullable() });

const shownHandover = z.strictObject({
  id: z.uuid(), from: named, manager: named, rule: z.enum(handoverRules), seed: z.string().nullable(), note: z.string().nullable(), acceptance: z.boolean(),
  createdAt: isoMoment, undoneAt: isoMoment.nullable(),
  counts: z.strictObject({ waiting: z.int(), accepted: z.int(), declined: z.int(), undone: z.int() }), mine: z.int(),
});

export const handoverAnswer = shownHandover.extend({ items: z.array(shownItem) });
export const handoversAnswer = rowsOf(shownHandover);
export const drawAnswer = z.strictObject({ seed: z.string(), isSame: z.boolean(), customers: z.int() });
export const acceptedAnswer = z.strictObject({ accepted: z.int() });
export const declinedAnswer = z.strictObject({ declined: z.int() });
export const returnedAnswer = z.strictObject({ returned: z.int() });
