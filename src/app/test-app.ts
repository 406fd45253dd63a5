import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { isJsonObject } from '#kernel/json.ts';
import { createTestDatabase } from '#platform/db/test-database.ts';
import { healthRoutes } from '#platform/http/health.ts';
import { serveWeb } from '#platform/http/web-files.ts';
import type { Services } from '#platform/runtime/services.ts';
import { buildApp } from './build-app.ts';
import { checkAnswers } from './check-answers.ts';
import { openServices } from './open-services.ts';
import { serverModules } from './server-modules.ts';

/** What came back: `body` is parsed JSON where there is some. */
export interface TestAnswer<B = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: B;
  readonly text: string;
}

/** One signed-in (or anonymous) person with their own cookies. */
export interface TestPerson {
  call<B = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer<B>>;
  get<B = Record<string, unknown>>(path: string): Promise<TestAnswer<B>>;
  post<B = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer<B>>;
  patch<B = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer<B>>;
  /** The Cookie header, for a browser. */
  cookie(): string;
}

export interface TestApp {
  readonly url: string;
  readonly services: Services;
  readonly server: FastifyInstance;
  /** Signed in as the administrator that the set-up made. */
  readonly admin: TestPerson;
  anonymous(): TestPerson;
  /** Makes a person with these roles in a unit (the company when absent) and signs them in. */
  person(options: { username: string; roles: readonly string[]; unit?: string; name?: string }): Promise<TestPerson & { id: string }>;
  close(): Promise<void>;
}

export const TEST_PASSWORD = 'Heron-on-the-lake-7391';

/** The whole server on a real database of its own and a free port; everything goes through HTTP. */
export async function startTestApp(options: { readonly clock?: () => Date; readonly isDurable?: boolean } = {}): Promise<TestApp> {
  const testDatabase = await createTestDatabase({ isDurable: options.isDurable ?? false });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhike-test-'));
  const services = await openServices({
    databaseUrl: testDatabase.url, secret: Buffer.alloc(32, 7), dataDir, timeZone: 'Asia/Shanghai', locale: 'zh-CN',
    log: pino({ level: process.env.ZHIKE_TEST_LOG ?? 'fatal' }), modules: serverModules, poolSize: 8, ...(options.clock && { clock: options.clock }),
  });
  const server = buildApp(services, serverModules);
  const requireDeclared = checkAnswers(server);
  healthRoutes(server, services);
  await serveWeb(server);
  for (const module of serverModules) await module.start?.(services);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const admin = personOf(url);
  await expectOk(admin.post('/setup', { username: 'admin', name: '沈一舟', password: TEST_PASSWORD, companyName: '云栖实业', locale: 'zh-CN' }));
  return {
    url, services, server, admin,
    anonymous: () => personOf(url),
    person: (wanted) => makePerson(url, admin, wanted),
    async close() {
      for (const module of serverModules.toReversed()) await module.stop?.();
      await server.close();
      await services.close();
      await testDatabase.drop();
      await rm(dataDir, { recursive: true, force: true });
      requireDeclared();
    },
  };
}

async function makePerson(url: string, admin: TestPerson, wanted: { username: string; roles: readonly string[]; unit?: string; name?: string }) {
  const { username, roles, unit, name = username } = wanted;
  const made = await expectOk(admin.post('/users', { username, name, roles, password: TEST_PASSWORD, mustChangePassword: false, ...(unit && { unit }) }));
  const person = personOf(url);
  await expectOk(person.post('/auth/login', { username, password: TEST_PASSWORD }));
  return { ...person, id: String(made.body.id) };
}

async function expectOk(pending: Promise<TestAnswer>): Promise<TestAnswer> {
  const answer = await pending;
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

export function personOf(url: string): TestPerson {
  const jar = new Map<string, string>();
  const call = async <B>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<B>> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(jar.size > 0 && { cookie: cookieOf(jar) }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) as B, text };
  };
  return {
    call, cookie: () => cookieOf(jar),
    get: (path) => call('GET', path),
    post: (path, body = {}, headers = {}) => call('POST', path, body, headers),
    patch: (path, body, headers = {}) => call('PATCH', path, body, headers),
  };
}

const cookieOf = (jar: ReadonlyMap<string, string>): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : { value };
  } catch {
    return {};
  }
}
