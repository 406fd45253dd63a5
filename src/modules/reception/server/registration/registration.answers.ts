import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';

const id = z.uuid();
const day = z.iso.date();
const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const questionAnswer = z.strictObject({
  fact: z.string(), type: z.string(), label: bilingual, question: bilingual, isNullable: z.boolean(), choices: z.array(z.strictObject({ value: z.string(), label: bilingual })),
});
export const shareAnswer = z.strictObject({ party: z.string(), percent: z.number(), person: named.nullable() });
export const clauseAnswer = z.strictObject({ clause: z.string(), text: bilingual.nullable(), owner: z.string(), shares: z.array(shareAnswer) });

export const foundAnswer = z.strictObject({
  registrationId: id, customerId: id, visitor: z.string(), phone: z.string().nullable(), arrivedOn: day, isConfirmed: z.boolean(), isSamePhone: z.boolean(), receiver: named.nullable(), validUntil: day.nullable(),
});

export const proposalAnswer = z.strictObject({
  isDayOpen: z.boolean(),
  hours: z.strictObject({ opensAt: z.string(), closesAt: z.string(), isOpen: z.boolean() }),
  customer: id.nullable(),
  found: z.array(foundAnswer),
  earlier: named.nullable(),
  introducer: named.nullable(),
  facts: z.record(z.string(), fact),
  questions: z.array(questionAnswer),
  proposal: z.strictObject({
    clause: z.string(), text: bilingual.nullable(), rule: z.string(), receiver: named.nullable(), isCounted: z.boolean(), version: z.int(), activeFrom: isoMoment,
  }).nullable(),
  ownership: z.array(clauseAnswer),
});

export const registeredAnswer = z.strictObject({
  id, customer: id, receiver: id.nullable(), isCounted: z.boolean(), turn: id.nullable(), decision: id, clause: z.string().nullable(), ownership: id,
});

export const changedAnswer = z.strictObject({ receiver: id.nullable(), clause: z.string().nullable(), decision: id, ownership: id });

export const confirmedAnswer = z.strictObject({ results: z.array(z.strictObject({ id, status: z.enum(['confirmed', 'already', 'tooLate', 'notFound']) })) });

export const dayVisit = z.strictObject({
  id, customer: id.nullable(), visitor: z.string(), phone: z.string().nullable(), arrivedAt: isoMoment, arrivedOn: day, matter: z.string(), receiver: named.nullable(), isCounted: z.boolean(), clause: z.string().nullable(),
  decision: id.nullable(), overruled: z.string().nullable(), outsideHours: z.string().nullable(), isConfirmed: z.boolean(), canConfirm: z.boolean(), canCorrect: z.boolean(), channel: z.string().nullable(), companions: z.int().nullable(), note: z.string().nullable(), ownership: id.nullable(), owners: z.array(z.string()),
  annotations: z.array(z.strictObject({ id, body: z.string(), at: isoMoment, actor: z.string().nullable() })),
});
export const dayAnswer = z.strictObject({ day, data: z.array(dayVisit) });

const outcome = z.enum(['waiting', 'approved', 'rejected']);
export const referralDayAnswer = z.strictObject({
  day,
  data: z.array(z.strictObject({
    id, visitor: z.string(), phone: z.string(), site: named, introducer: named, agreedOn: day, registeredAt: isoMoment, status: z.enum(['registered', 'confirmed', 'lapsed', 'void']),
    voidReason: z.enum(['siteFirst', 'notConfirmed', 'rejected']).nullable(), approval: outcome, confirmation: z.enum(['accompanied', 'phoned']).nullable(), confirmedBy: z.string().nullable(),
    confirmedAs: z.enum(['manager', 'deputy']).nullable(), hasCome: z.boolean(), task: id.nullable(), canConfirmAs: z.enum(['manager', 'deputy']).nullable(),
  })),
});

export const referralAnswer = z.strictObject({ id, status: z.enum(['registered', 'void']), voidReason: z.enum(['siteFirst']).nullable() });

export const caseAnswer = z.strictObject({
  id, site: named, openedAt: isoMoment, visitedOn: day, state: z.enum(['open', 'decided', 'ruling', 'ruled']), decision: id.nullable(), clause: z.string().nullable(), owners: z.array(named),
  parties: z.array(z.strictObject({ party: z.string(), person: named.nullable() })),
  questions: z.array(questionAnswer), answer: clauseAnswer.nullable(), possible: z.array(clauseAnswer), ruling: z.string().nullable(), canRecord: z.boolean(),
  learnt: z.array(z.strictObject({
    id, at: isoMoment, actor: z.string().nullable(), reason: z.string().nullable(), decision: id.nullable(), clause: z.string().nullable(), facts: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  })),
});
export const casesAnswer = rowsOf(caseAnswer);
export const triedAnswer = z.strictObject({ questions: z.array(questionAnswer), answer: clauseAnswer.nullable(), possible: z.array(clauseAnswer), owners: z.array(named) });
export const redecidedAnswer = z.strictObject({ id, state: z.enum(['open', 'decided', 'ruling', 'ruled']), decision: id.nullable(), clause: z.string().nullable(), owners: z.array(id) });

const line = z.strictObject({ title: z.string(), detail: z.string().nullable(), link: z.string().nullable() });
export const eveningAnswer = z.strictObject({
  site: named, day, status: z.enum(['open', 'closed']), notes: z.string(), closedAt: isoMoment.nullable(), closedBy: z.string().nullable(), canClose: z.boolean(),
  content: z.strictObject({
    visits: z.array(z.strictObject({
      id, arrivedAt: isoMoment, visitor: z.string(), phone: z.string().nullable(), receiver: z.string().nullable(), clause: z.string().nullable(), isCounted: z.boolean(), isNew: z.boolean(), isConfirmed: z.boolean(), owners: z.array(z.string()),
    })),
    calls: z.int(),
    referrals: z.array(z.strictObject({ id, visitor: z.string(), introducer: z.string(), status: z.string() })),
    sections: z.array(z.strictObject({ key: z.string(), label: bilingual, lines: z.array(line) })),
  }),
});
