import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { chooseAssignee, handOnCase } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { tellDesks, tellVisitor } from '../chat-desk.ts';
import type { ConversationRow } from '../chat-rows.ts';
import { endChat } from './take-chat.ts';

/** A visitor who waited and closed the page is not waiting any more. */
const LEFT_MS = 5 * 60_000;
/** A talk without a word for so long is over. */
const SILENT_MS = 30 * 60_000;

/** What nobody looks at any more: waiting ones go on as cases by the queue's rotation, live ones end. Each in a transaction of its own. */
export async function settleSilence(services: Services): Promise<void> {
  const ago = (ms: number): string => new Date(services.clock().getTime() - ms).toISOString();
  const due = await services.database.rows<{ id: Id }>(sql`
    SELECT v.id FROM chat_conversation v JOIN chat_visitor w ON w.id = v.visitor_id
    WHERE (v.state = 'waiting' AND greatest(w.last_seen_at, v.last_line_at) < ${ago(LEFT_MS)}) OR (v.state = 'live' AND v.last_line_at < ${ago(SILENT_MS)}) ORDER BY v.id LIMIT 200`);
  for (const { id } of due) {
    await runAction(services, { actor: systemActor(services) }, async (ctx) => settle(ctx, id));
  }
}

async function settle(ctx: Context, id: Id): Promise<void> {
  // In the one order: the queue, the case, the conversation.
  const { queueId } = await ctx.db.one<{ queueId: Id | null }>(sql`SELECT c.queue_id AS "queueId" FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.id = ${id}`);
  const owner = queueId === null ? null : await chooseAssignee(ctx, queueId, []);
  await ctx.db.run(sql`SELECT 1 FROM service_case WHERE id = (SELECT case_id FROM chat_conversation WHERE id = ${id}) FOR UPDATE`);
  const row = await ctx.db.one<ConversationRow>(sql`
    SELECT v.id, v.visitor_id AS "visitorId", v.case_id AS "caseId", c.queue_id AS "queueId", v.state, v.agent_id AS "agentId"
    FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.id = ${id} FOR UPDATE OF v`);
  if (row.state === 'live') return endChat(ctx, row, 'silence');
  if (row.state !== 'waiting') return;
  await ctx.db.run(sql`UPDATE chat_conversation SET state = 'left', agent_id = NULL WHERE id = ${id}`);
  if (owner !== null) await handOnCase(ctx, row.caseId, owner);
  await tellDesks(ctx, row.queueId, id, 'changed');
  tellVisitor(ctx, row.visitorId);
}
