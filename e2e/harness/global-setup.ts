import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { openTestServer } from './test-postgres.ts';
import type { TestServer } from './test-postgres.ts';

/**
 * One PostgreSQL for each worker, started when its first test asks for a database: runs without such tests pay nothing.
 * Workers do not share one, for transactions of a server are numbered together: what one test leaves open would hold up
 * the seals of another's audit trail. A second one, whose commits wait for the disk, is started when a test asks for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<string, Promise<TestServer>>();
  const path = `/${randomBytes(16).toString('hex')}/`;
  const door = createServer((request, response) => {
    if (!request.url?.startsWith(path)) {
      response.writeHead(404).end();
      return;
    }
    // `<kind>/<number of the worker>`
    const wanted = request.url.slice(path.length);
    const server = servers.get(wanted) ?? openTestServer({ isDurable: wanted.startsWith('durable/') });
    servers.set(wanted, server);
    server.then(
      ({ url, template, isThrowaway }) => response.end(JSON.stringify({ url, template, isThrowaway })),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  const port = await new Promise<number>((resolve) => {
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  project.provide('testDatabaseDoor', `http://127.0.0.1:${port}${path}`);
  return async () => {
    door.close();
    door.closeAllConnections();
    for (const opened of await Promise.allSettled(servers.values())) {
      if (opened.status === 'fulfilled') await opened.value.close();
    }
  };
}
