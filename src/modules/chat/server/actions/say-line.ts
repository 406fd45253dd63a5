import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { normalisePhone } from '#kernel/phone.ts';
import { type HouseFacts, asHouse, networkOf, takeLimit } from '#modules/portal/server/portal.public.ts';
import { addMessage, openCase } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { chatTexts } from '../../chat.texts.ts';
import { type ChatDesk, openingOf, requireOpenChat, tellDesks, tellVisitor } from '../chat-desk.ts';
import { type ChatState, noteLine } from '../chat-rows.ts';
import { type Visitor, requireNotBlocked } from '../chat-visitor.ts';

const LIMITS = [{ name: 'chat-minute', max: 20, seconds: 60 }, { name: 'chat-day', max: 300, seconds: 86_400 }];
const NEW_PER_NETWORK = [{ name: 'chat-new-network', max: 10, seconds: 600 }];
const EVERYBODY = { name: 'chat-new-everybody', max: 120, seconds: 600 };
/** A talk that ended goes on as the same case when they come back within so many days. */
const SAME_TALK_DAYS = 7;
const SUBJECT_CHARS = 60;

export interface Contact {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export interface VisitorLine {
  /** Made by the device, the same on every try: one line (REL-7). */
  readonly key: string;
  readonly body: string;
  /** Where the visitor is: origin and path. */
  readonly page?: string | undefined;
  readonly contact?: Contact | undefined;
}

interface Running {
  readonly id: Id;
  readonly caseId: Id;
  readonly state: ChatState;
  readonly queueId: Id | null;
  /** Nobody needs a notice of it: the desk shows it live, or the case is new. */
  readonly isQuiet: boolean;
}

const wrong = (path: string, code: string) => fail('record.invalid', { count: 1 }, [{ path, code }]);

/**
 * Takes what a visitor says. The first line opens a case, later ones join it; while nobody can answer it needs a way to
 * reach the visitor. Errors: record.invalid (contact.email required), request.too-many, chat.blocked.
 */
export async function sayLine(services: HouseFacts, ctx: Context, visitor: Visitor, line: VisitorLine): Promise<{ readonly id: Id }> {
  const desk = await requireOpenChat(ctx);
  const sourceKey = `chat:${visitor.id}:${line.key}`;
  // One visitor's lines one after the other: two of their pages open no second case.
  await ctx.db.run(sql`SELECT 1 FROM chat_visitor WHERE id = ${visitor.id} FOR UPDATE`);
  const earlier = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_message WHERE source_key = ${sourceKey}`);
  if (earlier) return earlier;
  await requireNotBlocked(ctx, visitor);
  for (const limit of LIMITS) await takeLimit(ctx, limit, visitor.id);
  const house = asHouse(services, ctx);
  const running = (await runningOf(ctx, visitor.id)) ?? (await begin(house, desk, visitor, { ...line, sourceKey }));
  if (line.contact && 'isOld' in running) await writeContact(house, running.caseId, line.contact);
  const { id } = await addMessage(house, running.caseId, {
    kind: 'incoming', channel: 'chat', body: line.body, sourceKey, authorName: await nameOf(ctx, running.caseId), isQuiet: running.isQuiet,
  });
  await noteLine(ctx, { conversation: running.id, message: id, side: 'visitor', key: line.key });
  if (running.state === 'left' || running.state === 'ended') await comeBack(ctx, desk, running);
  await tellDesks(ctx, desk.queueId, running.id, running.state === 'live' ? 'changed' : 'waiting');
  tellVisitor(ctx, visitor.id);
  return { id };
}

/** The conversation that goes on: one that runs, else the last one whose case is not over, or ended a short while ago. */
async function runningOf(ctx: Context, visitorId: Id): Promise<(Running & { readonly isOld: true }) | undefined> {
  const since = new Date(ctx.now.getTime() - SAME_TALK_DAYS * 86_400_000).toISOString();
  const row = await ctx.db.maybe<Running>(sql`
    SELECT v.id, v.case_id AS "caseId", v.state, c.queue_id AS "queueId", v.state IN ('waiting', 'live') AND c.state <> 'waiting' AS "isQuiet" FROM chat_conversation v JOIN service_case c ON c.id = v.case_id AND c.deleted_at IS NULL
    WHERE v.visitor_id = ${visitorId} AND c.state IN ('open', 'waiting', 'answered') AND (v.state <> 'ended' OR v.ended_at > ${since})
    ORDER BY v.state IN ('waiting', 'live') DESC, v.started_at DESC LIMIT 1`);
  return row && { ...row, isOld: true };
}

/** Opens the case and its conversation. Somebody there: it waits to be taken. Nobody: it goes by the queue's rotation. */
async function begin(house: Context, desk: ChatDesk, visitor: Visitor, line: VisitorLine & { readonly sourceKey: string }): Promise<Running> {
  const { mode } = await openingOf(house, desk);
  const isLive = mode === 'live';
  const contact = line.contact && checkedContact(line.contact);
  if (!isLive && contact === undefined) throw wrong('contact.email', 'required');
  await takeLimit(house, EVERYBODY, 'everybody');
  for (const limit of NEW_PER_NETWORK) await takeLimit(house, limit, networkOf(house.ip));
  const words = line.body.replaceAll(/\s+/g, ' ').slice(0, SUBJECT_CHARS);
  const { id: caseId } = await openCase(house, {
    caseType: desk.typeId, channel: 'chat', subject: chatTexts.t(visitor.locale, 'case.subject', { words }), sourceKey: line.sourceKey, isForTaking: isLive,
    reporterName: contact?.name ?? null, reporterEmail: contact?.email ?? null, reporterPhone: contact?.phone ?? null,
  });
  const id = house.newId();
  const now = house.now.toISOString();
  await house.db.run(sql`
    INSERT INTO chat_conversation (id, visitor_id, case_id, state, page, started_at, waiting_since, last_line_at)
    VALUES (${id}, ${visitor.id}, ${caseId}, ${isLive ? 'waiting' : 'left'}, ${line.page ?? null}, ${now}, ${isLive ? now : null}, ${now})`);
  return { id, caseId, state: isLive ? 'waiting' : 'left', queueId: desk.queueId, isQuiet: true };
}

/** They write again: it waits for somebody anew, where somebody is there. */
async function comeBack(ctx: Context, desk: ChatDesk, { id, state }: Running): Promise<void> {
  const { mode } = await openingOf(ctx, desk);
  if (mode === 'live') await ctx.db.run(sql`UPDATE chat_conversation SET state = 'waiting', waiting_since = ${ctx.now.toISOString()}, ended_at = NULL, ended_by = NULL WHERE id = ${id}`);
  else if (state === 'ended') await ctx.db.run(sql`UPDATE chat_conversation SET state = 'left', ended_at = NULL, ended_by = NULL WHERE id = ${id}`);
}

const nameOf = async (ctx: Context, caseId: Id): Promise<string | null> =>
  (await ctx.db.one<{ name: string | null }>(sql`SELECT reporter_name AS name FROM service_case WHERE id = ${caseId}`)).name;

/** A name and at least one way to reach them. Errors: record.invalid. */
function checkedContact({ name, email, phone }: Contact): { readonly name: string; readonly email: string | null; readonly phone: string | null } {
  const number = phone === undefined || phone.trim() === '' ? undefined : normalisePhone(phone);
  if (number === null) throw wrong('contact.phone', 'phone');
  const address = email?.trim().toLowerCase() || null;
  if (address === null && number === undefined) throw wrong('contact.email', 'required');
  return { name: name.trim(), email: address, phone: number?.e164 ?? null };
}

async function writeContact(house: Context, caseId: Id, contact: Contact): Promise<void> {
  const { name, email, phone } = checkedContact(contact);
  await changeRecord(house, 'case', caseId, { reporterName: name, ...(email !== null && { reporterEmail: email }), ...(phone !== null && { reporterPhone: phone }) });
}

/** How to reach a visitor whose wait is too long for them. Errors: record.not-found without a conversation, record.invalid. */
export async function leaveContact(services: HouseFacts, ctx: Context, visitor: Visitor, contact: Contact): Promise<void> {
  await requireNotBlocked(ctx, visitor);
  const running = await runningOf(ctx, visitor.id);
  if (!running) throw fail('record.not-found');
  await takeLimit(ctx, { name: 'chat-contact', max: 10, seconds: 3_600 }, visitor.id);
  await writeContact(asHouse(services, ctx), running.caseId, contact);
  const desk = await requireOpenChat(ctx);
  await tellDesks(ctx, desk.queueId, running.id, 'changed');
}
