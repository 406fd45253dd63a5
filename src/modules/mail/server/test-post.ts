import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Hoodiecrow {
  readonly server: Server;
  readonly connectionHandlers: unknown[];
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(mailbox: string, flags: readonly string[], internaldate: string | null, raw: string): void;
  readonly folderCache: Readonly<Record<string, { uidvalidity: number }>>;
}

export interface TestImap {
  readonly port: number;
  put(raw: Buffer): void;
  setValidity(value: number): void;
  /** Breaks every line that is open. */
  hangUp(): void;
  /** How often a password was told. */
  signIns(): number;
  close(): Promise<void>;
}

export interface ImapWishes {
  /** The first bytes are TLS, or the line is upgraded when asked to; plain when absent. */
  readonly security?: 'tls' | 'starttls';
  readonly credentials?: { readonly key: string; readonly cert: string };
  readonly port?: number;
  readonly hasIdle?: boolean;
}

/** Starts a real IMAP server in this process; mails are given as latin1, one character a byte. */
export async function openImap({ security, credentials, port = 0, hasIdle = true }: ImapWishes = {}): Promise<TestImap> {
  // The package is CommonJS without types; what is used of it is above.
  const make: (options: object) => Hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap');
  let signIns = 0;
  const users = {
    get plain() {
      signIns += 1;
      return { password: 'open-sesame' };
    },
  };
  const server = make({ plugins: ['ID', 'UNSELECT', ...(hasIdle ? ['IDLE'] : []), ...(security === 'starttls' ? ['STARTTLS'] : [])], secureConnection: security === 'tls', ...(credentials && { credentials: { ...credentials } }), storage: { INBOX: {} }, users });
  const sockets = new Set<{ destroy(): void }>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    port: address.port,
    put: (raw) => server.appendMessage('INBOX', [], null, raw.toString('latin1')),
    setValidity: (value) => {
      const inbox = server.folderCache['INBOX'];
      if (inbox) inbox.uidvalidity = value;
    },
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    signIns: () => signIns,
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(resolve);
    }),
  };
}

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** Starts a real SMTP server; `behaviour.after` says what happens after the whole text came. */
export async function openSmtp(): Promise<{ readonly port: number; readonly mails: Received[]; readonly behaviour: { after: 'fine' | 'hang-up' | 'busy' }; close(): Promise<void> }> {
  const mails: Received[] = [];
  const behaviour: { after: 'fine' | 'hang-up' | 'busy' } = { after: 'fine' };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (behaviour.after === 'busy') return done(Object.assign(new Error('try later'), { responseCode: 451 }));
        const from = session.envelope.mailFrom;
        mails.push({ from: from === false ? '' : from.address, to: session.envelope.rcptTo.map((one) => one.address), raw: Buffer.concat(parts) });
        if (behaviour.after === 'hang-up') server.connections.forEach((line) => line.close());
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return { port, mails, behaviour, close: () => new Promise((resolve) => { server.close(() => resolve()); }) };
}
