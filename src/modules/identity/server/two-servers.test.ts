import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '#app/build-app.ts';
import { openServices } from '#app/open-services.ts';
import { createTestDatabase } from '#platform/db/test-database.ts';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { identityModule } from './identity.module.ts';
import { strongPassword } from './test-server.ts';

const modules = [identityModule, organisationModule];
const stops: (() => Promise<void>)[] = [];
let servers: Awaited<ReturnType<typeof open>>[];

async function open(databaseUrl: string, secret: Buffer) {
  const services = await openServices({
    databaseUrl, secret, dataDir: '/nowhere', timeZone: 'Asia/Shanghai', locale: 'zh-CN',
    log: pino({ level: 'silent' }), modules, poolSize: 4,
  });
  const server = buildApp(services, modules, ['127.0.0.1']);
  stops.push(() => server.close().then(() => services.close()));
  return server;
}

beforeAll(async () => {
  const database = await createTestDatabase();
  const secret = randomBytes(32);
  servers = [await open(database.url, secret), await open(database.url, secret)];
  stops.push(() => database.drop());
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function call(server: number, method: 'GET' | 'POST', path: string, options: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {}) {
  const { body, cookie, headers } = options;
  const reply = await servers[server]?.inject({
    method, url: `/api/v1${path}`,
    headers: { host: 'localhost', ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie !== undefined && { cookie }), ...headers },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  const [set] = reply?.cookies ?? [];
  return { status: reply?.statusCode, cookie: set === undefined ? '' : `${set.name}=${set.value}`, raw: String(reply?.headers['set-cookie']) };
}

const login = { username: 'admin', password: strongPassword };

test('a session ended on one server ends on the other by itself (SEC-8)', async () => {
  const made = await call(0, 'POST', '/setup', { body: { ...login, name: '管理员', companyName: '示例公司' } });
  expect(made.status).toBe(201);
  const { cookie } = await call(1, 'POST', '/auth/login', { body: login });
  expect((await call(0, 'GET', '/auth/me', { cookie })).status).toBe(200);
  expect((await call(1, 'GET', '/auth/me', { cookie })).status).toBe(200);
  await call(0, 'POST', '/auth/logout', { cookie });
  await expect.poll(async () => (await call(1, 'GET', '/auth/me', { cookie })).status, { interval: 10, timeout: 20_000 }).toBe(401);
});

test('behind TLS the cookie carries the host prefix and Secure; the plain name is not read there (SEC-7)', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
  const { cookie, raw } = await call(0, 'POST', '/auth/login', { body: login, headers });
  expect(raw).toMatch(/^__Host-zhike_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  expect((await call(0, 'GET', '/auth/me', { cookie, headers })).status).toBe(200);
  expect((await call(0, 'GET', '/auth/me', { cookie: cookie.replace('__Host-', ''), headers })).status).toBe(401);
});
