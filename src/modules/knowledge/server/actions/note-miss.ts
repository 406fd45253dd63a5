import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { foldText } from '#kernel/full-width.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { searchTerms } from '#platform/records/search-sql.ts';
import { requireDayLimit } from '../anonymous-reader.ts';
import { findArticles } from '../queries/find-articles.ts';

const MAX_WORDS = 60;
/** What anybody may add is bounded; what colleagues missed comes in all the same. */
const MAX_PUBLIC = 2_000;

/**
 * Notes what a reader looked for in vain (SE-34), once a reader and day; nothing when something is found after all, or
 * when it is no search. Errors: request.too-many for readers who are not signed in.
 */
export async function noteMiss(ctx: Context, q: string, { reader, isPublic }: { readonly reader: string; readonly isPublic: boolean }): Promise<void> {
  const folded = foldText(q);
  if (folded.length < 2 || folded.length > MAX_WORDS || searchTerms(q).length === 0) return;
  if ((await findArticles(ctx, { q, isPublic, limit: 1 })).length > 0) return;
  if (isPublic) await requireDayLimit(ctx, 'article_miss_reader', reader);
  const { open } = await ctx.db.one<{ open: number }>(sql`SELECT count(*)::int AS open FROM article_miss WHERE is_public`);
  if (isPublic && open >= MAX_PUBLIC) return;
  const now = ctx.now.toISOString();
  const { id } = await ctx.db.one<{ id: Id }>(sql`
    INSERT INTO article_miss (id, folded, words, is_public, first_at, last_at) VALUES (${ctx.newId()}, ${folded}, ${q.trim()}, ${isPublic}, ${now}, ${now})
    ON CONFLICT (folded) DO UPDATE SET last_at = excluded.last_at, settled_at = NULL, settled_by = NULL RETURNING id`);
  const isNew = await ctx.db.run(sql`INSERT INTO article_miss_reader (miss_id, voter, on_day) VALUES (${id}, ${reader}, ${localDate(ctx.now, ctx.timeZone)}) ON CONFLICT DO NOTHING`);
  if (isNew > 0) await ctx.db.run(sql`UPDATE article_miss SET asked = asked + 1 WHERE id = ${id}`);
}

/** An editor says that nothing is to be written for it. Errors: record.not-found. */
export async function settleMiss(ctx: Context, id: Id): Promise<void> {
  const settled = await ctx.db.run(sql`UPDATE article_miss SET settled_at = ${ctx.now.toISOString()}, settled_by = ${ctx.actor.userId} WHERE id = ${id} AND settled_at IS NULL`);
  if (settled === 0) throw fail('record.not-found');
}

/** After an article was published: what is found now is missing no longer. */
export async function settleFound(ctx: Context): Promise<void> {
  const open = await ctx.db.rows<{ id: Id; words: string; isPublic: boolean }>(sql`SELECT id, words, is_public AS "isPublic" FROM article_miss WHERE settled_at IS NULL ORDER BY asked DESC LIMIT 300`);
  for (const { id, words, isPublic } of open) {
    if ((await findArticles(ctx, { q: words, isPublic, limit: 1 })).length > 0) await ctx.db.run(sql`UPDATE article_miss SET settled_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
  }
}
