import { fail } from '#kernel/failure.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { writeLetter } from './mail-letter.ts';
import { notificationsTexts } from '../../notifications.texts.ts';
import type { testMailAnswer } from '../notifications.answers.ts';
import { bareAddress, composeMail } from './compose-mail.ts';
import { type MailServer } from './mail-server.ts';
import { type Handover, openMailSession } from './smtp-session.ts';

const hints: readonly (readonly [RegExp, Bilingual])[] = [
  [/ECONNREFUSED/, { 'zh-CN': '该地址的这个端口没有邮件服务，请核对服务器与端口', en: 'Nothing answers at this host and port: check both' }],
  [/ENOTFOUND|EAI_AGAIN|EDNS/, { 'zh-CN': '找不到这个服务器名，请核对拼写', en: 'There is no such host name: check its spelling' }],
  [/ETIMEDOUT|timeout/i, { 'zh-CN': '服务器没有及时答复，请核对端口、加密方式和防火墙', en: 'The server did not answer in time: check port, encryption and firewall' }],
  [/EAUTH|\b535\b/, { 'zh-CN': '用户名或密码（授权码）不被接受', en: 'The user name or password was not accepted' }],
  [/certificate|self.signed|CERT_/i, { 'zh-CN': '服务器证书不可信，请使用受信任的证书', en: 'The certificate of the server is not trusted: use a trusted one' }],
  [/ETLS|wrong version number|STARTTLS/i, { 'zh-CN': '加密方式与端口不符：465 一般用 TLS，587 一般用 STARTTLS', en: 'Encryption and port do not fit: 465 is usually TLS, 587 STARTTLS' }],
];

const hintFor = (error: string): Bilingual | null => hints.find(([pattern]) => pattern.test(error))?.[1] ?? null;

/** Sends one mail to the caller's own address by these settings, now, and says what the server said. */
export async function sendTestMail(ctx: Context, server: MailServer | undefined, to: string | null): Promise<Answered<typeof testMailAnswer>> {
  if (to === null || to === '') throw fail('record.invalid', { count: 1 }, [{ path: 'email', code: 'required' }]);
  if (server === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'host', code: 'required' }]);
  const words = { title: notificationsTexts.t(ctx.locale, 'mail.test'), body: notificationsTexts.t(ctx.locale, 'mail.testBody'), url: server.siteUrl };
  const result = await tryOnce(ctx, server, to, words);
  const error = 'error' in result ? result.error : null;
  await writeAudit(ctx, [{ action: 'test-mail', object: 'mailServer', isOk: result.state === 'sent', detail: { to, host: server.host, port: server.port } }]);
  return { isSent: result.state === 'sent', error, hint: error === null ? null : hintFor(error) };
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
