import { z } from 'zod';
import { isoMoment, rowsOf } from '#platform/http/answer.ts';

const requiredField = z.strictObject({ field: z.string(), weight: z.number().optional(), verifiedWithinMonths: z.number().optional() });

export const requirementsAnswer = z.strictObject({ version: z.int(), company: z.array(requiredField), person: z.array(requiredField) });

export const completenessAnswer = z.strictObject({
  score: z.number(), missing: z.array(z.string()), stale: z.array(z.string()), verified: z.record(z.string(), z.string()), required: z.array(requiredField),
});

export const boardRow = z.strictObject({
  /** Null: customers without an owner. */
  key: z.uuid().nullable(),
  name: z.string().nullable(),
  customers: z.int(),
  /** Percent, the mean of the customers. */
  score: z.number(),
  poor: z.int(),
  /** The fields that are missing most often. */
  missing: z.array(z.strictObject({ field: z.string(), count: z.int() })),
  /** Customers in at least one open pair. */
  duplicates: z.int(),
  /** Null where the caller may not see phones. */
  badPhones: z.int().nullable(),
});

export const qualityRun = z.strictObject({
  kind: z.enum(['scores', 'duplicates']), state: z.string(), done: z.int(), total: z.int().nullable(), startedAt: isoMoment.nullable(), finishedAt: isoMoment.nullable(),
});

export const worklistMember = z.strictObject({
  id: z.uuid(), name: z.string(), code: z.string(), stage: z.string(), completeness: z.number(), owner: z.string().nullable(), unit: z.string().nullable(),
  createdAt: isoMoment,
});
export const worklistPair = z.strictObject({ a: z.uuid(), b: z.uuid(), score: z.number(), reasons: z.array(z.string()) });
export const worklistGroup = z.strictObject({ score: z.number(), members: z.array(worklistMember), pairs: z.array(worklistPair) });

export const boardAnswer = rowsOf(boardRow);
export const runsAnswer = rowsOf(qualityRun);
export const worklistAnswer = rowsOf(worklistGroup);
export const scanAnswer = z.strictObject({ isStarted: z.boolean() });
