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
}

export const imapOf = (services: Pick<Services, 'secrets'>, box: MailboxRow): ImapSettings => ({
  host: box.imap_host, port: box.imap_port, security: box.imap_security, username: box.imap_username,
  password: box.imap_password_cipher === null ? '' : services.secrets.decrypt(box.imap_password_cipher, secretBinding(box.id, 'imap')),
});

/** Signs in, works, signs out. Certificates are verified (SEC-33); throws what the line or the server said. */
export async function withImap<R>(settings: ImapSettings, work: (client: ImapFlow) => Promise<R>): Promise<R> {
  const client = new ImapFlow({
    host: settings.host, port: settings.port, secure: settings.security === 'tls', doSTARTTLS: settings.security === 'starttls',
    auth: { user: settings.username, pass: settings.password }, logger: false, disableAutoIdle: true, clientInfo: { name: 'Zhike' }, ...TIMEOUTS,
  });
  // A line that breaks ends the command under way with an error of its own.
  client.on('error', () => undefined);
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
