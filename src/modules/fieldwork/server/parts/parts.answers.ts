import { z } from 'zod';
import { isoMoment, rowsOf } from '#platform/http/answer.ts';

const id = z.uuid();
const maybe = z.string().nullable();

export const stockAnswer = z.strictObject({
  stores: z.array(z.strictObject({ id, name: z.string(), kind: z.enum(['depot', 'van']), worker: maybe })),
  parts: z.array(z.strictObject({
    id, code: z.string(), name: z.string(), measure: z.string(), price: z.string(), lowAt: maybe, total: z.string(), isLow: z.boolean(), stock: z.array(z.strictObject({ store: id, quantity: z.string() })),
  })),
});
export const movesAnswer = rowsOf(z.strictObject({ id, kind: z.enum(['receive', 'transfer', 'use', 'count']), quantity: z.string(), store: z.string(), order: maybe, note: maybe, at: isoMoment, by: maybe }));
