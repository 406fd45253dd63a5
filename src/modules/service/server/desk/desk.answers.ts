import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseKinds } from '../../objects/case.object.ts';
import { macroActs } from '../../rules/macro.ts';
import { shownStep } from '../setup/process-body.ts';

/**
 * `phone`: as it was understood, E.164; null when it cannot be one. `match`: found by the whole number, by the end of one, or not
 * asked. `contact`: whose number it is, where it is not the customer's own.
 */
export const callerAnswer = z.strictObject({
  phone: z.string().nullable(), match: z.enum(['whole', 'end', 'none']),
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

/** Macros with their texts filled in for one case; `name`: of the person that it would be handed on to. `isReadable`: false for one that cannot be run. */
export const caseMacrosAnswer = rowsOf(z.strictObject({
  id: z.uuid(), name: z.string(), isReadable: z.boolean(),
  steps: z.array(z.strictObject({ do: z.enum(macroActs), text: z.string(), name: z.string().nullable() })),
}));

const related = z.strictObject({ id: z.uuid(), number: z.string(), subject: z.string(), kind: z.enum(caseKinds), state: z.string(), how: z.enum(['linked', 'splitFrom', 'splitInto', 'mergedFrom']) });
export const circleAnswer = z.strictObject({ watchers: z.array(named), isWatching: z.boolean(), related: z.array(related) });
