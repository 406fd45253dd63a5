import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { isId } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';
import { noticeWords } from '../../rules/notice-words.ts';
import { type KindList, kindOf } from '../kind-list.ts';
import { visibleNotices } from '../queries/visible-notices.ts';
import { bareAddress, composeMail } from './compose-mail.ts';
import { type LetterItem, writeLetter } from './mail-letter.ts';
import { type MailServer, readMailServer } from './mail-server.ts';
import { type Handover, type MailSession, openMailSession } from '#platform/mail/smtp-session.ts';

const MAX_ATTEMPTS = 12;
const PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 4 * 3_600_000;
const MAX_ITEMS = 100;

interface DueRow {
  readonly user_id: Id;
  readonly notification_id: Id;
  readonly is_digest: boolean;
}

interface NoticeRow {
  readonly id: Id;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | Bilingual>>;
  readonly about_object: string | null;
  readonly about_id: Id | null;
}

type Host = Pick<Services, 'database' | 'secrets' | 'mail' | 'actorOf' | 'registry' | 'clock' | 'newId' | 'log'>;

/** The next mail to be sent: one notification, or everything of a person's digest that is due. */
async function nextDue(services: Host): Promise<DueRow[]> {
  const now = services.clock().toISOString();
  return services.database.rows<DueRow>(sql`
    WITH first AS (
      SELECT user_id, notification_id, is_digest FROM notification_delivery
      WHERE channel = 'mail' AND state = 'waiting' AND due_at <= ${now} ORDER BY due_at, notification_id LIMIT 1)
    SELECT d.user_id, d.notification_id, d.is_digest FROM notification_delivery d JOIN first f ON f.user_id = d.user_id
    WHERE d.channel = 'mail' AND d.state = 'waiting' AND d.due_at <= ${now}
      AND (d.notification_id = f.notification_id OR (f.is_digest AND d.is_digest))
    ORDER BY d.notification_id LIMIT ${MAX_ITEMS}`);
}

/**
 * Sends what is due, one mail after the other, on one connection (PL-44). Throws when the server cannot be reached, so
 * that the job is tried again with growing pauses; nothing is marked then. Answers how many were handed over.
 */
export async function deliverMails(services: Host, kinds: KindList, signal: AbortSignal): Promise<number> {
  await settleLost(services);
  const server = await readMailServer({ db: services.database, secrets: services.secrets }, services.mail);
  if (server === undefined) return 0;
  let session: MailSession | undefined;
  let sent = 0;
  try {
    for (let due = await nextDue(services); due.length > 0 && !signal.aborted; due = await nextDue(services)) {
      session ??= await openMailSession(server);
      const result = await deliverOne(services, kinds, server, session, due);
      if (result === 'sent') sent += 1;
      if (result === 'later' || result === 'unsure') {
        session.close();
        session = undefined;
      }
    }
  } finally {
    session?.close();
  }
  return sent;
}

/** One sender works at a time, so whatever is still "sending" belongs to one that died: its mail may have arrived. */
async function settleLost(services: Host): Promise<void> {
  await services.database.run(sql`
    UPDATE notification_delivery SET state = 'unsure', error = 'the sender ended before the server answered', ended_at = ${services.clock().toISOString()}
    WHERE channel = 'mail' AND state = 'sending'`);
}

async function deliverOne(services: Host, kinds: KindList, server: MailServer, session: MailSession, due: readonly DueRow[]): Promise<Handover['state'] | 'dropped'> {
  const userId = due[0]?.user_id ?? '';
  const ids = due.map((row) => row.notification_id);
  const letter = await letterFor(services, kinds, server, userId, ids);
  if (letter === undefined) {
    await markEnd(services, ids, 'dropped', null);
    return 'dropped';
  }
  const messageId = due.length === 1 && due[0] ? due[0].notification_id : services.newId();
  // Committed before the first byte leaves: whatever happens now, this mail is not sent a second time.
  await services.database.run(sql`
    UPDATE notification_delivery SET state = 'sending', attempts = attempts + 1, message_id = ${messageId}
    WHERE channel = 'mail' AND notification_id = ANY(${ids}::uuid[]) AND state = 'waiting'`);
  const message = await composeMail(server, letter.to, messageId, letter, services.clock());
  const result = await session.send({ from: bareAddress(server.from), to: letter.to }, message);
  if (result.state === 'later') await putBack(services, ids, result.error);
  else await markEnd(services, ids, result.state === 'refused' ? 'failed' : result.state, 'error' in result ? result.error : null);
  return result.state;
}

/** What the receiver may know at this moment; undefined when they may not sign in any more, have no address or read it all. */
async function letterFor(services: Host, kinds: KindList, server: MailServer, userId: Id, ids: readonly Id[]) {
  const actor = await services.actorOf(userId);
  const db = services.database;
  const person = await db.maybe<{ email: string | null; company: string | null }>(sql`
    SELECT email, (SELECT name FROM org_unit WHERE parent_id IS NULL ORDER BY created_at LIMIT 1) AS company FROM app_user WHERE id = ${userId}`);
  if (actor === undefined || !person?.email || !isId(userId)) return undefined;
  const rows = await db.rows<NoticeRow>(sql`
    SELECT n.id, n.kind, n.params, n.about_object, n.about_id FROM notification n JOIN notification_delivery d ON d.notification_id = n.id AND d.channel = 'mail'
    WHERE n.id = ANY(${[...ids]}::uuid[]) AND NOT (n.read_at IS NOT NULL AND d.due_at > n.created_at + interval '1 minute') ORDER BY n.created_at, n.id`);
  // Whatever waited for its hour and was read meanwhile is no news any more.
  if (rows.length === 0) return undefined;
  const isVisible = await visibleNotices({ actor, db, registry: services.registry(), now: services.clock() }, rows);
  const items: LetterItem[] = rows.map((row) => ({
    ...noticeWords(kindOf(kinds, row.kind), row.params, actor.locale, isVisible(row)),
    url: server.siteUrl === null ? null : `${server.siteUrl}/notifications/${row.id}`,
  }));
  const settings = server.siteUrl === null ? null : `${server.siteUrl}/notifications/settings`;
  return { to: person.email, ...writeLetter(actor.locale, person.company ?? 'Zhike', items, settings) };
}

async function markEnd(services: Host, ids: readonly Id[], state: 'sent' | 'failed' | 'dropped' | 'unsure', error: string | null): Promise<void> {
  await services.database.run(sql`
    UPDATE notification_delivery SET state = ${state}, error = ${error}, ended_at = ${services.clock().toISOString()}
    WHERE channel = 'mail' AND notification_id = ANY(${[...ids]}::uuid[])`);
}

/** The server said "later": again after a pause that doubles, and no more after the last try. */
async function putBack(services: Host, ids: readonly Id[], error: string): Promise<void> {
  const now = services.clock();
  await services.database.run(sql`
    UPDATE notification_delivery SET error = ${error}, state = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN 'failed' ELSE 'waiting' END,
      ended_at = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN ${now.toISOString()}::timestamptz END,
      due_at = ${now.toISOString()}::timestamptz + make_interval(secs => least(${MAX_PAUSE_MS / 1_000}, ${PAUSE_MS / 1_000} * power(2, attempts - 1)))
    WHERE channel = 'mail' AND notification_id = ANY(${[...ids]}::uuid[])`);
}
