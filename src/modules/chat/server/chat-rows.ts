import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isOfTheirQueue } from './chat-scope.ts';

export type ChatState = 'waiting' | 'live' | 'left' | 'ended';

export interface ConversationRow {
  readonly id: Id;
  readonly visitorId: Id;
  readonly caseId: Id;
  readonly queueId: Id | null;
  readonly state: ChatState;
  readonly agentId: Id | null;
}

const columns = sql`v.id, v.visitor_id AS "visitorId", v.case_id AS "caseId", c.queue_id AS "queueId", v.state, v.agent_id AS "agentId"`;

/** A conversation of a queue of the actor's, under the lock of its case: locks go case, then conversation. Errors: record.not-found. */
export async function lockConversation(ctx: Context, id: Id): Promise<ConversationRow> {
  const found = await conversationOf(ctx, id);
  await ctx.db.run(sql`SELECT 1 FROM service_case WHERE id = ${found.caseId} FOR UPDATE`);
  // It may have been taken meanwhile.
  return ctx.db.one<ConversationRow>(sql`SELECT ${columns} FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.id = ${id} FOR UPDATE OF v`);
}

/** A conversation for reading. Not there and not theirs look the same. Errors: record.not-found. */
export async function conversationOf(ctx: Context, id: Id): Promise<ConversationRow> {
  const row = await ctx.db.maybe<ConversationRow>(sql`SELECT ${columns} FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.id = ${id} AND ${isOfTheirQueue(ctx)}`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Adds a message to what both sides see, in its place. The caller holds the lock of the case, so numbers grow in the order of the commits. */
export async function noteLine(ctx: Context, line: { readonly conversation: Id; readonly message: Id; readonly side: 'visitor' | 'agent'; readonly key?: string }): Promise<void> {
  const added = await ctx.db.run(sql`
    INSERT INTO chat_line (conversation_id, message_id, side, key) VALUES (${line.conversation}, ${line.message}, ${line.side}, ${line.key ?? null}) ON CONFLICT (message_id) DO NOTHING`);
  if (added === 0) return;
  const now = ctx.now.toISOString();
  if (line.side === 'visitor') await ctx.db.run(sql`UPDATE chat_conversation SET last_line_at = ${now}, visitor_typing_at = NULL WHERE id = ${line.conversation}`);
  else await ctx.db.run(sql`UPDATE chat_conversation SET last_line_at = ${now}, agent_typing_at = NULL WHERE id = ${line.conversation}`);
}
