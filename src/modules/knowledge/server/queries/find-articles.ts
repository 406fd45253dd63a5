import sql, { type Sql, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { foldChinese } from '#kernel/traditional.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { searchTerms } from '#platform/records/search-sql.ts';
import { escapeLike } from '#platform/records/statement.ts';
import { excerptAround, hitsIn } from '../../rules/find-hits.ts';
import { STALE_DAYS, gramsOf, plainText } from '../../rules/article-words.ts';
import { type ArticleState, isShown } from '../article-rows.ts';

export interface FoundArticle {
  readonly id: Id;
  readonly title: string;
  readonly excerpt: string;
  /** What was looked for, as it stands in title and excerpt. */
  readonly hits: readonly string[];
  readonly category: string | null;
  readonly visibility: 'internal' | 'public';
  readonly publishedAt: string;
  readonly useful: number;
  readonly useless: number;
  readonly views: number;
}

interface FoundRow extends Omit<FoundArticle, 'excerpt' | 'hits'> {
  readonly body: string;
}

const EXCERPT = 120;
const shownColumns = sql`a.id, a.shown_title AS title, left(a.shown_body, 20000) AS body, a.category, a.shown_visibility AS visibility, a.published_at AS "publishedAt", a.useful_count AS useful, a.useless_count AS useless, a.view_count AS views`;

function toFound({ body, ...row }: FoundRow, words: readonly string[] = []): FoundArticle {
  const excerpt = excerptAround(plainText(body.replace(/<[^>]*$/, '')), words, { fold: foldChinese, length: EXCERPT });
  return { ...row, publishedAt: isoTime(row.publishedAt), excerpt, hits: hitsIn(`${row.title}\n${excerpt}`, words, foldChinese) };
}

function termSql(text: string, isLatin: boolean): Sql {
  const like = `%${escapeLike(text)}%`;
  return isLatin ? sql`(a.shown_key LIKE ${like} OR a.shown_text LIKE ${like})` : sql`a.shown_text LIKE ${like}`;
}

export interface ArticleSearch {
  readonly q: string;
  readonly category?: string | undefined;
  readonly isPublic: boolean;
  readonly limit: number;
}

/** Published articles in which every word is found, by characters anywhere or by the pinyin of the title; titles first. */
export async function findArticles(ctx: Pick<Context, 'db'>, { q, category, isPublic, limit }: ArticleSearch): Promise<FoundArticle[]> {
  const terms = searchTerms(q);
  const found = terms.map((term) => termSql(term.text, term.kind !== 'han'));
  const first = terms[0] === undefined ? sql`1` : sql`CASE WHEN a.shown_name LIKE ${`%${escapeLike(terms[0].text)}%`} OR a.shown_key LIKE ${`%${escapeLike(terms[0].text)}%`} THEN 0 ELSE 1 END`;
  const rows = await ctx.db.rows<FoundRow>(sql`
    SELECT ${shownColumns} FROM article a WHERE ${isShown} AND (${!isPublic} OR a.shown_visibility = 'public') AND (${category ?? null}::text IS NULL OR a.category = ${category ?? null})
      ${found.length === 0 ? sql`` : sql`AND ${join(found, ' AND ')}`}
    ORDER BY ${first}, a.useful_count - a.useless_count DESC, a.published_at DESC, a.id LIMIT ${limit}`);
  const words = terms.map((term) => term.text);
  return rows.map((row) => toFound(row, words));
}

/**
 * Published articles that speak of what a text speaks of, the best first: words in the title count three times, rare words
 * more than common ones. None for a caller who may not read articles.
 */
export async function suggestArticles(ctx: Context, text: string, limit: number): Promise<FoundArticle[]> {
  if (ctx.actor.grants.get('article')?.has('read') !== true || !seesFields(ctx, 'article', 'title', 'body')) return [];
  const grams = gramsOf(foldChinese(text));
  if (grams.length === 0) return [];
  const rows = await ctx.db.rows<FoundRow>(sql`
    WITH hit AS (
      SELECT a.id, g.gram, CASE WHEN position(g.gram IN a.shown_name) > 0 THEN 3 ELSE 1 END AS points
      FROM article a CROSS JOIN unnest(${grams}::text[]) AS g (gram) WHERE ${isShown} AND position(g.gram IN a.shown_text) > 0),
    rare AS (SELECT gram, ln(1 + (SELECT count(DISTINCT id) FROM hit)::float / count(*)) AS worth FROM hit GROUP BY gram),
    best AS (SELECT h.id, sum(h.points * r.worth) AS score FROM hit h JOIN rare r USING (gram) GROUP BY h.id HAVING count(*) >= ${Math.min(2, grams.length)})
    SELECT ${shownColumns} FROM best JOIN article a ON a.id = best.id ORDER BY best.score DESC, a.useful_count - a.useless_count DESC, a.id LIMIT ${limit}`);
  return rows.map((row) => toFound(row));
}

interface DeskRow {
  readonly id: Id;
  readonly title: string;
  readonly state: ArticleState;
  readonly owner: string | null;
  readonly at: string;
}

/** What is being written, what nobody looked at for a year, and what readers looked for in vain (SE-34); articles as far as the caller may read them. */
export async function articleDesk(ctx: Context) {
  const may = predicateSql(ctx, objectDef(ctx, 'article'), 'read', 'a');
  const told = (row: DeskRow) => ({ ...row, at: isoTime(row.at), owner: seesFields(ctx, 'article', 'owner') ? row.owner : null });
  const before = new Date(ctx.now.getTime() - STALE_DAYS * 86_400_000).toISOString();
  const list = (where: Sql, at: Sql) => ctx.db.rows<DeskRow>(sql`
    SELECT a.id, a.title, a.state, u.name AS owner, ${at} AS at FROM article a LEFT JOIN app_user u ON u.id = a.owner_id WHERE a.deleted_at IS NULL AND ${where} AND ${may} ORDER BY ${at}, a.id LIMIT 100`);
  const drafts = await list(sql`a.state IN ('draft', 'approval')`, sql`a.updated_at`);
  const stale = await list(sql`a.state = 'published' AND a.reviewed_at < ${before}`, sql`a.reviewed_at`);
  const missing = await ctx.db.rows<{ id: Id; words: string; asked: number; isPublic: boolean; lastAt: string }>(sql`
    SELECT id, words, asked, is_public AS "isPublic", last_at AS "lastAt" FROM article_miss WHERE settled_at IS NULL ORDER BY asked DESC, last_at DESC, id LIMIT 30`);
  return { drafts: drafts.map(told), stale: stale.map(told), missing: missing.map((row) => ({ ...row, lastAt: isoTime(row.lastAt) })) };
}
