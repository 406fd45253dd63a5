import { z } from 'zod';
import { isoMoment, named } from '#platform/http/answer.ts';

const pool = z.strictObject({
  id: z.uuid(), name: z.string(), unit: named.nullable(), grades: z.array(z.string()), productLines: z.array(z.string()), pack: z.string(), position: z.int(),
  isActive: z.boolean(), version: z.int(), count: z.int(), mayManage: z.boolean(),
});

export const poolsAnswer = z.strictObject({
  data: z.array(pool), mine: z.strictObject({ claimsToday: z.int(), holdings: z.int() }), mayCreate: z.boolean(),
});

/** A customer in a pool: nothing by which they could be reached. */
export const poolCustomersAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id: z.uuid(), name: z.string(), region: z.string().nullable(), class: z.string().nullable(), releasedAt: isoMoment, clause: z.string(), clauseText: z.string(),
    note: z.string().nullable(), isMine: z.boolean(), lockedUntil: z.iso.date().nullable(),
  })),
  next: z.string().nullable(),
});

/** Claims that were refused, newest first; a person is named as in the pool. */
export const refusalsAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id: z.uuid(), customer: z.string(), claimant: named, at: isoMoment, clause: z.string(), clauseText: z.string(), until: z.iso.date().nullable(), attempts: z.int(),
  })),
});

export const claimedAnswer = z.strictObject({ customer: z.uuid() });
export const savedPoolAnswer = z.strictObject({ id: z.uuid() });
export const policyPacksAnswer = z.strictObject({ data: z.array(z.strictObject({ key: z.string(), label: z.strictObject({ 'zh-CN': z.string(), en: z.string() }) })) });
