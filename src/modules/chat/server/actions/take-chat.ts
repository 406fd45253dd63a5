import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { noteMail } from '#modules/portal/server/portal.public.ts';
import { type CaseEvent, addCaseListener, addMessage, handOnCase, letSee } from '#modules/service/server/service.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { findDesk, tellDesks, tellVisitor } from '../chat-desk.ts';
import { type ConversationRow, lockConversation, noteLine } from '../chat-rows.ts';

const CAPACITY = 3;

/** Takes a conversation that waits; its case is theirs from now on. Errors: record.not-found, chat.taken, chat.full. */
export async function takeChat(ctx: Context, id: Id): Promise<void> {
  const me = ctx.actor.userId;
  // Two windows of one person must not go beyond what they set.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`chat-agent:${me}`}, 0))`);
  const row = await lockConversation(ctx, id);
  if (row.state === 'live' && row.agentId === me) return;
  if (row.state !== 'waiting') throw fail('chat.taken');
  const { live, capacity } = await ctx.db.one<{ live: number; capacity: number }>(sql`
    SELECT (SELECT count(*)::int FROM chat_conversation WHERE state = 'live' AND agent_id = ${me}) AS live, coalesce((SELECT capacity FROM chat_agent WHERE user_id = ${me}), ${CAPACITY}) AS capacity`);
  if (live >= capacity) throw fail('chat.full', { max: capacity });
  await setLive(ctx, row, me);
  // Whoever works in the queue may answer, also where no unit gives them the case.
  await letSee(ctx, row.caseId, me, 'write');
  await handOnCase(ctx, row.caseId, me);
}

async function setLive(ctx: Context, row: ConversationRow, agent: Id): Promise<void> {
  await ctx.db.run(sql`
    UPDATE chat_conversation SET state = 'live', agent_id = ${agent}, taken_at = coalesce(taken_at, ${ctx.now.toISOString()}), agent_typing_at = NULL WHERE id = ${row.id}`);
  await tellDesks(ctx, row.queueId, row.id, 'changed');
  tellVisitor(ctx, row.visitorId);
}

/** Gives a live conversation to a colleague of the queue. Errors: record.not-found, record.wrong-state, record.invalid. */
export async function handOnChat(ctx: Context, id: Id, to: Id, note: string | null): Promise<void> {
  const row = await lockConversation(ctx, id);
  if (row.state !== 'live') throw fail('record.wrong-state');
  if (!(await isMember(ctx, row.queueId, to))) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'not-found', params: { value: to } }]);
  await handOnCase(ctx, row.caseId, to, { note });
}

const isMember = async (ctx: Context, queueId: Id | null, userId: Id | null): Promise<boolean> =>
  (await ctx.db.maybe(sql`SELECT 1 FROM service_queue_member WHERE queue_id = ${queueId} AND user_id = ${userId}`)) !== undefined;

/** What its agent says; the same key again answers the same line. Errors: record.not-found, chat.taken by a colleague, record.wrong-state once it is not live. */
export async function replyLine(ctx: Context, id: Id, { key, body }: { readonly key: string; readonly body: string }): Promise<{ readonly id: Id }> {
  const row = await lockConversation(ctx, id);
  const sourceKey = `chat-agent:${ctx.actor.userId}:${key}`;
  const earlier = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_message WHERE source_key = ${sourceKey}`);
  if (earlier) return earlier;
  if (row.state !== 'live') throw fail('record.wrong-state');
  if (row.agentId !== ctx.actor.userId) throw fail('chat.taken');
  const made = await addMessage(ctx, row.caseId, { kind: 'reply', channel: 'chat', body, sourceKey });
  await noteLine(ctx, { conversation: id, message: made.id, side: 'agent', key });
  return made;
}

export async function endChat(ctx: Context, row: Pick<ConversationRow, 'id' | 'queueId' | 'visitorId'>, by: 'visitor' | 'agent' | 'silence'): Promise<void> {
  const ended = await ctx.db.run(sql`
    UPDATE chat_conversation SET state = 'ended', ended_at = ${ctx.now.toISOString()}, ended_by = ${by}, visitor_typing_at = NULL, agent_typing_at = NULL
    WHERE id = ${row.id} AND state IN ('waiting', 'live')`);
  if (ended === 0) return;
  await tellDesks(ctx, row.queueId, row.id, 'changed');
  tellVisitor(ctx, row.visitorId);
}

/** The agent ends the talk; the case goes on by its process. Errors: record.not-found. */
export async function endByAgent(ctx: Context, id: Id): Promise<void> {
  await endChat(ctx, await lockConversation(ctx, id), 'agent');
}

/** The visitor ends it. Nothing happens where nothing runs. */
export async function endByVisitor(ctx: Context, visitorId: Id): Promise<void> {
  const row = await ctx.db.maybe<ConversationRow>(sql`
    SELECT v.id, v.visitor_id AS "visitorId", v.case_id AS "caseId", c.queue_id AS "queueId", v.state, v.agent_id AS "agentId"
    FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.visitor_id = ${visitorId} AND v.state IN ('waiting', 'live')`);
  if (row) await endChat(ctx, row, 'visitor');
}

/** Nothing more comes from this visitor, nor for a day from others of their address. On record. Errors: record.not-found. */
export async function blockVisitor(ctx: Context, id: Id): Promise<void> {
  const row = await lockConversation(ctx, id);
  await ctx.db.run(sql`UPDATE chat_visitor SET blocked_at = ${ctx.now.toISOString()}, blocked_by = ${ctx.actor.userId} WHERE id = ${row.visitorId} AND blocked_at IS NULL`);
  await writeAudit(ctx, [{ action: 'block', object: 'case', recordId: row.caseId, detail: { visitor: row.visitorId } }]);
  await endChat(ctx, row, 'agent');
}

/** Takes a block back. Errors: record.not-found. */
export async function liftBlock(ctx: Context, visitorId: Id): Promise<void> {
  const lifted = await ctx.db.run(sql`UPDATE chat_visitor SET blocked_at = NULL, blocked_by = NULL WHERE id = ${visitorId} AND blocked_at IS NOT NULL`);
  if (lifted === 0) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'unblock', object: 'chatVisitor', recordId: visitorId }]);
}

/** What happens to the case on its own page happens to the conversation: replies, another person, a merge, its end. */
export const followCases = (): void => addCaseListener({ onCaseEvent: followCase });

async function followCase(ctx: Context, event: CaseEvent): Promise<void> {
  const row = await ctx.db.maybe<ConversationRow & { readonly ownerId: Id | null; readonly mergedInto: Id | null }>(sql`
    SELECT v.id, v.visitor_id AS "visitorId", v.case_id AS "caseId", c.queue_id AS "queueId", v.state, v.agent_id AS "agentId", c.owner_id AS "ownerId", c.merged_into_id AS "mergedInto"
    FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.case_id = ${event.caseId} ORDER BY v.started_at DESC LIMIT 1`);
  if (!row) return;
  if (event.kind === 'replied' && event.messageId !== undefined) await showReply(ctx, row, event.messageId);
  if (event.kind === 'handedOn') await followOwner(ctx, row, row.ownerId);
  if (event.kind === 'closed') await endChat(ctx, row, 'agent');
  if (event.kind === 'merged' && row.mergedInto !== null) await ctx.db.run(sql`UPDATE chat_conversation SET case_id = ${row.mergedInto} WHERE case_id = ${event.caseId}`);
}

/** Replies that go by another way (mail) are not repeated here. */
async function showReply(ctx: Context, row: ConversationRow, messageId: Id): Promise<void> {
  const { channel } = await ctx.db.one<{ channel: string }>(sql`SELECT channel FROM case_message WHERE id = ${messageId}`);
  if (channel !== 'chat') return;
  await noteLine(ctx, { conversation: row.id, message: messageId, side: 'agent' });
  if (row.state === 'left' || row.state === 'ended') await mailReply(ctx, row, messageId);
  await tellDesks(ctx, row.queueId, row.id, 'changed');
  tellVisitor(ctx, row.visitorId);
}

/** Whoever left an address and is gone has it by mail. */
async function mailReply(ctx: Context, row: ConversationRow, message: Id): Promise<void> {
  const to = await ctx.db.one<{ email: string | null; locale: string }>(sql`
    SELECT c.reporter_email AS email, w.locale FROM chat_conversation v JOIN service_case c ON c.id = v.case_id JOIN chat_visitor w ON w.id = v.visitor_id WHERE v.id = ${row.id}`);
  if (to.email !== null) await noteMail(ctx, { email: to.email.toLowerCase(), locale: to.locale, account: null, caseId: row.caseId, message, kind: 'chat', round: 0 });
}

/** Somebody of the queue talks on; somebody else works on the case, and the visitor hears that it goes on without a talk. */
async function followOwner(ctx: Context, row: ConversationRow, owner: Id | null): Promise<void> {
  if ((row.state !== 'live' && row.state !== 'waiting') || owner === null || owner === row.agentId) return;
  const desk = await findDesk(ctx);
  if (await isMember(ctx, desk?.queueId ?? null, owner)) return setLive(ctx, row, owner);
  await ctx.db.run(sql`UPDATE chat_conversation SET state = 'left', agent_id = NULL, agent_typing_at = NULL WHERE id = ${row.id}`);
  await tellDesks(ctx, row.queueId, row.id, 'changed');
  tellVisitor(ctx, row.visitorId);
}
