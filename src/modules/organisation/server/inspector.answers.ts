import { z } from 'zod';
import { named } from '#platform/http/answer.ts';
import { objectActions } from '#meta/object.ts';

const reason = z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), text: z.string() });
const verdict = z.strictObject({ isAllowed: z.boolean(), because: z.array(reason) });

export const inspectionAnswer = z.strictObject({
  user: named,
  object: z.string(),
  record: z.uuid().nullable(),
  allowed: z.partialRecord(z.enum(objectActions), verdict),
  because: z.array(reason),
  fields: z.array(reason.extend({ field: z.string(), view: z.enum(['full', 'masked', 'hidden']), canEdit: z.boolean() })),
});
