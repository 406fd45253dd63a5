import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { articleStates, visibilities } from '../objects/article.object.ts';

export type ArticleState = (typeof articleStates)[number];

/** An article under its lock. */
export interface ArticleRow {
  readonly id: Id;
  readonly title: string;
  readonly body: string;
  readonly state: ArticleState;
  readonly visibility: (typeof visibilities)[number];
  readonly number: number;
  readonly publishedNumber: number | null;
  readonly ownerId: Id | null;
}

/** Errors: record.not-found. */
export async function lockArticle(ctx: Pick<Context, 'db'>, id: Id): Promise<ArticleRow> {
  const row = await ctx.db.maybe<ArticleRow>(sql`
    SELECT id, title, body, state, visibility, number, published_number AS "publishedNumber", owner_id AS "ownerId" FROM article WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Locks an article that the actor may change, in one of these states. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function takeArticle(ctx: Context, id: Id, ...states: readonly ArticleState[]): Promise<ArticleRow> {
  await requireRecord(ctx, objectDef(ctx, 'article'), 'update', id);
  const row = await lockArticle(ctx, id);
  if (!states.includes(row.state)) throw fail('record.wrong-state');
  return row;
}

/** SQL: there is a version that readers see. */
export const isShown = sql`a.published_number IS NOT NULL AND a.state <> 'retired' AND a.deleted_at IS NULL`;
