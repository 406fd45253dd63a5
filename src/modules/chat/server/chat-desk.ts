import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { Context } from '#platform/context/context.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { type ChatMode, opensNext } from '../rules/opening.ts';
import { chatSetting, chatTypeSetting } from './chat-settings.ts';

/** The service type that conversations become cases of, and the queue whose people answer. */
export interface ChatDesk {
  readonly typeId: Id;
  readonly queueId: Id | null;
  readonly unitId: Id | null;
}

/** An agent's page says every 20 seconds that it is open; after this long without a word nobody is there. */
export const AGENT_GONE_MS = 60_000;

type View = Pick<Context, 'db' | 'secrets'>;

/** Undefined where no service type can take conversations. */
export async function findDesk(ctx: View): Promise<ChatDesk | undefined> {
  const chosen = await readSetting(ctx, chatTypeSetting);
  return ctx.db.maybe<ChatDesk>(sql`
    SELECT t.id AS "typeId", q.id AS "queueId", q.unit_id AS "unitId" FROM case_type t LEFT JOIN service_queue q ON q.id = t.queue_id AND q.is_active AND q.deleted_at IS NULL
    WHERE t.is_active AND t.deleted_at IS NULL AND (t.id = ${chosen}::uuid OR (t.is_public AND t.kind = 'enquiry'))
    ORDER BY t.id = ${chosen}::uuid DESC NULLS LAST, t.position, t.id LIMIT 1`);
}

/** Throws record.not-found while the company keeps its chat closed. */
export async function requireOpenChat(ctx: View): Promise<ChatDesk> {
  const desk = (await readSetting(ctx, chatSetting)) ? await findDesk(ctx) : undefined;
  if (!desk) throw fail('record.not-found');
  return desk;
}

/** Whether the actor is one of the people who answer. */
export async function isChatAgent(ctx: Context, desk: ChatDesk | undefined): Promise<boolean> {
  if (desk?.queueId == null) return false;
  return (await ctx.db.maybe(sql`SELECT 1 FROM service_queue_member WHERE queue_id = ${desk.queueId} AND user_id = ${ctx.actor.userId}`)) !== undefined;
}

/** Only the people of the queue that the chat feeds come to conversations (SE-31). Errors: auth.forbidden. */
export async function requireChatAgent(ctx: Context): Promise<ChatDesk & { readonly queueId: Id }> {
  const desk = await findDesk(ctx);
  if (desk?.queueId == null || !(await isChatAgent(ctx, desk))) throw fail('auth.forbidden');
  return { ...desk, queueId: desk.queueId };
}

/** Those of the queue whose desk is open and who said that they can answer. */
export const availableAgents = (ctx: Pick<Context, 'db' | 'now'>, queueId: Id | null): Promise<{ id: Id }[]> => ctx.db.rows(sql`
  SELECT u.id FROM service_queue_member m JOIN app_user u ON u.id = m.user_id AND u.is_active AND u.deleted_at IS NULL
  JOIN chat_agent a ON a.user_id = u.id AND a.is_available AND a.seen_at > ${new Date(ctx.now.getTime() - AGENT_GONE_MS).toISOString()}
  WHERE m.queue_id = ${queueId}`);

export interface Opening {
  readonly mode: ChatMode;
  /** ISO; when the desk opens next, where it is closed. */
  readonly opensAt: string | null;
}

/** Whether somebody can answer now (SE-31): by the calendar of the queue's unit, then by who is there. */
export async function openingOf(ctx: Pick<Context, 'db' | 'now'>, desk: ChatDesk): Promise<Opening> {
  const { calendar } = await calendarOfUnit(ctx, desk.unitId);
  const next = opensNext(calendar, ctx.now);
  if (next !== null) return { mode: 'closed', opensAt: next.toISOString() };
  return { mode: (await availableAgents(ctx, desk.queueId)).length > 0 ? 'live' : 'away', opensAt: null };
}

/** Tells the open desks that something changed; they read it within their own rights. */
export async function tellDesks(ctx: Context, queueId: Id | null, conversation: Id, what: 'waiting' | 'changed'): Promise<void> {
  const people = await ctx.db.rows<{ id: Id }>(sql`SELECT user_id AS id FROM service_queue_member WHERE queue_id = ${queueId}`);
  for (const { id } of people) ctx.tell({ userId: id, topic: 'chat', payload: { conversation, what } });
}

/** Wakes the visitor's open pages: their streams listen by the visitor's id. */
export const tellVisitor = (ctx: Context, visitorId: Id): void => ctx.tell({ userId: visitorId, topic: 'chat-visitor', payload: {} });
