import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { decodeHeader } from '../parsing/encoded-words.ts';
import { headerOf, idsIn, readHeaders } from '../parsing/header-block.ts';
import { natureOf } from '../parsing/mail-nature.ts';
import type { ParsedMail } from '../parsing/parse-mail.ts';
import type { MailNature } from '../mail-types.ts';
import type { MailboxRow } from '../queries/mailbox-rows.ts';
import { attachBounce } from './attach-bounce.ts';
import { type Person, type ThreadRow, customerOfThread, findPerson, findThread, makeThread } from './find-thread.ts';
import { giveToListeners } from './give-to-listeners.ts';
import { freeKey, lockKey } from './known-mail.ts';
import type { MailIdentity } from './mail-identity.ts';
import { noteFile, noteParts } from './note-parts.ts';
import type { StoredBytes } from './store-parts.ts';
import type { IncomingMail, Prepared, Taken } from './incoming-mail.ts';

export interface Intake {
  readonly incoming: IncomingMail;
  readonly identity: MailIdentity;
  readonly prepared: Prepared;
  readonly raw: StoredBytes;
  /** What went wrong with its effect a moment ago: it is noted down without, to be tried again. */
  readonly failure?: string;
}

/** Pause before a mail's effect is tried again, doubled each time. */
export const RETRY_MS = 60_000;
export const MAX_TRIES = 6;

/** Notes a mail down with its effect, in the caller's transaction. */
export async function insertMail(ctx: Context, mailbox: MailboxRow, intake: Intake): Promise<Taken> {
  const { identity, incoming, prepared } = intake;
  await lockKey(ctx.db, mailbox.id, identity);
  const tries = incoming.replaces === undefined ? 0 : await dropFormer(ctx, incoming.replaces);
  if (tries === undefined) return 'known';
  const dedupeKey = await freeKey(ctx.db, mailbox.id, identity);
  if (dedupeKey === undefined) return 'known';
  const id = ctx.newId();
  if (prepared.kind === 'unread') {
    const thread = await makeThread(ctx, mailbox.id, null);
    await insertRow(ctx, { id, mailbox, intake, dedupeKey, thread, mail: outline(incoming.raw), nature: 'normal', person: { customerId: null, contactId: null }, state: 'unread', error: prepared.error, tries });
    await noteFile(ctx, { file: intake.raw, object: 'mailMessage', recordId: id, field: 'raw' });
    return 'kept';
  }
  const { mail } = prepared;
  const nature = await judge(ctx, mailbox, mail);
  const found = await findThread(ctx, mailbox.id, mail);
  const thread = found ?? (await makeThread(ctx, mailbox.id, null));
  const known = await findPerson(ctx, mail.from?.address);
  const person = known.customerId === null && found ? { ...known, customerId: await customerOfThread(ctx, found.id) } : known;
  const failed = intake.failure !== undefined;
  await insertRow(ctx, { id, mailbox, intake, dedupeKey, thread, mail, nature, person, state: failed ? 'waiting' : 'taken', error: intake.failure ?? null, tries });
  await noteFile(ctx, { file: intake.raw, object: 'mailMessage', recordId: id, field: 'raw' });
  await noteParts(ctx, id, prepared.attachments);
  ctx.announce({ object: 'mailMessage', id, action: 'create', actorId: ctx.actor.userId, ...(person.customerId !== null && { customerId: person.customerId }) });
  if (failed) return 'kept';
  if (nature === 'bounce') await attachBounce(ctx, mailbox, id, mail);
  else if (nature !== 'loop') await giveToListeners(ctx, { id, mailbox, thread, mail, nature, person, attachments: prepared.attachments, receivedAt: incoming.receivedAt });
  return 'taken';
}

/** The row that is tried again goes; undefined when somebody else did so. Answers how often it was tried. */
async function dropFormer(ctx: Context, id: Id): Promise<number | undefined> {
  const row = await ctx.db.maybe<{ attempts: number }>(sql`SELECT attempts FROM mail_message WHERE id = ${id} AND state IN ('unread', 'waiting', 'failed') AND direction = 'in' FOR UPDATE`);
  if (!row) return undefined;
  await ctx.db.run(sql`WITH gone AS (DELETE FROM mail_attachment WHERE message_id = ${id} RETURNING file_id) DELETE FROM file_object WHERE id IN (SELECT file_id FROM gone)`);
  await ctx.db.run(sql`DELETE FROM file_object WHERE object = 'mailMessage' AND record_id = ${id}`);
  await ctx.db.run(sql`DELETE FROM mail_message WHERE id = ${id}`);
  return row.attempts;
}

async function judge(ctx: Context, mailbox: MailboxRow, mail: ParsedMail): Promise<MailNature> {
  const from = mail.from?.address ?? '';
  const counts = await ctx.db.one<{ ours: boolean; recent: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM mail_message WHERE direction = 'out' AND message_id = ${mail.messageId}) AS ours,
      (SELECT count(*)::int FROM mail_message WHERE mailbox_id = ${mailbox.id} AND from_address = ${from} AND direction = 'in'
        AND created_at > ${new Date(ctx.now.getTime() - 3_600_000).toISOString()}) AS recent`);
  return natureOf({
    headers: mail.headers, from, subject: mail.subject, hasStatusPart: mail.deliveryStatus !== undefined, ownAddress: mailbox.address, isOurs: counts.ours, recent: counts.recent,
  });
}

/** What can be told of a mail that could not be parsed. */
function outline(raw: Uint8Array): ParsedMail {
  const headers = readHeaders(raw);
  const read = (key: string) => decodeHeader((headerOf(headers, key) ?? '').slice(0, 5_000)).slice(0, 500);
  const address = /[^\s<>"]+@[^\s<>"]+/.exec(read('from'))?.[0]?.toLowerCase().slice(0, 320);
  return {
    headers, messageId: idsIn(headerOf(headers, 'message-id'))[0]?.replace(/\0/g, '') ?? null, inReplyTo: null, references: [], from: address === undefined ? null : { name: '', address }, replyTo: null, to: [], cc: [],
    subject: read('subject').toWellFormed(), sentAt: null, text: '', quoted: '', html: null, attachments: [], deliveryStatus: undefined, returned: undefined,
  };
}

interface Row {
  readonly id: Id;
  readonly mailbox: MailboxRow;
  readonly intake: Intake;
  readonly dedupeKey: string;
  readonly thread: ThreadRow;
  readonly mail: ParsedMail;
  readonly nature: MailNature;
  readonly person: Person;
  readonly state: 'taken' | 'unread' | 'waiting';
  readonly error: string | null;
  readonly tries: number;
}

async function insertRow(ctx: Context, row: Row): Promise<void> {
  const { id, mailbox, intake, thread, mail, person, state } = row;
  const now = ctx.now.toISOString();
  const isLate = state === 'waiting';
  const attempts = row.tries + (state === 'taken' ? 0 : 1);
  const dueAt = isLate && attempts < MAX_TRIES ? new Date(ctx.now.getTime() + RETRY_MS * 2 ** (attempts - 1)).toISOString() : null;
  await ctx.db.run(sql`
    INSERT INTO mail_message (id, mailbox_id, thread_id, direction, message_id, dedupe_key, origin_hash, nature, state, subject, from_name, from_address,
      to_addresses, cc_addresses, reply_to, body, quoted, html, in_reply_to, refs, sent_at, happened_at, customer_id, contact_id, about_object, about_id,
      raw_file_id, size, error, attempts, due_at, created_at, updated_at)
    VALUES (${id}, ${mailbox.id}, ${thread.id}, 'in', ${mail.messageId}, ${row.dedupeKey}, ${intake.identity.originHash}, ${row.nature}, ${state}, ${mail.subject},
      ${mail.from?.name ?? ''}, ${mail.from?.address ?? ''}, ${JSON.stringify(mail.to)}, ${JSON.stringify(mail.cc)}, ${mail.replyTo}, ${mail.text}, ${mail.quoted}, ${mail.html},
      ${mail.inReplyTo}, ${[...mail.references]}::text[], ${mail.sentAt?.toISOString() ?? null}, ${intake.incoming.receivedAt.toISOString()}, ${person.customerId}, ${person.contactId},
      ${thread.about_object}, ${thread.about_id}, ${intake.raw.id}, ${intake.raw.size}, ${row.error}, ${attempts}, ${dueAt}, ${now}, ${now})`);
}
