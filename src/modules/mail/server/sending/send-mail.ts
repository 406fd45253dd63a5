import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { requireFile } from '#platform/files/file-records.ts';
import { insertJob } from '#platform/jobs/job-store.ts';
import { cleanMailHtml, wordsOfHtml } from '../parsing/clean-html.ts';
import { withToken } from '../../rules/reference-token.ts';
import type { MailAddress, MailNature, RecordLink } from '../mail-types.ts';
import { type MailboxRow, loadMailbox } from '../queries/mailbox-rows.ts';
import { type ThreadRow, findPerson, makeThread } from '../taking/find-thread.ts';
import { SEND_JOB } from './mail-jobs.ts';

export interface MailDraft {
  readonly mailboxId: Id;
  readonly to: readonly { readonly address: string; readonly name?: string }[];
  readonly cc?: readonly { readonly address: string; readonly name?: string }[];
  readonly subject: string;
  /** Either or both; the text is made from the HTML where it is absent. */
  readonly text?: string;
  readonly html?: string;
  /** The mail (row of `mail_message`) that this one answers: thread, In-Reply-To and References follow it. */
  readonly inReplyTo?: Id;
  /** The thread to go on with where no single mail is answered. */
  readonly threadId?: Id;
  /** Files that the caller may read. */
  readonly attachments?: readonly Id[];
  readonly about?: RecordLink;
  readonly customerId?: Id | null;
  /** Sent by a rule and not by a person: marked so, and never in answer to anything automatic. */
  readonly isAutomatic?: boolean;
  /** Language of the mailbox's signature; the caller's when absent. */
  readonly locale?: Locale;
}

/** `withheld`: an automatic mail that must not be sent, and why. */
export type SentMail =
  | { readonly id: Id; readonly messageId: string; readonly threadId: Id; readonly withheld?: undefined }
  | { readonly withheld: 'automatic' | 'rate' };

interface AnsweredRow extends ThreadRow {
  readonly message_id: string | null;
  readonly refs: readonly string[];
  readonly nature: MailNature;
  readonly is_automatic: boolean;
}

/** So many automatic mails to one address in an hour are the last. */
const AUTOMATIC_RATE = 5;
const MAX_RECEIVERS = 50;
const ADDRESS = /^[^\s<>@",;]{1,64}@[^\s<>@",;]{1,255}$/;

const wrong = (path: string, code: string) => fail('record.invalid', { count: 1 }, [{ path, code }]);

function receivers(list: MailDraft['to'], path: string): MailAddress[] {
  return list.map(({ address, name = '' }) => {
    const plain = address.trim().toLowerCase();
    if (!ADDRESS.test(plain)) throw wrong(path, 'email');
    return { address: plain, name: name.replace(/[\r\n]/g, ' ').slice(0, 200) };
  });
}

/**
 * Puts a mail into the outbox, in the caller's transaction; it leaves after the commit (SE-30). Throws `record.invalid`
 * for a mailbox that is off, addresses that are none, and no text. A mail whose arrival is unsure is not sent twice.
 */
export async function sendMail(ctx: Context, draft: MailDraft): Promise<SentMail> {
  const mailbox = await loadMailbox(ctx.db, draft.mailboxId);
  if (!mailbox || !mailbox.is_active) throw wrong('mailboxId', 'not-allowed');
  const to = receivers(draft.to, 'to');
  const cc = receivers(draft.cc ?? [], 'cc');
  if (to.length === 0 || to.length + cc.length > MAX_RECEIVERS) throw wrong('to', to.length === 0 ? 'required' : 'too-many');
  const answered = await loadAnswered(ctx, draft.inReplyTo);
  const withheld = draft.isAutomatic === true ? await reasonToWithhold(ctx, mailbox, to, answered) : undefined;
  if (withheld) return { withheld };
  const thread = answered ?? (await threadFor(ctx, draft));
  const id = ctx.newId();
  const messageId = `${id}@${mailbox.address.split('@')[1] ?? 'zhike.local'}`;
  const refs = answered ? [...answered.refs, ...(answered.message_id === null ? [] : [answered.message_id])].slice(-30) : await refsOfThread(ctx, thread.id);
  await insertOut(ctx, { id, messageId, mailbox, draft, to, cc, thread, refs, inReplyTo: answered?.message_id ?? refs.at(-1) ?? null });
  for (const [position, file] of (draft.attachments ?? []).entries()) await attach(ctx, id, file, position);
  await insertJob({ db: ctx.db, now: ctx.now, newId: ctx.newId, actorId: null }, SEND_JOB, {}, { key: SEND_JOB });
  return { id, messageId, threadId: thread.id };
}

async function loadAnswered(ctx: Context, id: Id | undefined): Promise<AnsweredRow | undefined> {
  if (id === undefined) return undefined;
  const row = await ctx.db.maybe<AnsweredRow>(sql`
    SELECT t.id, t.token, t.about_object, t.about_id, m.message_id, m.refs, m.nature, m.is_automatic FROM mail_message m JOIN mail_thread t ON t.id = m.thread_id WHERE m.id = ${id}`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** RFC 3834: nothing automatic is answered automatically, nor anybody flooded, nor a machine's own address written to. */
async function reasonToWithhold(ctx: Context, mailbox: MailboxRow, to: readonly MailAddress[], answered: AnsweredRow | undefined): Promise<'automatic' | 'rate' | undefined> {
  if (answered && (answered.nature !== 'normal' || answered.is_automatic)) return 'automatic';
  if (to.some(({ address }) => address === mailbox.address || /^(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?)([+\-=].*)?@/.test(address))) return 'automatic';
  const { count } = await ctx.db.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM mail_message WHERE mailbox_id = ${mailbox.id} AND direction = 'out' AND is_automatic
      AND created_at > ${new Date(ctx.now.getTime() - 3_600_000).toISOString()}
      AND to_addresses @> ${JSON.stringify([{ address: to[0]?.address }])}::jsonb`);
  return count >= AUTOMATIC_RATE ? 'rate' : undefined;
}

async function threadFor(ctx: Context, draft: MailDraft): Promise<ThreadRow> {
  const known = draft.threadId === undefined ? undefined
    : await ctx.db.maybe<ThreadRow>(sql`SELECT id, token, about_object, about_id FROM mail_thread WHERE id = ${draft.threadId}`);
  return known ?? makeThread(ctx, draft.mailboxId, draft.about ?? null);
}

async function refsOfThread(ctx: Context, threadId: Id): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    SELECT message_id AS id FROM mail_message WHERE thread_id = ${threadId} AND message_id IS NOT NULL AND nature <> 'bounce' ORDER BY happened_at DESC, id DESC LIMIT 10`);
  return rows.map((row) => row.id).toReversed();
}

interface Out {
  readonly id: Id;
  readonly messageId: string;
  readonly mailbox: MailboxRow;
  readonly draft: MailDraft;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly thread: ThreadRow;
  readonly refs: readonly string[];
  readonly inReplyTo: string | null;
}

async function insertOut(ctx: Context, out: Out): Promise<void> {
  const { id, mailbox, draft, thread } = out;
  const html = draft.html === undefined ? null : cleanMailHtml(draft.html);
  const text = (draft.text ?? (html === null ? '' : wordsOfHtml(html))).replace(/\0/g, '').trim();
  if (text === '' && html === null) throw wrong('text', 'required');
  const signature = (draft.locale ?? ctx.locale) === 'en' ? mailbox.signature_en : mailbox.signature_zh;
  const person = draft.customerId === undefined ? await findPerson(ctx, out.to[0]?.address) : { customerId: draft.customerId, contactId: null };
  const about = draft.about ?? (thread.about_object === null || thread.about_id === null ? undefined : { object: thread.about_object, id: thread.about_id });
  const now = ctx.now.toISOString();
  const by = authorOf(ctx);
  await ctx.db.run(sql`
    INSERT INTO mail_message (id, mailbox_id, thread_id, direction, message_id, dedupe_key, origin_hash, state, subject, from_name, from_address, to_addresses, cc_addresses,
      body, quoted, html, in_reply_to, refs, is_automatic, happened_at, customer_id, contact_id, about_object, about_id, due_at, created_at, created_by, updated_at)
    VALUES (${id}, ${mailbox.id}, ${thread.id}, 'out', ${out.messageId}, ${`id:${out.messageId}`}, '', 'waiting', ${withToken(draft.subject.replace(/\s+/g, ' ').trim().slice(0, 300), thread.token)},
      ${mailbox.name}, ${mailbox.address}, ${JSON.stringify(out.to)}, ${JSON.stringify(out.cc)}, ${text}, ${signature}, ${html}, ${out.inReplyTo}, ${[...out.refs]}::text[],
      ${draft.isAutomatic === true}, ${now}, ${person.customerId}, ${person.contactId}, ${about?.object ?? null}, ${about?.id ?? null}, ${now}, ${now}, ${by}, ${now})`);
  ctx.announce({ object: 'mailMessage', id, action: 'create', actorId: ctx.actor.userId, ...(person.customerId != null && { customerId: person.customerId }) });
}

async function attach(ctx: Context, messageId: Id, fileId: Id, position: number): Promise<void> {
  const file = await requireFile(ctx, fileId, 'read');
  await ctx.db.run(sql`
    INSERT INTO mail_attachment (id, message_id, position, name, mime, size, file_id)
    VALUES (${ctx.newId()}, ${messageId}, ${position}, ${file.name}, ${file.mime}, ${file.size}, ${fileId})`);
}
