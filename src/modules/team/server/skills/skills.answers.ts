import { z } from 'zod';
import { bilingual } from '#platform/http/answer.ts';

const id = z.uuid();
const day = z.string();
const maybe = z.string().nullable();

export const skillBoardAnswer = z.strictObject({
  today: day, mayKeep: z.boolean(),
  skills: z.array(z.strictObject({ id, code: z.string(), name: z.string(), needsCertificate: z.boolean(), validMonths: z.int().nullable() })),
  people: z.array(z.strictObject({ id, name: z.string(), unit: maybe })),
  held: z.array(z.strictObject({
    id, person: id, skill: id, subject: z.string(), level: z.int(), certificateNumber: maybe, validFrom: day, validUntil: maybe, source: z.enum(['entered', 'exam']), note: maybe, hasProof: z.boolean(),
    isCounting: z.boolean(), daysLeft: z.int().nullable(),
  })),
});

export const casePeopleAnswer = z.strictObject({
  skills: z.array(z.string()), owner: id.nullable(), mayHandOn: z.boolean(),
  able: z.array(z.strictObject({ id, name: z.string(), open: z.int() })), unable: z.array(z.strictObject({ id, name: z.string(), reasons: z.array(bilingual) })),
});

export const skillUsesAnswer = z.strictObject({ data: z.array(z.strictObject({ id, name: z.string(), skills: z.array(z.string()) })) });
