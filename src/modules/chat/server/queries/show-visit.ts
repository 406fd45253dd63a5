import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { openingOf, requireOpenChat } from '../chat-desk.ts';
import type { ChatState } from '../chat-rows.ts';
import type { Visitor } from '../chat-visitor.ts';
import type { visitAnswer } from '../chat.answers.ts';

type Visit = Answered<typeof visitAnswer>;
type Line = Visit['lines'][number];

const MOST_LINES = 200;
/** Whoever writes says so again within it. */
const TYPING_MS = 6_000;

export const isTyping = (column: Sql, now: Date): Sql => sql`coalesce(${column} > ${new Date(now.getTime() - TYPING_MS).toISOString()}, false)`;

/** The newest lines behind a number, the oldest of them first; agents by the name that customers see. */
export async function linesOf(ctx: Pick<Context, 'db'>, conversation: Id, after: number): Promise<Line[]> {
  const rows = await ctx.db.rows<Omit<Line, 'seq'> & { readonly seq: string }>(sql`
    SELECT l.seq::text AS seq, l.side, CASE WHEN l.side = 'agent' THEN u.name END AS name, m.body, m.created_at AS at, l.key
    FROM chat_line l JOIN case_message m ON m.id = l.message_id AND m.kind IN ('incoming', 'reply') AND m.deleted_at IS NULL LEFT JOIN app_user u ON u.id = m.author_id
    WHERE l.conversation_id = ${conversation} AND l.seq > ${after} ORDER BY l.seq DESC LIMIT ${MOST_LINES}`);
  return rows.reverse().map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at).toISOString() }));
}

interface VisitRow {
  readonly id: Id;
  readonly state: ChatState;
  readonly number: string;
  readonly agent: string | null;
  readonly hasContact: boolean;
  readonly isTyping: boolean;
  readonly agentSeen: string;
  readonly visitorSeen: string;
  readonly ahead: number;
}

/** What a visitor sees: their own conversation, the last one where several were, and whether somebody is there. */
export async function showVisit(ctx: Context, visitor: Visitor, after: number): Promise<Visit> {
  const opening = await openingOf(ctx, await requireOpenChat(ctx));
  const row = await ctx.db.maybe<VisitRow>(sql`
    SELECT v.id, v.state, c.number, CASE WHEN v.state = 'live' THEN u.name END AS agent, (c.reporter_email IS NOT NULL OR c.reporter_phone IS NOT NULL) AS "hasContact",
      v.state = 'live' AND ${isTyping(sql`v.agent_typing_at`, ctx.now)} AS "isTyping", v.agent_seen::text AS "agentSeen", v.visitor_seen::text AS "visitorSeen",
      CASE WHEN v.state = 'waiting' THEN (SELECT count(*)::int FROM chat_conversation o WHERE o.state = 'waiting' AND (o.waiting_since, o.id) < (v.waiting_since, v.id)) ELSE 0 END AS ahead
    FROM chat_conversation v JOIN service_case c ON c.id = v.case_id LEFT JOIN app_user u ON u.id = v.agent_id
    WHERE v.visitor_id = ${visitor.id} ORDER BY v.state IN ('waiting', 'live') DESC, v.started_at DESC LIMIT 1`);
  if (!row) return { ...opening, isBlocked: visitor.isBlocked, conversation: null, lines: [] };
  const { id, agentSeen, visitorSeen, ...conversation } = row;
  return { ...opening, isBlocked: visitor.isBlocked, conversation: { ...conversation, agentSeen: Number(agentSeen), visitorSeen: Number(visitorSeen) }, lines: await linesOf(ctx, id, after) };
}
