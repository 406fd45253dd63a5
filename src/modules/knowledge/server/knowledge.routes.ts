import { z } from 'zod';
import { requireFields } from '#platform/access/told-fields.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { articleCategories, articleLocales, visibilities } from '../objects/article.object.ts';
import { noteMiss, settleMiss } from './actions/note-miss.ts';
import { viewArticle, voteArticle } from './actions/rate-article.ts';
import { draftArticle, editArticle, retireArticle, reviewArticle, submitArticle } from './actions/write-article.ts';
import { anonymousReader } from './anonymous-reader.ts';
import { articleAnswer, deskAnswer, foundAnswer, madeAnswer, numberAnswer, publicArticleAnswer, versionsAnswer } from './knowledge.answers.ts';
import { articleDesk, findArticles } from './queries/find-articles.ts';
import { listVersions, showArticle, showPublicArticle } from './queries/show-article.ts';

const tag = 'knowledge';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const may = (action: 'create' | 'read' | 'update') => ({ object: 'article', action }) as const;
const words = z.string().trim().max(200).default('');
const content = {
  title: z.string().trim().min(1).max(200), body: z.string().min(1).max(50_000), locale: z.enum(articleLocales), visibility: z.enum(visibilities), category: z.enum(articleCategories).nullish(),
};
const vote = z.strictObject({ isUseful: z.boolean() });
const missed = z.strictObject({ q: z.string().trim().min(1).max(200) });

const reading: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/knowledge/articles', kind: 'query', access: may('read'), tag, summary: 'Search published articles', answer: foundAnswer,
    query: z.strictObject({ q: words, category: z.enum(articleCategories).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
    handle: async (ctx, { query }) => {
      requireFields(ctx, 'article', 'title', 'body');
      return { data: await findArticles(ctx, { ...query, isPublic: false }) };
    },
  }),
  defineRoute({
    method: 'GET', path: '/knowledge/articles/:id', kind: 'query', access: may('read'), tag, summary: 'An article as readers see it, or the version in work', params, answer: articleAnswer,
    query: z.strictObject({ view: z.enum(['published', 'draft']).default('published') }), handle: (ctx, input) => showArticle(ctx, input.params.id, input.query.view),
  }),
  defineRoute({ method: 'GET', path: '/knowledge/articles/:id/versions', kind: 'query', access: may('read'), tag, summary: 'Versions of an article', params, answer: versionsAnswer, handle: (ctx, input) => listVersions(ctx, input.params.id) }),
  defineRoute({
    method: 'GET', path: '/knowledge/desk', kind: 'query', access: may('update'), tag, summary: 'Drafts, and articles that nobody reviewed for a year', answer: deskAnswer,
    handle: (ctx) => {
      requireFields(ctx, 'article', 'title', 'state');
      return articleDesk(ctx);
    },
  }),
  defineRoute({
    method: 'POST', path: '/knowledge/articles/:id/vote', kind: 'action', access: may('read'), tag, summary: 'Say whether an article was useful', params, answer: nothing, body: vote,
    handle: (ctx, input) => voteArticle(ctx, input.params.id, { reader: ctx.actor.userId, isUseful: input.body.isUseful }),
  }),
  defineRoute({
    method: 'POST', path: '/knowledge/missing', kind: 'action', access: may('read'), tag, summary: 'Nothing was found: editors hear of it', answer: nothing, body: missed,
    handle: (ctx, { body }) => noteMiss(ctx, body.q, { reader: ctx.actor.userId, isPublic: false }),
  }),
  defineRoute({ method: 'POST', path: '/knowledge/articles/:id/view', kind: 'action', access: may('read'), tag, summary: 'Count a reader', params, answer: nothing, handle: (ctx, input) => viewArticle(ctx, input.params.id, { reader: ctx.actor.userId }) }),
];

const writing: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/knowledge/articles', kind: 'action', status: 201, access: may('create'), tag, summary: 'Write an article', answer: madeAnswer, body: z.strictObject(content), handle: (ctx, { body }) => draftArticle(ctx, body),
  }),
  defineRoute({
    method: 'PUT', path: '/knowledge/articles/:id', kind: 'action', access: may('update'), tag, summary: 'Save another version', params, answer: numberAnswer,
    body: z.strictObject({ ...content, number: z.int().min(1), note: z.string().trim().max(500).default('') }), handle: (ctx, input) => editArticle(ctx, input.params.id, input.body),
  }),
  defineRoute({ method: 'POST', path: '/knowledge/articles/:id/submit', kind: 'action', access: may('update'), tag, summary: 'Ask for approval', params, answer: nothing, handle: (ctx, input) => submitArticle(ctx, input.params.id) }),
  defineRoute({ method: 'POST', path: '/knowledge/articles/:id/retire', kind: 'action', access: may('update'), tag, summary: 'Take an article from its readers', params, answer: nothing, handle: (ctx, input) => retireArticle(ctx, input.params.id) }),
  defineRoute({ method: 'POST', path: '/knowledge/missing/:id/settle', kind: 'action', access: may('update'), tag, summary: 'Nothing is to be written for what was not found', params, answer: nothing, handle: (ctx, input) => settleMiss(ctx, input.params.id) }),
  defineRoute({ method: 'POST', path: '/knowledge/articles/:id/review', kind: 'action', access: may('update'), tag, summary: 'The published version is still right', params, answer: nothing, handle: (ctx, input) => reviewArticle(ctx, input.params.id) }),
];

const forAnybody: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/knowledge/public', kind: 'query', access: 'public', tag, summary: 'Search public articles', answer: foundAnswer,
    query: z.strictObject({ q: words }), handle: async (ctx, { query }) => ({ data: await findArticles(ctx, { q: query.q, isPublic: true, limit: 30 }) }),
  }),
  defineRoute({ method: 'GET', path: '/knowledge/public/:id', kind: 'query', access: 'public', tag, summary: 'A public article', params, answer: publicArticleAnswer, handle: (ctx, input) => showPublicArticle(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/knowledge/public/:id/vote', kind: 'action', access: 'public', tag, summary: 'Say whether a public article was useful', params, answer: nothing, body: vote,
    handle: (ctx, { params: { id: article }, body, headers }) => voteArticle(ctx, article, { reader: anonymousReader(ctx, headers['user-agent'] ?? ''), isUseful: body.isUseful, isPublic: true }),
  }),
  defineRoute({
    method: 'POST', path: '/knowledge/public/missing', kind: 'action', access: 'public', tag, summary: 'Nothing public was found: editors hear of it', answer: nothing, body: missed,
    handle: (ctx, { body, headers }) => noteMiss(ctx, body.q, { reader: anonymousReader(ctx, headers['user-agent'] ?? ''), isPublic: true }),
  }),
];

/** The knowledge base: reading, writing, and what is public. */
export const knowledgeRoutes: readonly Route[] = [...reading, ...writing, ...forAnybody];
