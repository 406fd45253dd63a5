import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { StoredAttachment, StoredBytes } from './store-parts.ts';

/** Names stored bytes as a file of a record, without the rights of a person: the machine took it in. */
export async function noteFile(ctx: Context, at: { file: StoredBytes; object: string; recordId: Id; field?: string }): Promise<void> {
  const { file, object, recordId, field = null } = at;
  await ctx.db.run(sql`
    INSERT INTO file_object (id, object, record_id, field, name, mime, size, sha256, store_key, created_at)
    VALUES (${file.id}, ${object}, ${recordId}, ${field}, ${file.name}, ${file.mime}, ${file.size}, ${file.sha256}, ${file.storeKey}, ${ctx.now.toISOString()})`);
}

/** The attachments of a mail in their order, those held back included. */
export async function noteParts(ctx: Context, messageId: Id, attachments: readonly StoredAttachment[]): Promise<void> {
  for (const [position, one] of attachments.entries()) {
    if (one.file) await noteFile(ctx, { file: one.file, object: 'mailMessage', recordId: messageId });
    await ctx.db.run(sql`
      INSERT INTO mail_attachment (id, message_id, position, name, mime, size, content_id, is_inline, file_id, withheld)
      VALUES (${one.id}, ${messageId}, ${position}, ${one.name}, ${one.mime}, ${one.size}, ${one.contentId}, ${one.isInline}, ${one.file?.id ?? null}, ${one.withheld})`);
  }
}

/** The files of a mail become those of the record that it belongs to: whoever sees that may open them (SEC-12). */
export async function moveFiles(ctx: Context, messageId: Id, to: { readonly object: string; readonly id: Id }): Promise<void> {
  await ctx.db.run(sql`
    UPDATE file_object SET object = ${to.object}, record_id = ${to.id}
    WHERE id IN (SELECT file_id FROM mail_attachment WHERE message_id = ${messageId} AND file_id IS NOT NULL)`);
}
