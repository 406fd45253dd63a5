import { z } from 'zod';
import { isoMoment, rowsOf } from '#platform/http/answer.ts';
import { articleLocales, articleStates, visibilities } from '../objects/article.object.ts';

const id = z.uuid();
const maybe = z.string().nullable();
export const foundArticle = z.strictObject({
  id, title: z.string(), excerpt: z.string(),
  /** What was looked for, as it stands in title and excerpt. */
  hits: z.array(z.string()), category: maybe, visibility: z.enum(visibilities), publishedAt: isoMoment, useful: z.int(), useless: z.int(), views: z.int(),
});
export const foundAnswer = rowsOf(foundArticle);
export const madeAnswer = z.strictObject({ id });
export const numberAnswer = z.strictObject({ number: z.int() });
export const articleAnswer = z.strictObject({
  id, title: z.string(), body: z.string(), locale: z.enum(articleLocales), visibility: z.enum(visibilities), category: maybe, state: z.enum(articleStates), number: z.int(), publishedNumber: z.int().nullable(),
  isDraft: z.boolean(), hasDraft: z.boolean(), publishedAt: isoMoment.nullable(), reviewedAt: isoMoment.nullable(), owner: maybe, useful: z.int(), useless: z.int(), views: z.int(), vote: z.boolean().nullable(),
  canChange: z.boolean(), isStale: z.boolean(),
});
export const publicArticleAnswer = z.strictObject({ id, title: z.string(), body: z.string(), locale: z.enum(articleLocales), publishedAt: isoMoment });
export const versionsAnswer = rowsOf(z.strictObject({ number: z.int(), title: z.string(), body: z.string(), note: z.string(), at: isoMoment, by: maybe }));
const deskRow = z.strictObject({ id, title: z.string(), state: z.enum(articleStates), owner: maybe, at: isoMoment });
const miss = z.strictObject({ id, words: z.string(), asked: z.int(), isPublic: z.boolean(), lastAt: isoMoment });
export const deskAnswer = z.strictObject({ drafts: z.array(deskRow), stale: z.array(deskRow), missing: z.array(miss) });
