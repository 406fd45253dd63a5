import { z } from 'zod';
import { bilingual, isoMoment, named } from '#platform/http/answer.ts';

const shownShare = z.strictObject({ name: z.string(), user: z.uuid().nullable(), fund: z.string().nullable(), percent: z.number() });

const seenAmount = z.strictObject({ amount: z.string(), currency: z.string() });

/** A deal of the case: on the spot or not, what is frozen of its commission and what was settled before. */
export const contestedDeal = z.strictObject({
  id: z.uuid(), label: z.string(), link: z.string().nullable(), dealOn: z.iso.date(), isSigned: z.boolean(), isOnSpot: z.boolean(), isFrozen: z.boolean(),
  frozen: seenAmount.nullable(), settled: seenAmount.nullable(), closedMonths: z.array(z.string()), confirmedMonths: z.array(z.string()),
});

export const candidatesAnswer = z.strictObject({
  data: z.array(z.strictObject({ case: z.uuid(), customer: named, site: named, owners: z.array(named), clause: z.string().nullable() })),
});
export const caseDealsAnswer = z.strictObject({ data: z.array(contestedDeal) });
export const disputeOpenedAnswer = z.strictObject({ id: z.uuid() });
export const rulingAnswer = z.strictObject({ approval: z.uuid() });

const evidence = z.strictObject({
  kind: z.enum(['visit', 'call', 'callRegistration', 'evening']), at: isoMoment, side: z.enum(['claimant', 'respondent', 'other']), person: z.string().nullable(), state: z.string().nullable(),
  clause: z.string().nullable(), text: z.string().nullable(), link: z.string().nullable(),
});

const question = z.strictObject({
  fact: z.string(), type: z.string(), label: bilingual, question: bilingual, isNullable: z.boolean(), choices: z.array(z.strictObject({ value: z.string(), label: bilingual })),
});

/** The whole case on one page. */
export const disputeFileAnswer = z.strictObject({
  id: z.uuid(), version: z.int(), customer: named, site: named, status: z.enum(['open', 'proposed', 'settled', 'withdrawn']), isOverdue: z.boolean(), dueOn: z.iso.date(), createdAt: isoMoment, settledAt: isoMoment.nullable(),
  claimant: named, respondent: named, claim: z.string(), reply: z.string().nullable(), owners: z.array(named), deals: z.array(contestedDeal),
  rule: z.strictObject({
    decision: z.uuid().nullable(), clause: z.string().nullable(), text: bilingual.nullable(), shares: z.array(shownShare), questions: z.array(question), isOpen: z.boolean(),
    facts: z.array(question.extend({ value: z.union([z.string(), z.number(), z.boolean()]).nullable() })),
  }),
  evidence: z.array(evidence),
  ruling: z.strictObject({ outcome: z.enum(['agreed', 'mediated', 'ruled']), record: z.string(), owners: z.array(named), shares: z.array(shownShare) }).nullable(),
  approval: z.uuid().nullable(), actions: z.array(z.enum(['reply', 'withdraw', 'evaluate', 'propose'])),
});
