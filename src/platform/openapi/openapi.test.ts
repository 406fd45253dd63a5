import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

interface Document {
  paths: Record<string, Record<string, { operationId: string; summary: string; requestBody?: unknown; parameters?: { name?: string; in?: string }[] }>>;
  components: { schemas: Record<string, { properties: Record<string, Record<string, unknown>>; required?: string[] }> };
}

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  for (const [type, more] of Object.entries({ money: {}, choice: { choices: [{ value: 'a', label: { 'zh-CN': '甲', en: 'A' } }] }, geo: {}, json: {}, percent: {}, multiReference: { target: 'user' } })) {
    const made = await app.admin.post('/admin/fields', { object: 'customer', type, key: `my${type}`, label: { 'zh-CN': `自定义${type}`, en: `Own ${type}` }, ...more });
    expect(made.status, made.text).toBe(201);
  }
  await app.admin.post('/admin/objects', { key: 'depot', plural: 'depots', access: 'customer', label: { one: { 'zh-CN': '项目', en: 'Site' } } });
});
afterAll(() => app.close());

async function documentOf(person: Pick<TestPerson, 'call'>, language = 'zh-CN'): Promise<Document> {
  const answer = await person.call('GET', '/openapi.json', undefined, { 'accept-language': language });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as Document;
}

test('the description passes the recommended rules of redocly without an error', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhike-openapi-'));
  try {
    const file = path.join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(await documentOf(app.admin)));
    const cli = fileURLToPath(new URL('../../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'lint', file, '--extends=recommended', '--format=json'], {
      cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    }).catch((error: { stdout: string }) => ({ stdout: error.stdout }));
    const report = JSON.parse(stdout) as { totals: { errors: number; warnings: number }; problems: { ruleId: string; severity: string; message: string; location: { pointer?: string }[] }[] };
    expect(report.problems.filter((p) => p.severity === 'error').map((p) => `${p.ruleId} ${p.message} ${p.location[0]?.pointer}`)).toEqual([]);
    expect(report.totals.errors).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('every route of the server is described, with what its handler checks', async () => {
  const { paths } = await documentOf(app.admin);
  expect(paths['/customers']?.['get']?.operationId).toBe('listCustomers');
  expect(paths['/customers/{id}']?.['patch']).toMatchObject({ operationId: 'updateCustomer', requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CustomerUpdate' } } } } });
  expect(paths['/views']?.['get']?.parameters?.map((p) => p.name)).toEqual(['object']);
  expect(paths['/depots']?.['post']?.operationId).toBe('createDepot');
  const ids = Object.values(paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

test('fields that administrators added are there at once, in the caller’s language, as far as their rights go', async () => {
  const zh = (await documentOf(app.admin)).components.schemas;
  expect(zh['Customer']?.properties['mymoney']).toMatchObject({ title: '自定义money', anyOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }] });
  expect(zh['CustomerCreate']?.properties['mychoice']).toMatchObject({ anyOf: [{ enum: ['a'] }, { type: 'null' }], description: 'a 甲' });
  expect(zh['CustomerCreate']?.required).toEqual(['name']);
  expect(zh['CustomerCreate']?.properties['code']).toBeUndefined();
  expect(zh['Depot']?.properties['name']).toMatchObject({ title: '名称' });
  const seller = await app.person({ username: 'seller', roles: ['salesperson'] });
  const theirs = await documentOf(seller);
  expect(theirs.paths['/admin/fields']).toBeUndefined();
  expect(theirs.paths['/depots']).toBeUndefined();
  expect(theirs.paths['/customers/{id}']?.['delete']).toBeUndefined();
});

test('the browsable documentation loads only files of this server and no inline script', async () => {
  const page = await fetch(`${app.url}/api/docs`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)]).toEqual([]);
  const urls = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(urls.length).toBe(3);
  for (const url of urls) {
    expect(url.startsWith('/api/docs/')).toBe(true);
    expect((await fetch(`${app.url}${url}`)).status).toBe(200);
  }
});

test('in production strangers see neither', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    expect((await app.anonymous().get('/openapi.json')).status).toBe(401);
    expect((await fetch(`${app.url}/api/docs`)).status).toBe(401);
    expect((await app.admin.get('/openapi.json')).status).toBe(200);
  } finally {
    process.env['NODE_ENV'] = before;
  }
});
