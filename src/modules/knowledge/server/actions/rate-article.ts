import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { requireDayLimit } from '../anonymous-reader.ts';
import { isShown } from '../article-rows.ts';

async function requireShown(ctx: Context, id: Id, isPublic: boolean): Promise<void> {
  const row = await ctx.db.maybe(sql`SELECT 1 FROM article a WHERE a.id = ${id} AND ${isShown} AND (${!isPublic} OR a.shown_visibility = 'public') FOR UPDATE`);
  if (!row) throw fail('record.not-found');
}

/** One opinion a reader; the last one counts. Errors: record.not-found for what they cannot read, request.too-many. */
export async function voteArticle(ctx: Context, id: Id, { reader, isUseful, isPublic = false }: { readonly reader: string; readonly isUseful: boolean; readonly isPublic?: boolean }): Promise<void> {
  await requireShown(ctx, id, isPublic);
  if (isPublic) await requireDayLimit(ctx, 'article_vote', reader);
  await ctx.db.run(sql`
    INSERT INTO article_vote (article_id, voter, is_useful, at) VALUES (${id}, ${reader}, ${isUseful}, ${ctx.now.toISOString()})
    ON CONFLICT (article_id, voter) DO UPDATE SET is_useful = excluded.is_useful, at = excluded.at`);
  await ctx.db.run(sql`
    UPDATE article SET (useful_count, useless_count) = (SELECT count(*) FILTER (WHERE is_useful), count(*) FILTER (WHERE NOT is_useful) FROM article_vote WHERE article_id = ${id}) WHERE id = ${id}`);
}

/** Counts a reader once a day. Errors: record.not-found. */
export async function viewArticle(ctx: Context, id: Id, { reader, isPublic = false }: { readonly reader: string; readonly isPublic?: boolean }): Promise<void> {
  await requireShown(ctx, id, isPublic);
  const isNew = await ctx.db.run(sql`INSERT INTO article_view (article_id, voter, on_day) VALUES (${id}, ${reader}, ${localDate(ctx.now, ctx.timeZone)}) ON CONFLICT DO NOTHING`);
  if (isNew > 0) await ctx.db.run(sql`UPDATE article SET view_count = view_count + 1 WHERE id = ${id}`);
}
