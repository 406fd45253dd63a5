import { buffer } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type QuotedMail, quoteAsHtml, quoteAsText, textAsHtml } from '../../rules/quoted-history.ts';
import { LOOP_HEADER } from '../parsing/mail-nature.ts';
import type { MailAddress } from '../mail-types.ts';
import { mailStore } from '../taking/store-parts.ts';

/** A mail in the outbox. */
export interface OutRow {
  readonly id: Id;
  readonly mailbox_id: Id;
  readonly message_id: string;
  readonly subject: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly to_addresses: readonly MailAddress[];
  readonly cc_addresses: readonly MailAddress[];
  readonly body: string;
  /** The signature. */
  readonly quoted: string;
  readonly html: string | null;
  readonly in_reply_to: string | null;
  readonly refs: readonly string[];
  readonly is_automatic: boolean;
}

type Host = Pick<Services, 'database' | 'dataDir' | 'defaultLocale' | 'timeZone'>;

interface AnsweredMail {
  readonly name: string;
  readonly address: string;
  readonly at: string;
  readonly body: string;
  readonly quoted: string;
  readonly html: string | null;
  readonly direction: 'in' | 'out';
}

/** The mail that is answered, with what it quoted itself; an automatic note quotes nothing, and our own signature is no history. */
async function answeredBy(host: Host, row: OutRow): Promise<(QuotedMail & { readonly html: string | null }) | undefined> {
  if (row.is_automatic || row.in_reply_to === null) return undefined;
  const mail = await host.database.maybe<AnsweredMail>(sql`
    SELECT from_name AS name, from_address AS address, coalesce(sent_at, happened_at) AS at, body, quoted, html, direction FROM mail_message
    WHERE mailbox_id = ${row.mailbox_id} AND message_id = ${row.in_reply_to} AND nature = 'normal' ORDER BY happened_at DESC LIMIT 1`);
  if (!mail) return undefined;
  const when = new Intl.DateTimeFormat(host.defaultLocale, { dateStyle: 'medium', timeStyle: 'short', timeZone: host.timeZone }).format(new Date(mail.at));
  const text = mail.direction === 'out' || mail.quoted.trim() === '' ? mail.body : `${mail.body}\n\n${mail.quoted}`;
  return { who: mail.name === '' ? mail.address : `${mail.name} <${mail.address}>`, when, text, html: mail.html };
}

/** The mail as it goes over the line. The same row always makes the same Message-ID. */
export async function composeOut(services: Host, row: OutRow, date: Date): Promise<Buffer> {
  const files = await services.database.rows<{ name: string; mime: string; key: string }>(sql`
    SELECT a.name, a.mime, f.store_key AS key FROM mail_attachment a JOIN file_object f ON f.id = a.file_id WHERE a.message_id = ${row.id} ORDER BY a.position`);
  const attachments = [];
  for (const file of files) attachments.push({ filename: file.name, contentType: file.mime, content: await buffer(await mailStore(services).open(file.key)) });
  const signature = row.quoted.trim();
  const answered = await answeredBy(services, row);
  const { defaultLocale: locale } = services;
  const text = [row.body, ...(signature === '' ? [] : [`-- \n${signature}`]), ...(answered ? [quoteAsText(answered, locale)] : [])].join('\n\n');
  const own = row.html ?? (answered ? `<div>${textAsHtml(row.body)}</div>` : null);
  const html = own === null ? null : [own, ...(signature === '' ? [] : [`<div>-- <br>${textAsHtml(signature)}</div>`]), ...(answered ? [quoteAsHtml(answered, locale)] : [])].join('<br>');
  return new MailComposer({
    from: { name: row.from_name, address: row.from_address }, to: [...row.to_addresses], cc: [...row.cc_addresses], subject: row.subject, date, messageId: `<${row.message_id}>`,
    text, ...(html !== null && { html }),
    ...(row.in_reply_to !== null && { inReplyTo: `<${row.in_reply_to}>` }), ...(row.refs.length > 0 && { references: row.refs.map((id) => `<${id}>`) }),
    headers: { [LOOP_HEADER]: row.mailbox_id, ...(row.is_automatic && { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }) },
    attachments, disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
}
