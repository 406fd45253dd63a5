import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { sealValues } from '#platform/records/to-columns.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { plainText } from '../../rules/article-words.ts';
import { articleApproval } from '../article-approval.ts';
import { takeArticle } from '../article-rows.ts';

export interface ArticleDraft {
  readonly title: string;
  /** Rich text; cleaned before it is stored. */
  readonly body: string;
  readonly locale: 'zh-CN' | 'en';
  readonly visibility: 'internal' | 'public';
  readonly category?: string | null | undefined;
  /** What it is written out of, such as a case. */
  readonly source?: { readonly object: string; readonly id: Id } | undefined;
}

const keepVersion = (ctx: Context, id: Id, { number, title, body, note }: { number: number; title: string; body: string; note: string }): Promise<number> => ctx.db.run(sql`
  INSERT INTO article_version (article_id, number, title, body, note, created_at, created_by) VALUES (${id}, ${number}, ${title}, ${body}, ${note}, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);

function cleanBody(ctx: Context, body: string): string {
  const clean = String(sealValues(ctx.secrets, objectDef(ctx, 'article'), { body })['body']);
  if (plainText(clean) === '') throw fail('record.invalid', { count: 1 }, [{ path: 'body', code: 'required' }]);
  return clean;
}

/** A draft, its first version (SE-34). Errors: record.invalid for a text without words. */
export async function draftArticle(ctx: Context, { title, body, locale, visibility, category = null, source }: ArticleDraft): Promise<{ readonly id: Id }> {
  const clean = cleanBody(ctx, body);
  const id = await insertRecord(ctx, 'article', {
    values: { title, body: clean, locale, visibility, category, state: 'draft', number: 1, usefulCount: 0, uselessCount: 0, viewCount: 0 },
    columns: { source_object: source?.object ?? null, source_id: source?.id ?? null },
  });
  await keepVersion(ctx, id, { number: 1, title, body: clean, note: '' });
  return { id };
}

export interface ArticleEdit extends Omit<ArticleDraft, 'source'> {
  /** The version that was edited: another one is in the way. */
  readonly number: number;
  readonly note: string;
}

/**
 * Another version; readers go on seeing the published one until this one is approved. Errors: as `takeArticle`,
 * record.stale when somebody else saved meanwhile.
 */
export async function editArticle(ctx: Context, id: Id, { title, body, locale, visibility, category = null, number, note }: ArticleEdit): Promise<{ readonly number: number }> {
  const row = await takeArticle(ctx, id, 'draft', 'published', 'retired');
  if (row.number !== number) throw fail('record.stale');
  const clean = cleanBody(ctx, body);
  const next = number + 1;
  await keepVersion(ctx, id, { number: next, title, body: clean, note });
  await changeRecord(ctx, 'article', id, { title, body: clean, locale, visibility, category, number: next, state: 'draft' });
  return { number: next };
}

/** Asks for approval of the version as it is. Errors: as `takeArticle`. */
export async function submitArticle(ctx: Context, id: Id): Promise<void> {
  await takeArticle(ctx, id, 'draft');
  await changeRecord(ctx, 'article', id, { state: 'approval' });
  await requestApproval(ctx, { kind: articleApproval, subject: { object: 'article', id } });
}

/** Nobody sees it any more, but those who may edit. Errors: as `takeArticle`. */
export async function retireArticle(ctx: Context, id: Id): Promise<void> {
  await takeArticle(ctx, id, 'draft', 'published');
  await changeRecord(ctx, 'article', id, { state: 'retired' });
}

/** Somebody looked at the published version: it is still right. Errors: as `takeArticle`, record.wrong-state. */
export async function reviewArticle(ctx: Context, id: Id): Promise<void> {
  await takeArticle(ctx, id, 'published');
  await changeRecord(ctx, 'article', id, { reviewedAt: ctx.now.toISOString() });
}
