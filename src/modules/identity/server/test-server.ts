import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '#app/build-app.ts';
import { checkAnswers } from '#app/check-answers.ts';
import { openServices } from '#app/open-services.ts';
import { createTestDatabase } from '#platform/db/test-database.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import type { Services } from '#platform/runtime/services.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

/** A browser: keeps its cookie, comes from one address. */
export interface Browser {
  cookie: string | undefined;
  ip: string;
  call(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestServer {
  readonly services: Services;
  readonly server: FastifyInstance;
  /** Moves the services' clock. */
  advance(ms: number): void;
  browser(ip?: string): Browser;
  stop(): Promise<void>;
}

/** A server of the given modules on a database of its own, before its set-up, with a clock that can be moved. */
export async function startTestServer(modules: readonly ServerModule[]): Promise<TestServer> {
  const database = await createTestDatabase();
  let offset = 0;
  const services = await openServices({
    databaseUrl: database.url, secret: randomBytes(32), dataDir: '/nowhere', timeZone: 'Asia/Shanghai', locale: 'zh-CN',
    log: pino({ level: process.env['ZHIKE_TEST_LOG'] ?? 'silent' }), modules, poolSize: 8, clock: () => new Date(Date.now() + offset),
  });
  const server = buildApp(services, modules);
  const requireDeclared = checkAnswers(server);
  for (const module of modules) await module.start?.(services);
  await server.ready();
  return {
    services,
    server,
    advance: (ms) => { offset += ms; },
    browser: (ip = '127.0.0.1') => makeBrowser(server, ip),
    stop: async () => {
      await server.close();
      await services.close();
      await database.drop();
      requireDeclared();
    },
  };
}

function makeBrowser(server: FastifyInstance, ip: string): Browser {
  const browser: Browser = {
    cookie: undefined,
    ip,
    async call(method, path, body, headers = {}) {
      const reply = await server.inject({
        method, url: `/api/v1${path}`, remoteAddress: browser.ip,
        headers: {
          host: 'localhost:3000',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(browser.cookie !== undefined && { cookie: browser.cookie }),
          ...headers,
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      const set = reply.cookies.find((cookie) => cookie.name.endsWith('zhike_session'));
      if (set !== undefined) browser.cookie = set.value === '' ? undefined : `${set.name}=${set.value}`;
      const text = reply.body;
      const parsed: unknown = text === '' ? {} : JSON.parse(text);
      return { status: reply.statusCode, body: parsed as Record<string, unknown>, headers: reply.headers };
    },
  };
  return browser;
}

export const strongPassword = 'correct horse battery 7';

/** The first administrator, signed in. */
export async function setUp(test: TestServer): Promise<Browser> {
  const browser = test.browser();
  const answer = await browser.call('POST', '/setup', {
    username: 'admin', name: '管理员', password: strongPassword, companyName: '青岛示例有限公司', locale: 'zh-CN',
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return browser;
}
