import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { parseMail } from '#modules/mail/server/parsing/parse-mail.ts';
import { readHeaders } from '#modules/mail/server/parsing/header-block.ts';
import { type MailboxRow, loadMailbox } from '#modules/mail/server/queries/mailbox-rows.ts';
import { insertMail } from '#modules/mail/server/taking/insert-mail.ts';
import { identityOf } from '#modules/mail/server/taking/mail-identity.ts';
import { type FileHost, storeAttachment, storeBytes } from '#modules/mail/server/taking/store-parts.ts';
import { addMessage } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { type LetterText, type MailStory, mailStories, otherLetters } from './mail-stories.ts';
import { type Rooms, hoursAgo } from './rooms.ts';
import { writeBounce, writeLetter } from './write-letter.ts';

interface Post {
  readonly rooms: Rooms;
  readonly host: FileHost;
  readonly box: MailboxRow;
}

interface Writer {
  readonly name: string;
  readonly email: string;
}

/** A mailbox that points at no server: `.invalid` is nobody's (RFC 2606). */
async function makeBox({ ctx }: Rooms, { address, name, feeds }: { readonly address: string; readonly name: string; readonly feeds: string | null }): Promise<MailboxRow> {
  const id = ctx.newId();
  const at = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO mailbox (id, address, name, imap_host, imap_port, imap_security, imap_username, feeds, signature_zh, signature_en, is_active, created_at, updated_at)
    VALUES (${id}, ${address}, ${name}, 'imap.example.invalid', 993, 'tls', ${address}, ${feeds}, ${`${name}\n电话 000-00000000`}, ${name}, true, ${at}, ${at})`);
  const box = await loadMailbox(ctx.db, id);
  if (!box) throw new Error('the mailbox is not there');
  return box;
}

const silent = { announce: () => undefined, tell: () => undefined, afterCommit: () => undefined };

/** Taken in by the product itself, as if it had lain in the mailbox at that instant. */
async function take({ rooms: { ctx }, host, box }: Post, raw: Buffer, at: Date): Promise<void> {
  const identity = identityOf(readHeaders(raw), raw);
  if (!identity) throw new Error('a mail without an identity');
  const mail = await parseMail(raw);
  const attachments = [];
  for (const part of mail.attachments) attachments.push(await storeAttachment(host, part));
  const stored = await storeBytes(host, raw, 'mail.eml', 'message/rfc822');
  await insertMail({ ...ctx, ...silent, now: at }, box, { incoming: { raw, receivedAt: at }, identity, prepared: { kind: 'parsed', mail, attachments }, raw: stored });
}

/** Message-IDs of a case's mails, the oldest first, and the last one of ours. */
async function threadOf(ctx: Context, letter: LetterText): Promise<{ readonly references: readonly string[]; readonly sent: string | undefined; readonly caseId: Id }> {
  const rows = await ctx.db.rows<{ id: string; direction: string; caseId: Id | null }>(sql`
    SELECT m.message_id AS id, m.direction, (SELECT c.case_id FROM case_message c WHERE c.mail_id = m.id) AS "caseId" FROM mail_message m
    WHERE m.thread_id = (SELECT thread_id FROM mail_message WHERE message_id = ${`${letter.id}@kunde.example.com`}) ORDER BY m.happened_at, m.id`);
  const caseId = rows.find((row) => row.caseId !== null)?.caseId;
  if (caseId == null) throw new Error(`the mail ${letter.id} became no case`);
  return { references: rows.map((row) => row.id), sent: rows.findLast((row) => row.direction === 'out')?.id, caseId };
}

async function play(post: Post, { ago, opening, events }: MailStory, writer: Writer): Promise<void> {
  const { rooms, box } = post;
  const from = { name: writer.name, address: writer.email };
  const began = hoursAgo(rooms, ago);
  await take(post, writeLetter(opening, { from, to: box.address, at: began, references: [] }), began);
  for (const event of events) {
    const at = hoursAgo(rooms, ago - event.after);
    const { references, sent, caseId } = await threadOf(rooms.ctx, opening);
    if (event.kind === 'letter') await take(post, writeLetter(event.letter, { from, to: box.address, at, references }), at);
    else if (event.kind === 'bounce') await take(post, writeBounce({ messageId: sent ?? '', recipient: writer.email, to: box.address, at }), at);
    else {
      const { owner } = await rooms.ctx.db.one<{ owner: Id | null }>(sql`SELECT owner_id AS owner FROM service_case WHERE id = ${caseId}`);
      await rooms.act(owner ?? rooms.supervisor, at, (ctx) => addMessage(ctx, caseId, { kind: 'reply', channel: 'mail', body: event.text }));
      await leave(rooms.ctx);
    }
  }
}

/** What lay in the outbox has left: no server of the demo would take it. */
const leave = (ctx: Context): Promise<number> => ctx.db.run(sql`
  UPDATE mail_message SET state = 'sent', attempts = 1, sent_at = happened_at + interval '20 seconds', ended_at = happened_at + interval '20 seconds', due_at = NULL
  WHERE direction = 'out' AND state = 'waiting'`);

/** Two mailboxes, switched off, with the mails that they had taken in (SE-30): threads, a bounce, an automatic reply, HTML with a picture. */
export async function makeMails(rooms: Rooms, host: FileHost): Promise<void> {
  const { ctx } = rooms;
  const writers = await ctx.db.rows<Writer>(sql`
    SELECT k.name, k.email FROM contact k JOIN customer c ON c.id = k.customer_id
    WHERE k.email IS NOT NULL AND k.is_primary AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL AND c.stage <> 'lost' ORDER BY c.created_at, k.id LIMIT ${mailStories.length + otherLetters.length}`);
  const desk = await makeBox(rooms, { address: 'fuwu@yunqi.example', name: '客户服务中心', feeds: 'service' });
  for (const [place, story] of mailStories.entries()) {
    const writer = writers[place];
    if (writer) await play({ rooms, host, box: desk }, story, writer);
  }
  const sales = await makeBox(rooms, { address: 'zulin@yunqi.example', name: '租赁与合作', feeds: null });
  for (const [place, letter] of otherLetters.entries()) {
    const writer = writers[mailStories.length + place];
    const at = hoursAgo(rooms, letter.ago);
    if (writer) await take({ rooms, host, box: sales }, writeLetter(letter, { from: { name: writer.name, address: writer.email }, to: sales.address, at, references: [] }), at);
  }
  await leave(ctx);
  await ctx.db.run(sql`UPDATE mailbox SET is_active = false, looked_at = ${hoursAgo(rooms, 1).toISOString()}, started_at = ${hoursAgo(rooms, 2_400).toISOString()} WHERE id = ANY(${[desk.id, sales.id]}::uuid[])`);
}
