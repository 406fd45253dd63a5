import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { NOTIFICATION_TOPIC } from '../notify.ts';

export type ReadTarget = { readonly ids: readonly Id[] } | { readonly all: true; readonly kind?: string | undefined };

/** Marks the caller's own notifications as read or not; other people's ids are passed over. Their other pages hear of it. */
export async function markRead(ctx: Context, target: ReadTarget, isRead: boolean): Promise<void> {
  const at = isRead ? ctx.now.toISOString() : null;
  const ids = 'ids' in target ? [...target.ids] : null;
  const kind = 'all' in target ? (target.kind ?? null) : null;
  const changed = await ctx.db.run(sql`
    UPDATE notification SET read_at = ${at}
    WHERE user_id = ${ctx.actor.userId} AND is_in_app AND (read_at IS NULL) = ${isRead}
      AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[])) AND (${kind}::text IS NULL OR kind = ${kind})`);
  if (changed > 0) ctx.tell({ userId: ctx.actor.userId, topic: NOTIFICATION_TOPIC, payload: {} });
}
