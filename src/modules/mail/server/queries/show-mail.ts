import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { findField } from '#meta/object.ts';
import { requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { cleanMailHtml } from '../parsing/clean-html.ts';
import type { mailAnswer } from '../mail.answers.ts';
import type { MailAddress, MailAttachment } from '../mail-types.ts';

interface MailRow {
  readonly id: Id;
  readonly thread_id: Id;
  readonly direction: 'in' | 'out';
  readonly nature: string;
  readonly state: string;
  readonly subject: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly to_addresses: readonly MailAddress[];
  readonly cc_addresses: readonly MailAddress[];
  readonly happened_at: string;
  readonly body: string;
  readonly quoted: string;
  readonly html: string | null;
}

/** A mail as a whole, for who may read it; addresses and text only as far as their fields are seen (SEC-13). */
export async function showMail(ctx: Context, id: Id): Promise<Answered<typeof mailAnswer>> {
  const def = ctx.registry.object('mailMessage');
  if (!def) throw fail('record.not-found');
  requireGrant(ctx, def, 'read');
  await requireRecord(ctx, def, 'read', id);
  const isSeen = (key: string) => {
    const field = findField(def, key);
    return field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full';
  };
  const row = await ctx.db.one<MailRow>(sql`
    SELECT id, thread_id, direction, nature, state, subject, from_name, from_address, to_addresses, cc_addresses, happened_at, body, quoted, html FROM mail_message WHERE id = ${id}`);
  const masked = (one: MailAddress): MailAddress => (isSeen('fromAddress') ? one : { name: one.name, address: '****' });
  const hasText = isSeen('body');
  const attachments = await ctx.db.rows<Omit<MailAttachment, 'contentId'>>(sql`
    SELECT id, name, mime, size, is_inline AS "isInline", file_id AS "fileId", withheld FROM mail_attachment WHERE message_id = ${id} ORDER BY position`);
  const thread = await ctx.db.rows<{ id: Id; direction: 'in' | 'out'; subject: string; at: string }>(sql`
    SELECT m.id, m.direction, m.subject, m.happened_at AS at FROM mail_message m
    WHERE m.thread_id = ${row.thread_id} AND m.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'm')} ORDER BY m.happened_at, m.id LIMIT 200`);
  return {
    id: row.id, direction: row.direction, nature: row.nature, state: row.state, subject: isSeen('subject') ? row.subject : '****',
    from: row.from_address === '' ? null : masked({ name: row.from_name, address: row.from_address }), to: row.to_addresses.map(masked), cc: row.cc_addresses.map(masked), at: isoTime(row.happened_at),
    text: hasText ? row.body : '', quoted: hasText ? row.quoted : '', html: hasText && row.html !== null ? cleanMailHtml(row.html) : null, attachments,
    thread: thread.map((one) => ({ ...one, subject: isSeen('subject') ? one.subject : '****', at: isoTime(one.at) })),
  };
}
