import { z } from 'zod';
import { bilingual, isoMoment } from '#platform/http/answer.ts';
import { reactionKinds } from '../objects/performance.objects.ts';
import { figureKeys } from '../rules/figures.ts';
import { measuredTimes } from '../rules/service-times.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const number = z.number().nullable();
const decimal = z.string().regex(/^-?\d+\.\d{2}$/);

const figure = z.strictObject({ count: z.int(), value: number, p90: number, clock: number, clockP90: number, of: z.int().nullable() });
const sheet = z.strictObject({
  taken: figure, answered: figure, closed: figure, fieldOrders: figure, response: figure, solve: figure, onTime: figure, satisfaction: figure, reopened: figure, escalated: figure, audit: figure, praise: figure,
});
const medians = z.strictObject({
  taken: number, answered: number, closed: number, fieldOrders: number, response: number, solve: number, onTime: number, satisfaction: number, reopened: number, escalated: number, audit: number, praise: number,
});
const person = { id, name: z.string(), unitId: id.nullable(), unit: maybe };

export const teamAnswer = z.strictObject({ data: z.array(z.strictObject({ ...person, sheet })), total: sheet, medians });
export const personAnswer = z.strictObject({
  ...person, isOwn: z.boolean(), sheet, medians, trend: z.array(z.strictObject({ month: z.string(), sheet, medians })),
});
export const figureListAnswer = z.strictObject({
  figure: z.enum(figureKeys), object: z.enum(['case', 'serviceOrder', 'serviceAudit', 'recognition']), count: z.int(),
  data: z.array(z.strictObject({ id, person: z.string(), at: isoMoment, number: z.string(), title: maybe, mayOpen: z.boolean(), value: number })),
});

const timed = { count: z.int(), median: number, p90: number };
export const timesAnswer = z.strictObject({
  by: z.enum(['type', 'unit']),
  data: z.array(z.strictObject({
    key: z.enum(measuredTimes), ...timed, months: z.array(z.strictObject({ month: z.string(), ...timed })), groups: z.array(z.strictObject({ group: maybe, label: maybe, ...timed })),
  })),
});
export const timeListAnswer = z.strictObject({
  key: z.enum(measuredTimes), count: z.int(), data: z.array(z.strictObject({ id, number: z.string(), subject: z.string(), at: isoMoment, seconds: z.number() })),
});

const run = {
  id, kind: z.enum(['award', 'correction']), month: z.string(), state: z.enum(['draft', 'submitted', 'posted', 'dropped']), unit: maybe, owner: maybe, people: z.int(), points: decimal, amount: decimal,
  reason: maybe, computedAt: isoMoment.nullable(), postedAt: isoMoment.nullable(),
};
export const runsAnswer = z.strictObject({ data: z.array(z.strictObject(run)), schemes: z.array(z.strictObject({ key: z.string(), label: bilingual, policy: z.string() })) });
export const runAnswer = z.strictObject({
  ...run, approvalId: id.nullable(),
  lines: z.array(z.strictObject({ id, personId: id, person: z.string(), points: decimal, amount: decimal, clause: maybe, decision: id.nullable(), corrects: id.nullable() })),
});
export const madeAnswer = z.strictObject({ id });
export const submittedAnswer = z.strictObject({ approvalId: id });
export const correctedAnswer = z.strictObject({ id, approvalId: id });
export const entriesAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id, month: z.string(), kind: z.enum(['award', 'correction']), points: decimal, amount: decimal, clause: maybe, decision: id.nullable(), reason: maybe, corrects: id.nullable(), at: isoMoment,
  })),
  total: z.strictObject({ points: decimal, amount: decimal }),
});

export const wallAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id, kind: z.enum(['customer', 'colleague']), at: isoMoment, personId: id, person: z.string(), unit: maybe, author: maybe, isOwn: z.boolean(), words: maybe, points: z.int(),
    caseId: id.nullable(), caseNumber: maybe, isWithheld: z.boolean(), hiddenFor: maybe, mayModerate: z.boolean(),
    reactions: z.array(z.strictObject({ kind: z.enum(reactionKinds), count: z.int(), isMine: z.boolean() })),
  })),
  next: id.nullable(), allowance: z.strictObject({ month: z.string(), monthly: z.int(), left: z.int() }),
});
