import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { lineHint } from '#platform/mail/line-hints.ts';
import { writeLetter } from './mail-letter.ts';
import { notificationsTexts } from '../../notifications.texts.ts';
import type { testMailAnswer } from '../notifications.answers.ts';
import { bareAddress, composeMail } from './compose-mail.ts';
import { type MailServer } from './mail-server.ts';
import { type Handover, openMailSession } from '#platform/mail/smtp-session.ts';

/** Sends one mail to the caller's own address by these settings, now, and says what the server said. */
export async function sendTestMail(ctx: Context, server: MailServer | undefined, to: string | null): Promise<Answered<typeof testMailAnswer>> {
  if (to === null || to === '') throw fail('record.invalid', { count: 1 }, [{ path: 'email', code: 'required' }]);
  if (server === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'host', code: 'required' }]);
  const words = { title: notificationsTexts.t(ctx.locale, 'mail.test'), body: notificationsTexts.t(ctx.locale, 'mail.testBody'), url: server.siteUrl };
  const result = await tryOnce(ctx, server, to, words);
  const error = 'error' in result ? result.error : null;
  await writeAudit(ctx, [{ action: 'test-mail', object: 'mailServer', isOk: result.state === 'sent', detail: { to, host: server.host, port: server.port } }]);
  return { isSent: result.state === 'sent', error, hint: error === null ? null : lineHint(error) };
}

async function tryOnce(ctx: Context, server: MailServer, to: string, item: { title: string; body: string; url: string | null }): Promise<Handover> {
  try {
    const session = await openMailSession(server);
    try {
      const letter = writeLetter(ctx.locale, 'Zhike', [item], null);
      return await session.send({ from: bareAddress(server.from), to }, await composeMail(server, to, ctx.newId(), letter, ctx.now));
    } finally {
      session.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
    return { state: 'later', error: `${code}${error instanceof Error ? error.message : String(error)}`.slice(0, 500) };
  }
}
