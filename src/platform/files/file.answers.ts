import { z } from 'zod';
import { isoMoment, named, rowsOf } from '../http/answer.ts';

export const fileAnswer = z.strictObject({
  id: z.uuid(), object: z.string(), recordId: z.uuid(), field: z.string().nullable(), name: z.string(), mime: z.string(), size: z.int(), sha256: z.string(),
  createdAt: isoMoment, createdBy: named.nullable(),
});
export const filesAnswer = rowsOf(fileAnswer);
