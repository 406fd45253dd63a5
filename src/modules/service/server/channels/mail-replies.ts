import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { mailboxesFeeding, sendMail } from '#modules/mail/server/mail.public.ts';
import type { Context } from '#platform/context/context.ts';
import { addCaseListener } from '../case-listeners.ts';

/** Replies by mail leave through the outbox, in the thread of the customer's last mail (SE-30). */
export const sendRepliesByMail = (): void =>
  addCaseListener({
    onCaseEvent: async (ctx, event) => {
      if (event.kind === 'replied' && event.messageId !== undefined) await mailReply(ctx, event.caseId, event.messageId);
    },
  });

interface Reply {
  readonly channel: string;
  readonly body: string;
  readonly subject: string;
  readonly number: string;
  readonly customerId: Id | null;
  readonly address: string | null;
  readonly files: readonly Id[];
}

async function mailReply(ctx: Context, caseId: Id, messageId: Id): Promise<void> {
  const reply = await ctx.db.one<Reply>(sql`
    SELECT m.channel, m.body, c.subject, c.number, c.customer_id AS "customerId", coalesce(c.reporter_email, k.email, cu.email) AS address,
      ARRAY(SELECT f.id FROM file_object f WHERE f.object = 'caseMessage' AND f.record_id = m.id AND f.deleted_at IS NULL ORDER BY f.created_at, f.id) AS files
    FROM case_message m JOIN service_case c ON c.id = m.case_id LEFT JOIN contact k ON k.id = c.contact_id LEFT JOIN customer cu ON cu.id = c.customer_id WHERE m.id = ${messageId}`);
  if (reply.channel !== 'mail') return;
  const last = await ctx.db.maybe<{ id: Id; mailboxId: Id; address: string | null }>(sql`
    SELECT l.id, l.mailbox_id AS "mailboxId", coalesce(nullif(l.reply_to, ''), nullif(l.from_address, '')) AS address FROM case_message m JOIN mail_message l ON l.id = m.mail_id
    WHERE m.case_id = ${caseId} AND m.kind = 'incoming' AND l.nature = 'normal' ORDER BY m.created_at DESC, m.id DESC LIMIT 1`);
  const mailboxId = last?.mailboxId ?? (await mailboxesFeeding(ctx, 'service'))[0]?.id;
  const address = last?.address ?? reply.address;
  // Nobody may believe that it was sent.
  if (mailboxId === undefined || address === null) throw fail('service.no-address');
  await sendMail(ctx, {
    mailboxId, to: [{ address }], subject: last ? reply.subject : `${reply.subject} ${reply.number}`, text: reply.body, about: { object: 'caseMessage', id: messageId }, customerId: reply.customerId,
    ...(last && { inReplyTo: last.id }), ...(reply.files.length > 0 && { attachments: reply.files }),
  });
}
