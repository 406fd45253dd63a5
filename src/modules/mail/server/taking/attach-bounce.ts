import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ParsedMail } from '../parsing/parse-mail.ts';
import { type BounceReport, readBounce } from '../../rules/read-bounce.ts';
import { inboundMailListeners } from '../mail-listeners.ts';
import type { MailboxRow } from '../queries/mailbox-rows.ts';
import { aboutOf } from './find-thread.ts';

interface SentRow {
  readonly id: Id;
  readonly thread_id: Id;
  readonly customer_id: Id | null;
  readonly about_object: string | null;
  readonly about_id: Id | null;
}

/** Old bounces without any Message-ID are held against mails of so many days. */
const RECENT_DAYS = 5;

/** The mail of ours that came back: by its Message-ID, else the latest of this mailbox to the address named. */
async function findSent(ctx: Context, mailbox: MailboxRow, mail: ParsedMail, report: BounceReport): Promise<SentRow | undefined> {
  const ids = [...report.originalIds, ...mail.references, ...(mail.inReplyTo === null ? [] : [mail.inReplyTo])];
  const named = await ctx.db.maybe<SentRow>(sql`
    SELECT id, thread_id, customer_id, about_object, about_id FROM mail_message WHERE direction = 'out' AND message_id = ANY(${ids}::text[]) ORDER BY happened_at DESC LIMIT 1`);
  if (named || report.originalIds.length > 0 || report.recipient === null) return named;
  return ctx.db.maybe<SentRow>(sql`
    SELECT id, thread_id, customer_id, about_object, about_id FROM mail_message
    WHERE direction = 'out' AND mailbox_id = ${mailbox.id} AND state IN ('sent', 'unsure') AND happened_at > ${new Date(ctx.now.getTime() - RECENT_DAYS * 86_400_000).toISOString()}
      AND to_addresses @> ${JSON.stringify([{ address: report.recipient }])}::jsonb
    ORDER BY happened_at DESC LIMIT 1`);
}

/** A bounce belongs to the mail that came back, never to a new case. One of a mail that is not ours is only kept. */
export async function attachBounce(ctx: Context, mailbox: MailboxRow, bounceId: Id, mail: ParsedMail): Promise<void> {
  const report = readBounce({ subject: mail.subject, text: `${mail.text}\n${mail.quoted}`, deliveryStatus: mail.deliveryStatus, returned: mail.returned });
  const sent = await findSent(ctx, mailbox, mail, report);
  const { recipient, status, isPermanent, reason } = report;
  await ctx.db.run(sql`
    UPDATE mail_message SET bounce = ${JSON.stringify({ recipient, status, isPermanent, reason })}, bounce_of = ${sent?.id ?? null},
      thread_id = coalesce(${sent?.thread_id ?? null}, thread_id), customer_id = ${sent?.customer_id ?? null}, contact_id = NULL,
      about_object = ${sent?.about_object ?? null}, about_id = ${sent?.about_id ?? null}
    WHERE id = ${bounceId}`);
  if (!sent) return;
  if (isPermanent) await ctx.db.run(sql`UPDATE mail_message SET state = 'failed', error = ${reason}, ended_at = ${ctx.now.toISOString()} WHERE id = ${sent.id}`);
  for (const listener of inboundMailListeners()) {
    await listener.onBounce?.(ctx, { mailId: sent.id, about: aboutOf(sent), bounceId, recipient, status, isPermanent, reason });
  }
}
