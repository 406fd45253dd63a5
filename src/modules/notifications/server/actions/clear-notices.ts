import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { NOTIFICATION_TOPIC } from '../notify.ts';

/** Which notifications have nothing left to ask for. */
export interface DoneNotices {
  readonly link: string;
  /** Keys of kinds. */
  readonly kinds: readonly string[];
  /** People who have nothing to do any more. */
  readonly users: readonly Id[];
}

/** What these notifications asked for is done: they count as read, and a mail that still waits for its hour is not sent. */
export async function clearNotices(ctx: Context, { link, kinds, users }: DoneNotices): Promise<void> {
  const cleared = await ctx.db.rows<{ user_id: Id }>(sql`
    UPDATE notification SET read_at = ${ctx.now.toISOString()}
    WHERE user_id = ANY(${[...users]}::uuid[]) AND is_in_app AND read_at IS NULL AND link = ${link} AND kind = ANY(${[...kinds]}::text[])
    RETURNING user_id`);
  for (const userId of new Set(cleared.map((row) => row.user_id))) ctx.tell({ userId, topic: NOTIFICATION_TOPIC, payload: {} });
}
