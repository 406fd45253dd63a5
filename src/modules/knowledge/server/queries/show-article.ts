import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { STALE_DAYS } from '../../rules/article-words.ts';
import type { ArticleState } from '../article-rows.ts';

interface ShownRow {
  readonly title: string;
  readonly body: string;
  readonly locale: 'zh-CN' | 'en';
  readonly visibility: 'internal' | 'public';
  readonly category: string | null;
  readonly state: ArticleState;
  readonly number: number;
  readonly publishedNumber: number | null;
  readonly shownTitle: string | null;
  readonly shownBody: string | null;
  readonly publishedAt: string | null;
  readonly reviewedAt: string | null;
  readonly owner: string | null;
  readonly useful: number;
  readonly useless: number;
  readonly views: number;
  readonly vote: boolean | null;
}

const iso = (at: string | null): string | null => (at === null ? null : isoTime(at));

/** Of these ids the article's, when the caller may treat it so by their scope. */
async function mayTreat(ctx: Context, action: 'read' | 'update', id: Id): Promise<boolean> {
  return ctx.actor.grants.get('article')?.has(action) === true && (await allowedIds(ctx, objectDef(ctx, 'article'), action, [id])).has(id);
}

/** The published version for whoever may read articles; the one in work for those whose scope holds it. Errors: record.not-found, auth.forbidden. */
export async function showArticle(ctx: Context, id: Id, wanted: 'published' | 'draft') {
  requireFields(ctx, 'article', 'title', 'body', 'state');
  const row = await ctx.db.maybe<ShownRow>(sql`
    SELECT a.title, a.body, a.locale, a.visibility, a.category, a.state, a.number, a.published_number AS "publishedNumber", a.shown_title AS "shownTitle", a.shown_body AS "shownBody",
      a.published_at AS "publishedAt", a.reviewed_at AS "reviewedAt", u.name AS owner, a.useful_count AS useful, a.useless_count AS useless, a.view_count AS views,
      (SELECT v.is_useful FROM article_vote v WHERE v.article_id = a.id AND v.voter = ${ctx.actor.userId}::text) AS vote
    FROM article a LEFT JOIN app_user u ON u.id = a.owner_id WHERE a.id = ${id} AND a.deleted_at IS NULL`);
  const canRead = await mayTreat(ctx, 'read', id);
  const isShown = row !== undefined && row.publishedNumber !== null && row.state !== 'retired';
  if (!row || !(isShown || canRead)) throw fail('record.not-found');
  const isDraft = canRead && (!isShown || (wanted === 'draft' && row.publishedNumber !== row.number));
  const { shownTitle, shownBody, publishedAt, reviewedAt, owner, ...rest } = row;
  return {
    ...rest, id, isDraft, title: isDraft ? row.title : shownTitle ?? '', body: isDraft ? row.body : shownBody ?? '', hasDraft: canRead && row.publishedNumber !== row.number, state: canRead ? row.state : 'published' as const,
    publishedAt: iso(publishedAt), reviewedAt: iso(reviewedAt), owner: seesFields(ctx, 'article', 'owner') ? owner : null, canChange: await mayTreat(ctx, 'update', id),
    isStale: row.state === 'published' && reviewedAt !== null && new Date(reviewedAt).getTime() < ctx.now.getTime() - STALE_DAYS * 86_400_000,
  };
}

/** Every version with who saved it, when, and what they said; the newest first. Errors: record.not-found. */
export async function listVersions(ctx: Context, id: Id) {
  requireFields(ctx, 'article', 'title', 'body');
  if (!(await mayTreat(ctx, 'read', id))) throw fail('record.not-found');
  const rows = await ctx.db.rows<{ number: number; title: string; body: string; note: string; at: string; by: string | null }>(sql`
    SELECT v.number, v.title, v.body, v.note, v.created_at AS at, u.name AS by FROM article_version v LEFT JOIN app_user u ON u.id = v.created_by WHERE v.article_id = ${id} ORDER BY v.number DESC LIMIT 100`);
  return { data: rows.map((row) => ({ ...row, at: isoTime(row.at) })) };
}

/** A public article for anybody. Errors: record.not-found. */
export async function showPublicArticle(ctx: Pick<Context, 'db'>, id: Id) {
  const row = await ctx.db.maybe<{ title: string; body: string; locale: 'zh-CN' | 'en'; publishedAt: string }>(sql`
    SELECT shown_title AS title, shown_body AS body, locale, published_at AS "publishedAt" FROM article
    WHERE id = ${id} AND published_number IS NOT NULL AND state <> 'retired' AND shown_visibility = 'public' AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return { ...row, id, publishedAt: isoTime(row.publishedAt) };
}
