import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { LineSecurity, SmtpServer } from '#platform/mail/smtp-session.ts';
import type { Services } from '#platform/runtime/services.ts';

/** How mail leaves the house. Holds a password: never logged, never answered. */
export interface MailServer extends SmtpServer {
  readonly source: 'environment' | 'settings';
  readonly from: string;
  /** The address that people open, for links; without one mails have none. */
  readonly siteUrl: string | null;
}

interface StoredServer {
  readonly host: string;
  readonly port: number;
  readonly security: LineSecurity;
  readonly username: string | null;
  readonly password_cipher: string | null;
  readonly from_address: string;
  readonly site_url: string | null;
}

/** Ties the stored password to its place. */
export const PASSWORD_BINDING = 'mail_server.password';

type Source = Pick<Context, 'db' | 'secrets'>;

/** The settings in force: those of the administration, else those of the environment; undefined when mail is not set up. */
export async function readMailServer(from: Source, environment: Services['mail']): Promise<MailServer | undefined> {
  const row = await from.db.maybe<StoredServer>(sql`SELECT host, port, security, username, password_cipher, from_address, site_url FROM mail_server`);
  if (row === undefined) return fromEnvironment(environment);
  return {
    source: 'settings', host: row.host, port: row.port, security: row.security, username: row.username, from: row.from_address,
    password: row.password_cipher === null ? null : from.secrets.decrypt(row.password_cipher, PASSWORD_BINDING),
    siteUrl: row.site_url ?? environment?.siteUrl ?? null,
  };
}

/** `smtps://user:password@host:465`; `smtp://` upgrades by STARTTLS, `smtp://…?tls=none` stays plain. */
function fromEnvironment(environment: Services['mail']): MailServer | undefined {
  if (environment?.url === undefined) return undefined;
  const url = new URL(environment.url);
  const security = url.protocol === 'smtps:' ? 'tls' : url.searchParams.get('tls') === 'none' ? 'none' : 'starttls';
  const username = url.username === '' ? null : decodeURIComponent(url.username);
  return {
    source: 'environment', host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port), security, username,
    password: url.password === '' ? null : decodeURIComponent(url.password), from: environment.from ?? username ?? `zhike@${url.hostname}`,
    siteUrl: environment.siteUrl ?? null,
  };
}
