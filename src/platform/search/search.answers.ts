import { z } from 'zod';
import { rowsOf } from '../http/answer.ts';

export const searchAnswer = rowsOf(z.strictObject({
  object: z.string(), id: z.uuid(), title: z.string(), second: z.string().nullable(),
  match: z.strictObject({ kind: z.enum(['code', 'phone', 'name', 'pinyin', 'initials']) }),
}));
