import type { ConnectionOptions, PeerCertificate } from 'node:tls';
import { ImapFlow } from 'imapflow';
import type { Services } from '#platform/runtime/services.ts';
import { type MailboxRow, secretBinding } from '../queries/mailbox-rows.ts';

/** Milliseconds: one slow mailbox must not hold the place of the others for long. */
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 } as const;

/** What an IMAP server needs to be reached. Holds a password: never logged, never answered. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly security: MailboxRow['imap_security'];
  readonly username: string;
  readonly password: string;
  /** A certificate that is trusted by itself, and no other one then. */
  readonly pin: { readonly pem: string; readonly sha256: string } | null;
}

export const imapOf = (services: Pick<Services, 'secrets'>, box: MailboxRow): ImapSettings => ({
  host: box.imap_host, port: box.imap_port, security: box.imap_security, username: box.imap_username,
  password: box.imap_password_cipher === null ? '' : services.secrets.decrypt(box.imap_password_cipher, secretBinding(box.id, 'imap')),
  pin: box.imap_pin === null || box.imap_pin_pem === null ? null : { pem: box.imap_pin_pem, sha256: box.imap_pin },
});

/** SHA-256 of a certificate, 64 hexadecimal digits. */
export const fingerprintOf = (certificate: Pick<PeerCertificate, 'fingerprint256'>): string => certificate.fingerprint256.replaceAll(':', '').toLowerCase();

/** The password leaves only after this held: a known authority's certificate, or exactly the pinned one (SEC-33). */
export const trustOf = (pin: ImapSettings['pin']): ConnectionOptions => (pin === null ? {} : {
  ca: pin.pem, allowPartialTrustChain: true,
  // A pinned certificate is known by itself; the name in it says nothing more.
  checkServerIdentity: (_host, certificate) => (fingerprintOf(certificate) === pin.sha256 ? undefined : new Error('the certificate is not the pinned one')),
});

/** A client that has not connected yet. Certificates are verified (SEC-33). */
export function imapClient(settings: ImapSettings, more: { readonly socketTimeout?: number; readonly maxIdleTime?: number } = {}): ImapFlow {
  const client = new ImapFlow({
    host: settings.host, port: settings.port, secure: settings.security === 'tls', doSTARTTLS: settings.security === 'starttls', tls: trustOf(settings.pin),
    auth: { user: settings.username, pass: settings.password }, logger: false, disableAutoIdle: true, clientInfo: { name: 'Zhike' }, ...TIMEOUTS, ...more,
  });
  // A line that breaks ends the command under way with an error of its own.
  client.on('error', () => undefined);
  return client;
}

/** Signs in, works, signs out; throws what the line or the server said. */
export async function withImap<R>(settings: ImapSettings, work: (client: ImapFlow) => Promise<R>): Promise<R> {
  const client = imapClient(settings);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout().catch(() => undefined);
    client.close();
  }
}

/** The words of a failure, with the server's own where it gave some. */
export function imapError(error: unknown): string {
  const told = (key: string): string => (typeof error === 'object' && error !== null && key in error ? String(Reflect.get(error, key) ?? '') : '');
  const words = [told('code'), error instanceof Error ? error.message : String(error), told('serverResponseCode'), told('responseText')].filter((text) => text !== '');
  return [...new Set(words)].join(': ').slice(0, 500);
}
