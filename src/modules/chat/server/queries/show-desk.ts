import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { maskEmail, maskPhone } from '#kernel/phone.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { AGENT_GONE_MS, findDesk, isChatAgent, openingOf } from '../chat-desk.ts';
import { conversationOf } from '../chat-rows.ts';
import { isOfTheirQueue } from '../chat-scope.ts';
import { chatSetting } from '../chat-settings.ts';
import type { blockedAnswer, chatAnswer, chatDeskAnswer, chatWaitingAnswer } from '../chat.answers.ts';
import { isTyping, linesOf } from './show-visit.ts';

type Desk = Answered<typeof chatDeskAnswer>;
type Brief = Desk['waiting'][number];

const MOST = 100;
/** The visitor's page asks at least this often. */
const ONLINE_MS = 45_000;
/** A page that was reloaded, or a short way: they stay as they were. */
const BACK_MS = 600_000;

interface BriefRow extends Omit<Brief, 'unseen'> {
  readonly unseen: number;
}

const briefColumns = (ctx: Pick<Context, 'now'>): Sql => sql`v.id, v.state, c.reporter_name AS name, CASE WHEN k.id IS NULL THEN NULL ELSE jsonb_build_object('id', k.id, 'name', k.name) END AS customer,
  c.id AS "caseId", c.number, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS agent, v.waiting_since AS "waitingSince", v.last_line_at AS "lastLineAt",
  coalesce((SELECT left(m.body, 120) FROM chat_line l JOIN case_message m ON m.id = l.message_id WHERE l.conversation_id = v.id ORDER BY l.seq DESC LIMIT 1), '') AS "lastLine",
  (SELECT count(*)::int FROM chat_line l WHERE l.conversation_id = v.id AND l.side = 'visitor' AND l.seq > v.agent_seen) AS unseen,
  w.last_seen_at > ${new Date(ctx.now.getTime() - ONLINE_MS).toISOString()} AS "isOnline", ${isTyping(sql`v.visitor_typing_at`, ctx.now)} AS "isTyping"`;

const briefFrom = sql`chat_conversation v JOIN service_case c ON c.id = v.case_id JOIN chat_visitor w ON w.id = v.visitor_id LEFT JOIN customer k ON k.id = c.customer_id LEFT JOIN app_user u ON u.id = v.agent_id`;

const iso = (text: string): string => new Date(text).toISOString();
const toBrief = <R extends BriefRow>(row: R): R => ({ ...row, waitingSince: row.waitingSince === null ? null : iso(row.waitingSince), lastLineAt: iso(row.lastLineAt) });

/** What the actor set; who was away for long begins as away. */
const presenceOf = async (ctx: Context): Promise<Desk['presence']> =>
  (await ctx.db.maybe<Desk['presence']>(sql`
    SELECT is_available AND seen_at > ${new Date(ctx.now.getTime() - BACK_MS).toISOString()} AS "isAvailable", capacity, has_sound AS "hasSound", has_notices AS "hasNotices"
    FROM chat_agent WHERE user_id = ${ctx.actor.userId}`)) ?? { isAvailable: false, capacity: 3, hasSound: true, hasNotices: false };

/** The desk of one agent: who waits, the oldest first, what they talk about, and which colleagues are there. */
export async function showDesk(ctx: Context): Promise<Desk> {
  const desk = await findDesk(ctx);
  const isAgent = await isChatAgent(ctx, desk);
  const base = {
    isOpen: desk !== undefined && (await readSetting(ctx, chatSetting)), isAgent, presence: await presenceOf(ctx),
    ...(desk ? await openingOf(ctx, desk) : { mode: 'closed' as const, opensAt: null }),
  };
  if (!isAgent) return { ...base, waiting: [], mine: [], others: [], people: [] };
  const rows = await ctx.db.rows<BriefRow>(sql`
    SELECT ${briefColumns(ctx)} FROM ${briefFrom} WHERE v.state IN ('waiting', 'live') AND ${isOfTheirQueue(ctx)} ORDER BY v.waiting_since, v.id LIMIT ${MOST}`);
  const running = rows.map(toBrief);
  const isMine = (row: Brief): boolean => row.agent?.id === ctx.actor.userId;
  return {
    ...base, waiting: running.filter((row) => row.state === 'waiting'), mine: running.filter((row) => row.state === 'live' && isMine(row)), others: running.filter((row) => row.state === 'live' && !isMine(row)),
    people: await peopleOf(ctx, desk?.queueId ?? null),
  };
}

const peopleOf = (ctx: Context, queueId: Id | null): Promise<Desk['people'][number][]> => ctx.db.rows(sql`
  SELECT u.id, u.name, coalesce(a.is_available AND a.seen_at > ${new Date(ctx.now.getTime() - AGENT_GONE_MS).toISOString()}, false) AS "isAvailable", coalesce(a.capacity, 3) AS capacity,
    (SELECT count(*)::int FROM chat_conversation v WHERE v.state = 'live' AND v.agent_id = u.id) AS live
  FROM service_queue_member m JOIN app_user u ON u.id = m.user_id AND u.is_active AND u.deleted_at IS NULL LEFT JOIN chat_agent a ON a.user_id = u.id
  WHERE m.queue_id = ${queueId} ORDER BY u.name, u.id`);

/** How many wait in the actor's queues, and how much of their own talks is unread: for the number in the top bar. */
export async function countWaiting(ctx: Context): Promise<Answered<typeof chatWaitingAnswer>> {
  const counts = await ctx.db.one<{ waiting: number; unseen: number }>(sql`
    SELECT count(*) FILTER (WHERE v.state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE v.state = 'live' AND v.agent_id = ${ctx.actor.userId} AND EXISTS (SELECT 1 FROM chat_line l WHERE l.conversation_id = v.id AND l.side = 'visitor' AND l.seq > v.agent_seen))::int AS unseen
    FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.state IN ('waiting', 'live') AND ${isOfTheirQueue(ctx)}`);
  const isAgent = (await readSetting(ctx, chatSetting)) && (await isChatAgent(ctx, await findDesk(ctx)));
  return { isAgent, ...counts, presence: await presenceOf(ctx) };
}

type Chat = Answered<typeof chatAnswer>;
interface ChatRow extends BriefRow, Pick<Chat, 'page' | 'locale' | 'startedAt' | 'endedBy' | 'isBlocked' | 'email' | 'phone' | 'earlier'> {
  readonly visitorSeen: string;
}

/** One conversation with its lines behind a number. How to reach the visitor is masked as everywhere (SEC-27). Errors: record.not-found. */
export async function showChat(ctx: Context, id: Id, after: number): Promise<Chat> {
  await conversationOf(ctx, id);
  const row = await ctx.db.maybe<ChatRow>(sql`
    SELECT ${briefColumns(ctx)}, v.page, w.locale, v.started_at AS "startedAt", v.ended_by AS "endedBy", w.blocked_at IS NOT NULL AS "isBlocked", v.visitor_seen::text AS "visitorSeen",
      c.reporter_email AS email, c.reporter_phone AS phone, (SELECT count(*)::int FROM chat_conversation o WHERE o.visitor_id = v.visitor_id AND o.id <> v.id) AS earlier
    FROM ${briefFrom} WHERE v.id = ${id}`);
  if (!row) throw fail('record.not-found');
  const { email, phone, visitorSeen, ...rest } = toBrief(row);
  return {
    ...rest, startedAt: iso(rest.startedAt), visitorSeen: Number(visitorSeen), email: email === null ? null : maskEmail(email), phone: phone === null ? null : maskPhone(phone), lines: await linesOf(ctx, id, after),
  };
}

/** Who is blocked, the newest first. */
export async function listBlocked(ctx: Context): Promise<Answered<typeof blockedAnswer>> {
  const rows = await ctx.db.rows<Answered<typeof blockedAnswer>['data'][number]>(sql`
    SELECT w.id, w.blocked_at AS at, u.name AS by, last.number, last.id AS "caseId" FROM chat_visitor w LEFT JOIN app_user u ON u.id = w.blocked_by
    LEFT JOIN LATERAL (SELECT c.id, c.number FROM chat_conversation v JOIN service_case c ON c.id = v.case_id WHERE v.visitor_id = w.id ORDER BY v.started_at DESC LIMIT 1) last ON true
    WHERE w.blocked_at IS NOT NULL ORDER BY w.blocked_at DESC LIMIT ${MOST}`);
  return { data: rows.map((row) => ({ ...row, at: iso(row.at) })) };
}
