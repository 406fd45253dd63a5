import { z } from 'zod';
import { isoMoment, rowsOf } from '#platform/http/answer.ts';
import { customerStates } from '../rules/customer-state.ts';

const publicType = z.strictObject({ id: z.uuid(), name: z.string(), kind: z.string() });
const picture = z.strictObject({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.int(), isPicture: z.boolean() });

export const portalStateAnswer = z.strictObject({ isOpen: z.boolean(), isFormOpen: z.boolean(), company: z.string(), isMailReady: z.boolean() });
export const challengeAnswer = z.strictObject({ challenge: z.string() });
export const portalMeAnswer = z.strictObject({
  email: z.string(), isMailOn: z.boolean(), hasPapers: z.boolean(), mayBook: z.boolean(), parties: z.array(z.strictObject({ customer: z.uuid(), name: z.string() })), types: z.array(publicType),
});
export const portalCaseRow = z.strictObject({
  id: z.uuid(), number: z.string(), type: z.string(), kind: z.string(), subject: z.string(), state: z.enum(customerStates), receivedAt: isoMoment,
  /** When the whole answer is promised; null while nothing runs. */
  dueAt: isoMoment.nullable(),
});
export const portalCasesAnswer = rowsOf(portalCaseRow);
export const portalCaseAnswer = portalCaseRow.extend({
  description: z.string().nullable(), place: z.string().nullable(), pictures: z.array(picture), joinedTo: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
  mayWrite: z.boolean(), mayRate: z.boolean(), rating: z.strictObject({ score: z.int(), isSolved: z.boolean() }).nullable(),
  messages: z.array(z.strictObject({ id: z.uuid(), from: z.enum(['you', 'us']), name: z.string().nullable(), body: z.string(), at: isoMoment, files: z.array(picture) })),
});
export const raisedAnswer = z.strictObject({ id: z.uuid(), number: z.string() });
export const idAnswer = z.strictObject({ id: z.uuid() });
export const formTokenAnswer = z.strictObject({ token: z.string(), bits: z.int(), types: z.array(publicType), company: z.string() });
export const formTakenAnswer = z.strictObject({ number: z.string() });
export const portalPapersAnswer = z.strictObject({
  contracts: z.array(z.strictObject({
    id: z.uuid(), number: z.string(), customer: z.string(), about: z.string(), price: z.string(), currency: z.string(), signedAt: isoMoment.nullable(), contractNumber: z.string().nullable(), dealOn: z.string().nullable(),
    state: z.enum(['signed', 'contracted', 'delivered']),
  })),
  documents: z.array(z.strictObject({ id: z.uuid(), name: z.string(), size: z.int(), at: isoMoment, customer: z.string() })),
});
export const customerPortalAnswer = z.strictObject({
  accounts: z.array(z.strictObject({
    id: z.uuid(), email: z.string(), isOwnAddress: z.boolean(), maySeePapers: z.boolean(), createdAt: isoMoment, lastSignedInAt: isoMoment,
    sessions: z.array(z.strictObject({ id: z.uuid(), since: isoMoment, seenAt: isoMoment, agent: z.string().nullable() })),
  })),
  files: z.array(z.strictObject({ id: z.uuid(), name: z.string(), of: z.string(), isShown: z.boolean() })),
});
