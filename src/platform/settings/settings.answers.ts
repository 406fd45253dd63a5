import { z } from 'zod';
import { bilingual, rowsOf } from '../http/answer.ts';

export const settingsAnswer = rowsOf(z.strictObject({
  key: z.string(), group: z.string(), label: bilingual, help: bilingual.nullable(), right: z.string(), value: z.unknown(), fallback: z.unknown(),
  isSet: z.boolean(), schema: z.record(z.string(), z.unknown()),
}));
