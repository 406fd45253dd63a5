import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { requireChatAgent, tellDesks, tellVisitor } from '../chat-desk.ts';
import { conversationOf } from '../chat-rows.ts';

export interface Marks {
  /** The number of the last line that was looked at. */
  readonly seen?: number | undefined;
  readonly isTyping?: boolean | undefined;
}

/** How far the visitor has read, and whether they write. Nothing happens without a conversation. */
export async function markByVisitor(ctx: Context, visitorId: Id, { seen, isTyping }: Marks): Promise<void> {
  const row = await ctx.db.maybe<{ id: Id; agentId: Id | null; queueId: Id | null; isNew: boolean }>(sql`
    UPDATE chat_conversation v SET visitor_seen = least(greatest(v.visitor_seen, ${seen ?? 0}), coalesce((SELECT max(seq) FROM chat_line WHERE conversation_id = v.id), 0)),
      visitor_typing_at = CASE WHEN ${isTyping ?? null}::boolean IS NULL THEN v.visitor_typing_at WHEN ${isTyping ?? null}::boolean THEN ${ctx.now.toISOString()}::timestamptz END
    FROM service_case c WHERE c.id = v.case_id AND v.id = (SELECT id FROM chat_conversation WHERE visitor_id = ${visitorId} ORDER BY state IN ('waiting', 'live') DESC, started_at DESC LIMIT 1)
    RETURNING v.id, v.agent_id AS "agentId", c.queue_id AS "queueId"`);
  if (row?.agentId != null) ctx.tell({ userId: row.agentId, topic: 'chat', payload: { conversation: row.id, what: 'changed' } });
}

/** The same of the agent. Errors: record.not-found. */
export async function markByAgent(ctx: Context, id: Id, { seen, isTyping }: Marks): Promise<void> {
  const row = await conversationOf(ctx, id);
  if (row.agentId !== ctx.actor.userId) return;
  await ctx.db.run(sql`
    UPDATE chat_conversation SET agent_seen = least(greatest(agent_seen, ${seen ?? 0}), coalesce((SELECT max(seq) FROM chat_line WHERE conversation_id = ${id}), 0)),
      agent_typing_at = CASE WHEN ${isTyping ?? null}::boolean IS NULL THEN agent_typing_at WHEN ${isTyping ?? null}::boolean THEN ${ctx.now.toISOString()}::timestamptz END WHERE id = ${id}`);
  tellVisitor(ctx, row.visitorId);
}

export interface Presence {
  readonly isAvailable: boolean;
  /** Conversations at once. */
  readonly capacity: number;
  readonly hasSound: boolean;
  readonly hasNotices: boolean;
}

/** What an agent set, and that their desk is open. Colleagues hear when somebody comes or goes. */
export async function bePresent(ctx: Context, { isAvailable, capacity, hasSound, hasNotices }: Presence): Promise<void> {
  const desk = await requireChatAgent(ctx);
  const before = await ctx.db.maybe<{ isAvailable: boolean }>(sql`SELECT is_available AS "isAvailable" FROM chat_agent WHERE user_id = ${ctx.actor.userId}`);
  await ctx.db.run(sql`
    INSERT INTO chat_agent (user_id, is_available, capacity, has_sound, has_notices, seen_at) VALUES (${ctx.actor.userId}, ${isAvailable}, ${capacity}, ${hasSound}, ${hasNotices}, ${ctx.now.toISOString()})
    ON CONFLICT (user_id) DO UPDATE SET is_available = excluded.is_available, capacity = excluded.capacity, has_sound = excluded.has_sound, has_notices = excluded.has_notices, seen_at = excluded.seen_at`);
  if (before?.isAvailable !== isAvailable) await tellDesks(ctx, desk.queueId, ctx.actor.userId, 'changed');
}
