import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let hall = '';
const fields = new Map<string, string>();

async function addField(key: string, type: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const made = await app.admin.post<{ id: string }>('/admin/fields', { object: 'customer', key, type, label: { 'zh-CN': key }, searchable: true, ...more });
  expect(made.status, made.text).toBe(201);
  fields.set(key, made.body.id);
}
const find = async (q: string, person: Pick<TestPerson, 'get'> = app.admin) =>
  (await person.get<{ data: { title: string }[] }>(`/search?objects=customer&q=${encodeURIComponent(q)}`)).body.data.map((hit) => hit.title);
const listed = async (q: string, person: Pick<TestPerson, 'get'> = app.admin) =>
  (await person.get<{ data: { name: string }[] }>(`/customers?q=${encodeURIComponent(q)}`)).body.data.map((row) => row.name);

/** A role's view of a field, known at once. */
async function show(role: string, field: string, view: string): Promise<void> {
  await app.services.database.run(sql`
    INSERT INTO role_field (role, object, field, view, edit) VALUES (${role}, 'customer', ${field}, ${view}, false)
    ON CONFLICT (role, object, field) DO UPDATE SET view = excluded.view`);
  app.services.events.announce({ kind: 'invalidate', what: 'access' });
}

beforeAll(async () => {
  app = await startTestApp();
  await addField('wechat', 'text');
  await addField('hotline', 'phone');
  await addField('fileNo', 'autoNumber', { pattern: 'HZ-{0000}' });
  const made = await app.admin.post<{ id: string }>('/customers', { name: '云栖大厦', wechat: 'Haier_青岛 总部', hotline: '0532-88931111' });
  expect(made.status, made.text).toBe(201);
  hall = made.body.id;
  await app.admin.post('/customers', { name: '别家', wechat: 'other' });
});
afterAll(() => app.close());

test.each(['haier', 'HAIER_青', '岛总', '88931111', '053288931111', 'hz0001', 'HZ-0001'])('%s is found in a field of the administrator', async (q) => {
  expect(await find(q)).toEqual(['云栖大厦']);
  expect(await listed(q)).toEqual(['云栖大厦']);
});

test('words may come from different fields; what is nowhere is not found', async () => {
  expect(await find('大厦 haier')).toEqual(['云栖大厦']);
  expect(await find('大厦 other')).toEqual([]);
});

test('a change is found at once, the former value no more', async () => {
  expect((await app.admin.patch(`/customers/${hall}`, { wechat: '卡萨帝' })).status).toBe(200);
  expect([await find('卡萨帝'), await find('haier')]).toEqual([['云栖大厦'], []]);
  await app.admin.patch(`/customers/${hall}`, { wechat: 'Haier_青岛 总部' });
});

test('a hidden field never matches, a masked one only whole', async () => {
  const searcher = await app.person({ username: 'searcher', roles: ['executive'] });
  await show('executive', 'wechat', 'full');
  await vi.waitFor(async () => expect(await find('haier', searcher)).toEqual(['云栖大厦']), { timeout: 60_000 });
  await show('executive', 'wechat', 'masked');
  await vi.waitFor(async () => expect(await find('haier', searcher)).toEqual([]), { timeout: 60_000 });
  expect(await find('haier青岛总部', searcher)).toEqual([]);
  expect(await find('Haier_青岛', searcher)).toEqual([]);
  await show('executive', 'hotline', 'masked');
  await vi.waitFor(async () => expect(await find('8893', searcher)).toEqual([]), { timeout: 60_000 });
  expect(await find('1111', searcher)).toEqual(['云栖大厦']);
  await show('executive', 'hotline', 'hidden');
  await vi.waitFor(async () => expect(await find('1111', searcher)).toEqual([]), { timeout: 60_000 });
  expect(await listed('88931111', searcher)).toEqual([]);
});

test('nobody finds records beyond their scope', async () => {
  const own = await app.person({ username: 'own-only', roles: ['salesperson'] });
  expect(await find('haier', own)).toEqual([]);
});

test('the mark set later is indexed in the background for records that are there, and taken away again', async () => {
  const made = await app.admin.post<{ id: string }>('/admin/fields', { object: 'customer', key: 'brand', type: 'text', label: { 'zh-CN': '品牌' } });
  const { id } = made.body;
  await app.admin.post('/customers', { name: '老客户', brand: '统帅' });
  expect(await find('统帅')).toEqual([]);
  expect((await app.admin.patch(`/admin/fields/${id}`, { searchable: true })).status).toBe(200);
  expect(await find('统帅')).toEqual(['老客户']);
  const indexes = async () => (await app.services.database.rows<{ name: string }>(sql`
    SELECT relname AS name FROM pg_class WHERE relname LIKE ${`zk_field_${id.replaceAll('-', '')}_search`}`)).length;
  await vi.waitFor(async () => expect((await app.admin.get(`/admin/fields/${id}`)).body).toMatchObject({ indexState: 'ready' }), { timeout: 60_000 });
  await vi.waitFor(async () => expect(await indexes()).toBe(1), { timeout: 60_000 });
  await app.admin.patch(`/admin/fields/${id}`, { searchable: false });
  expect(await find('统帅')).toEqual([]);
  await vi.waitFor(async () => expect(await indexes()).toBe(0), { timeout: 60_000 });
});

test('only short texts and numbers may be marked, and nothing encrypted', async () => {
  for (const wrong of [{ type: 'integer' }, { type: 'longText' }, { type: 'text', sensitive: true }]) {
    const answer = await app.admin.post('/admin/fields', { object: 'customer', label: { 'zh-CN': '不行' }, searchable: true, ...wrong });
    expect(answer.status).toBe(400);
  }
});
