import { once } from 'node:events';
import { type Socket, connect, isIP } from 'node:net';
import { type TLSSocket, connect as connectTls } from 'node:tls';
import { type ImapSettings, fingerprintOf } from './imap-line.ts';

/** Milliseconds for each step. */
const WAIT = 10_000;

/** A certificate as a server shows it; nobody vouches for it. */
export interface SeenCertificate {
  readonly sha256: string;
  readonly pem: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO. */
  readonly validUntil: string;
}

/**
 * Looks at the certificate that an IMAP server shows, without trusting it: no user name and no password goes over this
 * line. Undefined when the server does not come so far.
 */
export async function peekCertificate({ host, port, security }: Pick<ImapSettings, 'host' | 'port' | 'security'>): Promise<SeenCertificate | undefined> {
  if (security === 'none') return undefined;
  let plain: Socket | undefined;
  let secure: TLSSocket | undefined;
  try {
    plain = connect({ host, port });
    plain.setTimeout(WAIT, () => plain?.destroy(new Error('timeout')));
    await once(plain, 'connect');
    if (security === 'starttls') await askForTls(plain);
    secure = connectTls({ socket: plain, rejectUnauthorized: false, ...(isIP(host) === 0 && { servername: host }) });
    await once(secure, 'secureConnect');
    const shown = secure.getPeerCertificate();
    if (!shown.raw) return undefined;
    const pem = `-----BEGIN CERTIFICATE-----\n${shown.raw.toString('base64').replace(/(.{64})/g, '$1\n').trim()}\n-----END CERTIFICATE-----\n`;
    const name = (from: typeof shown.subject): string => [from.CN, from.O].flat().filter((part) => part !== undefined && part !== '').join(' · ').slice(0, 200);
    return { sha256: fingerprintOf(shown), pem, subject: name(shown.subject), issuer: name(shown.issuer), validUntil: new Date(shown.valid_to).toISOString() };
  } catch {
    return undefined;
  } finally {
    secure?.destroy();
    plain?.destroy();
  }
}

/** RFC 3501 6.2.1: greeting, our wish, its consent. */
async function askForTls(line: Socket): Promise<void> {
  await answerOf(line, /^\* OK/im);
  line.write('z1 STARTTLS\r\n');
  await answerOf(line, /^z1 OK/im);
}

async function answerOf(line: Socket, wanted: RegExp): Promise<void> {
  let text = '';
  while (!wanted.test(text)) {
    const [part] = await once(line, 'data');
    text += String(part);
    if (text.length > 10_000 || /^z1 (NO|BAD)/im.test(text)) throw new Error('the server does not offer TLS');
  }
}
