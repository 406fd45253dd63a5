import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type InboundMail, type RecordLink, addInboundMailListener, sendMail } from '#modules/mail/server/mail.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { CaseState } from '../case-rows.ts';
import { addMessage } from '../cases/add-message.ts';
import { reopenCase } from '../cases/move-case.ts';
import { openCase } from '../cases/open-case.ts';

/** A closed case is taken up again by an answer within these days; later ones begin a new case. */
const REOPEN_DAYS = 30;

/** Mails to the service desk become cases, answers go to theirs (SE-30). The same mail never arrives here twice (REL-7). */
export const takeMailsAsCases = (): void => void addInboundMailListener({ key: 'service', onMail, onBounce });

interface KnownCase {
  readonly id: Id;
  readonly state: CaseState;
  readonly isRecent: boolean;
}

async function onMail(ctx: Context, mail: InboundMail): Promise<RecordLink | undefined> {
  const known = await caseOf(ctx, mail.about);
  if (!known && mail.feeds !== 'service') return undefined;
  const message = { channel: 'mail' as const, body: textOf(mail), html: mail.html, authorName: nameOf(mail), mailId: mail.id, sourceKey: `mail:${mail.id}` };
  // An out-of-office note wakes nobody, and nothing answers it.
  if (mail.nature !== 'normal') {
    if (!known) return undefined;
    return { object: 'caseMessage', id: (await addMessage(ctx, known.id, { ...message, kind: 'incoming', isQuiet: true })).id };
  }
  if (known && (known.state !== 'closed' || known.isRecent) && known.state !== 'withdrawn') {
    if (known.state === 'closed') await reopenCase(ctx, known.id, ctx.locale === 'en' ? 'The customer wrote again.' : '客户再次来信。');
    return { object: 'caseMessage', id: (await addMessage(ctx, known.id, { ...message, kind: 'incoming' })).id };
  }
  const made = await openFromMail(ctx, mail);
  if (made === undefined) return undefined;
  const { id } = await addMessage(ctx, made.id, { ...message, kind: 'incoming', isQuiet: true });
  await acknowledge(ctx, mail, made);
  return { object: 'caseMessage', id };
}

/** The case that a thread is about, followed to the one that it was merged into. */
const caseOf = async (ctx: Context, about: RecordLink | null): Promise<KnownCase | undefined> =>
  about === null ? undefined : ctx.db.maybe<KnownCase>(sql`
    SELECT c.id, c.state, c.closed_at > ${new Date(ctx.now.getTime() - REOPEN_DAYS * 86_400_000).toISOString()} AS "isRecent"
    FROM service_case s JOIN service_case c ON c.id = coalesce(s.merged_into_id, s.id)
    WHERE s.deleted_at IS NULL AND s.id = ${about.object === 'case' ? about.id : null}::uuid
      OR s.id = (SELECT m.case_id FROM case_message m WHERE m.id = ${about.object === 'caseMessage' ? about.id : null}::uuid)`);

/** Undefined while the desk is not open: the mail stays with its customer. */
async function openFromMail(ctx: Context, mail: InboundMail): Promise<{ readonly id: Id; readonly number: string } | undefined> {
  const type = await ctx.db.maybe<{ id: Id }>(sql`
    SELECT id FROM case_type WHERE is_active AND is_public AND deleted_at IS NULL ORDER BY kind = 'enquiry' DESC, position, id LIMIT 1`);
  if (!type) return undefined;
  return openCase(ctx, {
    caseType: type.id, channel: 'mail', subject: mail.subject.slice(0, 200) || textOf(mail).slice(0, 60), description: textOf(mail).slice(0, 20_000), customer: mail.customerId, contact: mail.contactId,
    reporterName: nameOf(mail)?.slice(0, 60) ?? null, reporterEmail: mail.replyTo, sourceKey: `mail:${mail.id}`,
  });
}

async function acknowledge(ctx: Context, mail: InboundMail, { id, number }: { readonly id: Id; readonly number: string }): Promise<void> {
  if (mail.replyTo === null) return;
  const { due } = await ctx.db.one<{ due: string | null }>(sql`SELECT max(due_at) AS due FROM case_clock WHERE case_id = ${id} AND kind = 'whole'`);
  const until = due === null ? '' : new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(due));
  const text = ctx.locale === 'en'
    ? `We have received your message under number ${number} and will answer by ${until}. To add something, reply to this mail.`
    : `您的来信已受理，编号 ${number}，我们会在 ${until} 前答复。如需补充，请直接回复本邮件。`;
  await sendMail(ctx, { mailboxId: mail.mailboxId, to: [{ address: mail.replyTo }], subject: mail.subject, text, inReplyTo: mail.id, about: { object: 'case', id }, customerId: mail.customerId, isAutomatic: true });
}

/** A reply of ours came back: the agent must know. */
async function onBounce(ctx: Context, { about, recipient, status }: { readonly about: RecordLink | null; readonly recipient: string | null; readonly status: string | null }): Promise<void> {
  const known = await caseOf(ctx, about);
  if (!known || known.state === 'merged') return;
  const who = [recipient, status].filter((part) => part !== null).join(' · ');
  await addMessage(ctx, known.id, { kind: 'note', channel: 'mail', body: ctx.locale === 'en' ? `The mail did not arrive: ${who}` : `邮件没有送达：${who}` });
}

const textOf = (mail: InboundMail): string => mail.text.trim() || mail.subject || '—';
const nameOf = (mail: InboundMail): string | null => mail.from?.name || mail.from?.address || null;
