import type { Bilingual } from '#kernel/texts.ts';

const hints: readonly (readonly [RegExp, Bilingual])[] = [
  [/ECONNREFUSED/, { 'zh-CN': '该地址的这个端口没有邮件服务，请核对服务器与端口', en: 'Nothing answers at this host and port: check both' }],
  [/ENOTFOUND|EAI_AGAIN|EDNS/, { 'zh-CN': '找不到这个服务器名，请核对拼写', en: 'There is no such host name: check its spelling' }],
  [/ETIMEDOUT|timeout/i, { 'zh-CN': '服务器没有及时答复，请核对端口、加密方式和防火墙', en: 'The server did not answer in time: check port, encryption and firewall' }],
  [/EAUTH|\b535\b|AUTHENTICATIONFAILED|authentication failed|LOGIN fail/i, { 'zh-CN': '用户名或密码（授权码）不被接受', en: 'The user name or password was not accepted' }],
  [/certificate|self.signed|CERT_/i, { 'zh-CN': '服务器证书不可信，请使用受信任的证书', en: 'The certificate of the server is not trusted: use a trusted one' }],
  [/ETLS|wrong version number|STARTTLS/i, { 'zh-CN': '加密方式与端口不符：465 一般用 TLS，587 一般用 STARTTLS', en: 'Encryption and port do not fit: 465 is usually TLS, 587 STARTTLS' }],
];

/** What a failure of a mail server's line means, and what to check; null for one that we do not know. */
export const lineHint = (error: string): Bilingual | null => hints.find(([pattern]) => pattern.test(error))?.[1] ?? null;
