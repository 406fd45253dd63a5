import { Readable } from 'node:stream';
import SmtpConnection from 'nodemailer/lib/smtp-connection';

export type LineSecurity = 'tls' | 'starttls' | 'none';

/** Where mail is handed over. Holds a password: never logged, never answered. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: LineSecurity;
  readonly username: string | null;
  readonly password: string | null;
}

/** What became of a mail that was handed over. `unsure`: the server had all of it, and its answer never came. */
export type Handover =
  /** `refused`: receivers that the server did not take, where it took others. */
  | { readonly state: 'sent'; readonly refused?: readonly string[] }
  | { readonly state: 'refused' | 'later' | 'unsure'; readonly error: string };

export interface MailSession {
  /** Hands one mail over; never throws. After anything but `sent` and `refused` the session is of no more use. */
  send(envelope: { readonly from: string; readonly to: string | readonly string[] }, message: Buffer): Promise<Handover>;
  close(): void;
}

/** Milliseconds; short, because one sender serves the whole company. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** Connects, upgrades and signs in; throws when that fails: nothing was sent then. Certificates are verified (SEC-33). */
export async function openMailSession(server: SmtpServer, timeouts: Partial<Record<keyof typeof TIMEOUTS, number>> = {}): Promise<MailSession> {
  const connection = new SmtpConnection({
    host: server.host, port: server.port, secure: server.security === 'tls', requireTLS: server.security === 'starttls', ignoreTLS: server.security === 'none',
    ...TIMEOUTS, ...timeouts,
  });
  let onError: (error: Error) => void = () => undefined;
  connection.on('error', (error: Error) => onError(error));
  const step = (work: (done: (error?: Error | null) => void) => void): Promise<void> => new Promise((resolve, reject) => {
    onError = reject;
    // A server that hangs up in the middle says nothing more.
    connection.once('end', () => reject(new Error('the server closed the connection')));
    work((error) => (error ? reject(error) : resolve()));
  });
  try {
    await step((done) => connection.connect(done));
    const { username, password } = server;
    if (username !== null && password !== null) await step((done) => connection.login({ credentials: { user: username, pass: password } }, done));
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    send: (envelope, message) => handOver(connection, envelope, message, step),
    close: () => connection.quit(),
  };
}

type Step = (work: (done: (error?: Error | null) => void) => void) => Promise<void>;

async function handOver(connection: SmtpConnection, envelope: { readonly from: string; readonly to: string | readonly string[] }, message: Buffer, step: Step): Promise<Handover> {
  const body = Readable.from([message]);
  let isAllRead = false;
  body.once('end', () => { isAllRead = true; });
  try {
    let refused: readonly string[] = [];
    await step((done) => connection.send({ from: envelope.from, to: [envelope.to].flat() }, body, (error, info) => {
      refused = info?.rejected ?? [];
      done(error);
    }));
    return refused.length > 0 ? { state: 'sent', refused } : { state: 'sent' };
  } catch (error) {
    const words = error instanceof Error ? error.message.slice(0, 500) : String(error);
    const code = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
    // An answer of the server is an answer; silence after the whole text may mean that it was taken.
    if (code !== undefined) return { state: code >= 500 ? 'refused' : 'later', error: words };
    return { state: isAllRead ? 'unsure' : 'later', error: words };
  }
}
