import { z } from 'zod';
import { type Route, defineRoute } from '../http/route.ts';
import { searchRecords } from './search-records.ts';
import { searchAnswer } from './search.answers.ts';

const query = z.strictObject({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(12),
  /** Object keys, separated by commas; all that the caller may read when absent. */
  objects: z.string().max(1_000).transform((text) => text.split(',').map((word) => word.trim()).filter(Boolean)).optional(),
});

/** One search box over all objects, within the caller's permissions (PL-60). */
export const searchRoute: Route = defineRoute({
  method: 'GET', path: '/search', access: 'signed-in', kind: 'query', tag: 'search',
  summary: 'Records of all objects by name, pinyin, initials, code or phone', answer: searchAnswer, query,
  handle: async (ctx, { query: { q, limit, objects } }) => ({ data: await searchRecords(ctx, q, { limit, objects }) }),
});
