import { randomBytes } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

/** Held by the one process that runs the database of a data folder; the system lets go of it when the process dies. */
export interface OwnerLock {
  release(): Promise<void>;
}

/** The file system of the folder holds no sockets (some network and virtual machine shares). */
export class SocketsUnsupported extends Error {}

/**
 * Takes the lock at `address` (a socket path, or a pipe name on Windows); undefined when a living process holds it.
 * A socket instead of a file with a process number: numbers are reused and mean nothing across containers.
 */
export async function acquireOwnerLock(address: string): Promise<OwnerLock | undefined> {
  return process.platform === 'win32' ? acquirePipe(address) : acquireSocket(address);
}

async function acquirePipe(address: string): Promise<OwnerLock | undefined> {
  try {
    const server = await listen(address);
    return { release: () => close(server) };
  } catch {
    return undefined;
  }
}

async function acquireSocket(address: string): Promise<OwnerLock | undefined> {
  const suffix = randomBytes(4).toString('hex');
  const draft = `${address}.${suffix}`;
  const server = await listen(draft).catch((error: unknown) => {
    throw new SocketsUnsupported(`no socket at ${draft}`, { cause: error });
  });
  const fail = async (): Promise<undefined> => {
    await close(server);
    rmSync(draft, { force: true });
    return undefined;
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryLink(draft, address)) {
      rmSync(draft, { force: true });
      return { release: () => releaseSocket(server, address) };
    }
    if (await isAlive(address)) return fail();
    if (!(await removeDead(address, `${address}.${suffix}.old`))) return fail();
  }
  return fail();
}

/** Moved aside before it is removed: another process may have replaced the dead one in between. */
async function removeDead(address: string, aside: string): Promise<boolean> {
  try {
    renameSync(address, aside);
  } catch {
    return true;
  }
  if (await isAlive(aside)) {
    tryLink(aside, address);
    rmSync(aside, { force: true });
    return false;
  }
  rmSync(aside, { force: true });
  return true;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new SocketsUnsupported(`no link at ${to}`, { cause: error });
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

function isAlive(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const done = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => done(true));
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EAGAIN' || error.code === 'EACCES'));
  });
}

async function releaseSocket(server: Server, address: string): Promise<void> {
  rmSync(address, { force: true });
  await close(server);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
