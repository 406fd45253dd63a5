import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { draftArticle, foundAnswer, suggestArticles } from '#modules/knowledge/server/knowledge.public.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { articleBody } from '../../rules/article-body.ts';

interface CaseWords {
  readonly subject: string;
  readonly description: string | null;
  readonly solution: string | null;
}

/** What the caller may read of a case. Errors: record.not-found, auth.forbidden. */
async function wordsOf(ctx: Context, id: Id): Promise<CaseWords> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  requireFields(ctx, 'case', 'subject');
  const row = await ctx.db.maybe<CaseWords>(sql`SELECT subject, description, solution FROM service_case WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const told = (field: 'description' | 'solution') => (seesFields(ctx, 'case', field) ? row[field] : null);
  return { subject: row.subject, description: told('description'), solution: told('solution') };
}

/** A draft out of a case (SE-8, SE-34): its subject and its solution; what the customer wrote stays in the case. */
async function writeArticle(ctx: Context, id: Id): Promise<{ readonly id: Id }> {
  const { subject, solution } = await wordsOf(ctx, id);
  return draftArticle(ctx, { title: subject, body: articleBody(ctx.locale, subject, solution), locale: ctx.locale, visibility: 'internal', category: 'fault', source: { object: 'case', id } });
}

const params = z.object({ id: z.uuid().toLowerCase() });

/** Between a case and the knowledge base. */
export const articleRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/service/cases/:id/article', kind: 'action', status: 201, access: { object: 'article', action: 'create' }, tag: 'service', summary: 'Write an article out of a case', params,
    answer: z.strictObject({ id: z.uuid() }), handle: (ctx, input) => writeArticle(ctx, input.params.id),
  }),
  defineRoute({
    method: 'GET', path: '/service/cases/:id/articles', kind: 'query', access: { object: 'case', action: 'read' }, tag: 'service', summary: 'Articles that may help with a case', params, answer: foundAnswer,
    handle: async (ctx, input) => {
      const { subject, description } = await wordsOf(ctx, input.params.id);
      return { data: await suggestArticles(ctx, `${subject} ${description ?? ''}`.slice(0, 2_000), 5) };
    },
  }),
];
