import { buffer } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';
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

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The mail as it goes over the line. The same row always makes the same Message-ID. */
export async function composeOut(services: Pick<Services, 'database' | 'dataDir'>, row: OutRow, date: Date): Promise<Buffer> {
  const files = await services.database.rows<{ name: string; mime: string; key: string }>(sql`
    SELECT a.name, a.mime, f.store_key AS key FROM mail_attachment a JOIN file_object f ON f.id = a.file_id WHERE a.message_id = ${row.id} ORDER BY a.position`);
  const attachments = [];
  for (const file of files) attachments.push({ filename: file.name, contentType: file.mime, content: await buffer(await mailStore(services).open(file.key)) });
  const signature = row.quoted.trim();
  return new MailComposer({
    from: { name: row.from_name, address: row.from_address }, to: [...row.to_addresses], cc: [...row.cc_addresses], subject: row.subject, date, messageId: `<${row.message_id}>`,
    text: signature === '' ? row.body : `${row.body}\n\n-- \n${signature}`,
    ...(row.html !== null && { html: signature === '' ? row.html : `${row.html}<br><div>-- <br>${escape(signature).replace(/\n/g, '<br>')}</div>` }),
    ...(row.in_reply_to !== null && { inReplyTo: `<${row.in_reply_to}>` }), ...(row.refs.length > 0 && { references: row.refs.map((id) => `<${id}>`) }),
    headers: { [LOOP_HEADER]: row.mailbox_id, ...(row.is_automatic && { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }) },
    attachments, disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
}
