import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { lineHint } from '#platform/mail/line-hints.ts';
import { openMailSession } from '#platform/mail/smtp-session.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { mailboxTestAnswer } from '../mail.answers.ts';
import { type MailboxRow, imapOfLine, loadMailbox } from '../queries/mailbox-rows.ts';
import { smtpOf } from '../sending/deliver-outbox.ts';
import { imapError, imapOf, withImap } from '../line/imap-line.ts';
import { peekCertificate } from '../line/peek-certificate.ts';

async function tried(work: () => Promise<unknown>) {
  try {
    await work();
    return { isOk: true, error: null, hint: null };
  } catch (error) {
    const words = imapError(error);
    return { isOk: false, error: words, hint: lineHint(words) };
  }
}

/** Signs in on both lines and opens the folder, and says what each server said; nothing is read or sent. */
export async function testMailbox(services: Services, ctx: Context, id: Id): Promise<Answered<typeof mailboxTestAnswer>> {
  const box = await loadMailbox(ctx.db, id);
  if (!box) throw fail('record.not-found');
  const imap = await tried(() => withImap(imapOf(services, box), (client) => client.mailboxOpen(box.folder, { readOnly: true })));
  const server = await smtpOf(services, id);
  const smtp = server === undefined ? null : await tried(async () => (await openMailSession(server)).close());
  await writeAudit(ctx, [{ action: 'test-mailbox', object: 'mailbox', recordId: id, isOk: imap.isOk && smtp?.isOk !== false }]);
  return { imap: { ...imap, certificate: await doubted(box, imap.error) }, smtp };
}

const isAboutCertificate = (error: string | null): boolean => error !== null && /certificate|self.signed|CERT_|ERR_TLS/i.test(error);

/** The certificate that the line failed on, for an administrator to judge. */
async function doubted(box: MailboxRow, error: string | null) {
  if (!isAboutCertificate(error)) return null;
  const seen = await peekCertificate(imapOfLine(box));
  return seen === undefined ? null : { sha256: seen.sha256, subject: seen.subject, issuer: seen.issuer, validUntil: seen.validUntil };
}
