import { z } from 'zod';
import { isoMoment, named, rowsOf, shownRecord } from '#platform/http/answer.ts';

const shownMerge = z.strictObject({
  id: z.uuid(), object: z.string(), survivor: named, loser: named, reason: z.string().nullable(), at: isoMoment, actor: z.string().nullable(),
  undoneAt: isoMoment.nullable(), canUndo: z.boolean(),
});

export const mergePreviewAnswer = z.strictObject({
  survivor: shownRecord,
  loser: shownRecord,
  fields: z.array(z.strictObject({
    field: z.string(), suggestion: z.enum(['survivor', 'loser', 'union']), why: z.enum(['same', 'only-one', 'verified', 'newer', 'united', 'kept']), isConflict: z.boolean(), isChoosable: z.boolean(),
  })),
  children: z.array(z.strictObject({ object: z.string(), field: z.string(), count: z.int() })),
});

export const mergedAnswer = z.strictObject({ merge: z.uuid(), record: shownRecord });
export const mergesAnswer = rowsOf(shownMerge);
export const undoneMergeAnswer = z.strictObject({ survivor: z.uuid(), loser: z.uuid(), kept: z.array(z.string()), returned: z.int() });
