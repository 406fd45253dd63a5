import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseKinds } from '../../objects/case.object.ts';
import { shownStep } from '../setup/process-body.ts';

/** `phone`: as it was understood, E.164; null when it cannot be one. `contact`: whose number it is, where it is not the customer's own. */
export const callerAnswer = z.strictObject({
  phone: z.string().nullable(),
  customers: z.array(z.strictObject({ id: z.uuid(), name: z.string(), code: z.string().nullable(), contact: z.string().nullable() })),
  cases: z.array(z.strictObject({
    id: z.uuid(), number: z.string(), kind: z.enum(caseKinds), subject: z.string(), state: z.string(), dueAt: isoMoment.nullable(), urgency: z.enum(['calm', 'half', 'near', 'breached']),
    receivedAt: isoMoment, customer: z.uuid().nullable(), owner: named.nullable(),
  })),
});

/** `open`: cases that lie with the person now. `maxOpen`: at most so many at once; null: no limit. */
export const queueMembersAnswer = rowsOf(z.strictObject({ id: z.uuid(), name: z.string(), maxOpen: z.int().nullable(), open: z.int() }));

export const processesAnswer = rowsOf(z.strictObject({
  key: z.string(), name: bilingual,
  /** The newest revision; 0 for one that was never published. */
  revision: z.int(),
  /** Open cases on this process, whatever their revision. */
  running: z.int(), hasDraft: z.boolean(), isRetired: z.boolean(), steps: z.array(shownStep),
}));

export const macroRunAnswer = z.strictObject({ done: z.int() });
