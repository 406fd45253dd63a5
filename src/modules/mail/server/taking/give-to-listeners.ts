import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ParsedMail } from '../parsing/parse-mail.ts';
import { inboundMailListeners } from '../mail-listeners.ts';
import type { InboundMail, MailNature } from '../mail-types.ts';
import type { MailboxRow } from '../queries/mailbox-rows.ts';
import { type Person, type ThreadRow, aboutOf } from './find-thread.ts';
import { moveFiles } from './note-parts.ts';
import type { StoredAttachment } from './store-parts.ts';

export interface TakenMail {
  readonly id: Id;
  readonly mailbox: MailboxRow;
  readonly thread: ThreadRow;
  readonly mail: ParsedMail;
  readonly nature: MailNature;
  readonly person: Person;
  readonly attachments: readonly StoredAttachment[];
  readonly receivedAt: Date;
}

const shown = ({ id, mailbox, thread, mail, nature, person, attachments, receivedAt }: TakenMail): InboundMail => ({
  id, mailboxId: mailbox.id, mailboxAddress: mailbox.address, unitId: mailbox.unit_id, feeds: mailbox.feeds, threadId: thread.id, messageId: mail.messageId, nature,
  from: mail.from, replyTo: mail.replyTo ?? mail.from?.address ?? null, to: mail.to, cc: mail.cc, subject: mail.subject, text: mail.text, quoted: mail.quoted, html: mail.html,
  sentAt: mail.sentAt, receivedAt, ...person, about: aboutOf(thread),
  attachments: attachments.map((one) => ({
    id: one.id, name: one.name, mime: one.mime, size: one.size, contentId: one.contentId, isInline: one.isInline, fileId: one.file?.id ?? null, withheld: one.withheld,
  })),
});

/** Offers a mail to the modules above; the record of the first that takes it becomes the mail's and the thread's. */
export async function giveToListeners(ctx: Context, taken: TakenMail): Promise<void> {
  const mail = shown(taken);
  for (const listener of inboundMailListeners()) {
    const link = await listener.onMail(ctx, mail);
    if (!link) continue;
    await ctx.db.run(sql`UPDATE mail_message SET about_object = ${link.object}, about_id = ${link.id} WHERE id = ${taken.id}`);
    await ctx.db.run(sql`UPDATE mail_thread SET about_object = ${link.object}, about_id = ${link.id} WHERE id = ${taken.thread.id} AND about_id IS NULL`);
    await moveFiles(ctx, taken.id, link);
    return;
  }
}
