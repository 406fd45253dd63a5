import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseKinds } from '../../objects/case.object.ts';
import { questionTypes, stepActors, stepEffects } from '../../rules/process.ts';

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
  id: z.uuid(), key: z.string(), revision: z.int(), name: bilingual,
  /** Cases that run on this process, whatever their revision. */
  running: z.int(),
  steps: z.array(z.strictObject({
    key: z.string(), label: bilingual, actor: z.enum(stepActors), effect: z.enum(stepEffects),
    questions: z.array(z.strictObject({ key: z.string(), type: z.enum(questionTypes), label: bilingual, isRequired: z.boolean() })),
  })),
}));

export const macroRunAnswer = z.strictObject({ done: z.int() });
