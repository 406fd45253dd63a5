import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { readMailServer } from '#modules/notifications/server/notifications.public.ts';
import { type MailSession, type SmtpServer, openMailSession } from '#platform/mail/smtp-session.ts';
import type { Services } from '#platform/runtime/services.ts';
import { loadMailbox, secretBinding } from '../queries/mailbox-rows.ts';
import { type OutRow, composeOut } from './compose-out.ts';

const MAX_ATTEMPTS = 12;
/** Seconds; doubles with each try. */
const PAUSE_S = 30;
const MAX_PAUSE_S = 4 * 3_600;

/** The line that a mailbox sends by: its own, else the company's; undefined when there is none. */
export async function smtpOf(services: Pick<Services, 'database' | 'secrets' | 'mail'>, mailboxId: Id): Promise<SmtpServer | undefined> {
  const box = await loadMailbox(services.database, mailboxId);
  if (!box) return undefined;
  if (box.smtp_host === null) return readMailServer({ db: services.database, secrets: services.secrets }, services.mail);
  return {
    host: box.smtp_host, port: box.smtp_port ?? 465, security: box.smtp_security ?? 'tls', username: box.smtp_username,
    password: box.smtp_password_cipher === null ? null : services.secrets.decrypt(box.smtp_password_cipher, secretBinding(box.id, 'smtp')),
  };
}

const nextDue = (services: Services): Promise<OutRow | undefined> => services.database.maybe<OutRow>(sql`
  SELECT id, mailbox_id, message_id, subject, from_name, from_address, to_addresses, cc_addresses, body, quoted, html, in_reply_to, refs, is_automatic
  FROM mail_message WHERE direction = 'out' AND state = 'waiting' AND due_at <= ${services.clock().toISOString()} ORDER BY due_at, id LIMIT 1`);

/**
 * Hands over what waits (SE-30), one after the other, by the law of notifications: marked `sending` before the first byte
 * leaves; an answer of the server is final; silence after the whole text is `unsure` and is not sent again. A server that
 * cannot be reached puts its mails off and does not hold up those of other mailboxes. Answers how many were handed over.
 */
export async function deliverOutbox(services: Services, signal: AbortSignal): Promise<number> {
  // One sender works at a time: what is still "sending" belongs to one that died, and may have arrived.
  await services.database.run(sql`
    UPDATE mail_message SET state = 'unsure', error = 'the sender ended before the server answered', ended_at = ${services.clock().toISOString()} WHERE direction = 'out' AND state = 'sending'`);
  const sessions = new Map<Id, MailSession>();
  let sent = 0;
  try {
    for (let row = await nextDue(services); row && !signal.aborted; row = await nextDue(services)) if (await deliverOne(services, sessions, row)) sent += 1;
  } finally {
    for (const session of sessions.values()) session.close();
  }
  return sent;
}

async function deliverOne(services: Services, sessions: Map<Id, MailSession>, row: OutRow): Promise<boolean> {
  const session = await sessionFor(services, sessions, row);
  if (!session) return false;
  const message = await composeOut(services, row, services.clock()).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  // A file that is gone: this mail cannot be made, the others can.
  if (message instanceof Error) {
    await markEnd(services, row.id, 'failed', message.message.slice(0, 500));
    return false;
  }
  await services.database.run(sql`UPDATE mail_message SET state = 'sending', attempts = attempts + 1 WHERE id = ${row.id} AND state = 'waiting'`);
  const to = [...row.to_addresses, ...row.cc_addresses].map((one) => one.address);
  const result = await session.send({ from: row.from_address, to }, message);
  if (result.state !== 'sent' && result.state !== 'refused') {
    session.close();
    sessions.delete(row.mailbox_id);
  }
  if (result.state === 'later') await putOff(services, row.id, result.error);
  else await markEnd(services, row.id, result.state === 'refused' ? 'failed' : result.state, errorOf(result));
  return result.state === 'sent';
}

const errorOf = (result: { readonly error?: string; readonly refused?: readonly string[] }): string | null =>
  result.error ?? (result.refused && result.refused.length > 0 ? `not taken for: ${result.refused.join(', ')}` : null);

async function sessionFor(services: Services, sessions: Map<Id, MailSession>, row: OutRow): Promise<MailSession | undefined> {
  const open = sessions.get(row.mailbox_id);
  if (open) return open;
  try {
    const server = await smtpOf(services, row.mailbox_id);
    if (!server) throw new Error('no mail server is set up');
    const session = await openMailSession(server);
    sessions.set(row.mailbox_id, session);
    return session;
  } catch (error) {
    await services.database.run(sql`UPDATE mail_message SET attempts = attempts + 1 WHERE id = ${row.id}`);
    await putOff(services, row.id, error instanceof Error ? error.message.slice(0, 500) : String(error));
    return undefined;
  }
}

async function markEnd(services: Services, id: Id, state: 'sent' | 'failed' | 'unsure', error: string | null): Promise<void> {
  const now = services.clock().toISOString();
  await services.database.run(sql`
    UPDATE mail_message SET state = ${state}, error = ${error}, sent_at = CASE WHEN ${state} = 'sent' THEN ${now}::timestamptz END, ended_at = ${now} WHERE id = ${id}`);
}

/** Again after a pause that doubles, and no more after the last try. */
async function putOff(services: Services, id: Id, error: string): Promise<void> {
  const now = services.clock().toISOString();
  await services.database.run(sql`
    UPDATE mail_message SET error = ${error}, state = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN 'failed' ELSE 'waiting' END,
      ended_at = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN ${now}::timestamptz END,
      due_at = ${now}::timestamptz + make_interval(secs => least(${MAX_PAUSE_S}, ${PAUSE_S} * power(2, least(attempts, 20) - 1)))
    WHERE id = ${id}`);
}
