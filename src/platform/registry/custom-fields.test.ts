import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let customer = '';

beforeAll(async () => {
  app = await startTestApp();
  const made = await app.admin.post<{ id: string }>('/customers', { name: '青岛港集团' });
  customer = made.body.id;
});
afterAll(() => app.close());

interface FieldAnswer { id: string; key: string; indexState: string; isIndexed: boolean; retiredAt: string | null; type: string; choices: { value: string; retired?: boolean }[] }

async function addField(body: Readonly<Record<string, unknown>>): Promise<FieldAnswer> {
  const made = await app.admin.post<FieldAnswer & Record<string, unknown>>('/admin/fields', { object: 'customer', ...body });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

const ready = (id: string) => vi.waitFor(async () => {
  expect((await app.admin.get<{ indexState: string }>(`/admin/fields/${id}`)).body.indexState).toBe('ready');
}, { timeout: 60_000, interval: 50 });

test('keys are made from the label, in pinyin or in English, and never collide', async () => {
  const keys = [];
  for (const label of [{ 'zh-CN': '合同等级' }, { 'zh-CN': '合同等级' }, { 'zh-CN': '合同等级', en: 'Contract level' }, { 'zh-CN': '名称', en: 'Name' }]) {
    keys.push((await addField({ type: 'text', label })).key);
  }
  expect(keys).toEqual(['hetongdengji', 'hetongdengji2', 'contractLevel', 'name2']);
});

test('a field is at once in meta, in the API, and hidden from those without the right to make one', async () => {
  const { key } = await addField({ type: 'integer', label: { 'zh-CN': '员工人数', en: 'Headcount' }, min: 0, max: 1_000_000, required: false, inList: true });
  const meta = await app.admin.get<{ objects: { key: string; fields: { key: string; inList?: boolean; custom?: boolean }[] }[] }>('/meta');
  const field = meta.body.objects.find((o) => o.key === 'customer')?.fields.find((f) => f.key === key);
  expect(field).toMatchObject({ key: 'headcount', inList: true, custom: true });
  const person = await app.person({ username: 'fields-reader', roles: ['salesperson'] });
  expect((await person.post('/admin/fields', { object: 'customer', type: 'text', label: { 'zh-CN': '偷加' } })).status).toBe(403);
  expect((await person.get('/admin/fields')).status).toBe(403);
});

test('numbers are given by the database, formula and roll-up follow the values', async () => {
  const { key: number } = await addField({ type: 'autoNumber', key: 'fileNo', label: { 'zh-CN': '档案号' }, pattern: 'D-{000}' });
  await addField({ type: 'money', key: 'yearlySpend', label: { 'zh-CN': '年采购额' } });
  await addField({ type: 'percent', key: 'ourShare', label: { 'zh-CN': '我方占比' } });
  await addField({ type: 'formula', key: 'ourSpend', label: { 'zh-CN': '我方采购额' }, formula: 'yearlySpend * ourShare / 100' });
  await addField({ type: 'rollUp', key: 'openNeeds', label: { 'zh-CN': '需求数' }, rollUp: { object: 'need', via: 'customer', measure: 'count' } });
  const made = await app.admin.post('/customers', { name: '潍柴动力', yearlySpend: '1200.50', ourShare: 25 });
  expect(made.body).toMatchObject({ [number]: 'D-001', ourSpend: 300.125, openNeeds: 0 });
  expect((await app.admin.post('/customers', { name: '潍柴重机' })).body[number]).toBe('D-002');
  expect((await app.admin.patch('/customers/'.concat(String(made.body.id)), { [number]: 'X' })).status).toBe(400);
  const filter = JSON.stringify({ field: 'ourSpend', op: 'gt', value: 300 });
  expect((await app.admin.get<{ data: { name: string }[] }>(`/customers?filter=${filter}&fields=name`)).body.data.map((r) => r.name)).toEqual(['潍柴动力']);
  const sums = await app.admin.get<{ data: Record<string, unknown>[] }>('/customers/summary?measures=count,sum:yearlySpend');
  expect(sums.body.data[0]?.['sum:yearlySpend']).toBe('1200.50');
});

test('a sensitive field is never stored or answered in plain, found by its whole value, and shown by reveal', async () => {
  const { key } = await addField({ type: 'text', key: 'passportNo', label: { 'zh-CN': '护照号' }, sensitive: true });
  const made = await app.admin.post('/customers', { kind: 'person', name: '孙晓梅', [key]: 'E12345678' });
  expect(made.text).not.toContain('E12345678');
  const id = String(made.body.id);
  const stored = await app.services.database.rows<{ t: string }>({ text: 'SELECT custom::text AS t FROM customer WHERE id = $1', values: [id] } as never);
  expect(stored[0]?.t).not.toContain('E12345678');
  const find = async (op: string, value: string) => app.admin.get<{ data: { id: string }[] }>(`/customers?filter=${JSON.stringify({ field: key, op, value })}`);
  expect((await find('eq', 'e12345678')).body.data.map((r) => r.id)).toEqual([id]);
  expect((await find('startsWith', 'E')).status).toBe(400);
  expect((await app.admin.post(`/customers/${id}/reveal`, { field: key, reason: '办理签证' })).body).toEqual({ value: 'E12345678' });
  expect((await app.admin.get(`/customers/${id}/history`)).text).not.toContain('E12345678');
});

test('what records hold is never lost: retired choices and fields come back, types only widen', async () => {
  const field = await addField({ type: 'choice', key: 'channelKind', label: { 'zh-CN': '渠道类型' }, choices: [{ label: { 'zh-CN': '直销' } }, { value: 'agent', label: { 'zh-CN': '代理' } }] });
  expect(field.choices.map((c) => c.value)).toEqual(['zhixiao', 'agent']);
  await app.admin.patch(`/customers/${customer}`, { channelKind: 'agent' });
  const fewer = await app.admin.patch<FieldAnswer & Record<string, unknown>>(`/admin/fields/${field.id}`, { choices: [{ value: 'zhixiao', label: { 'zh-CN': '直接销售' } }] });
  expect(fewer.body.choices).toMatchObject([{ value: 'zhixiao' }, { value: 'agent', retired: true }]);
  expect((await app.admin.patch(`/admin/fields/${field.id}`, { type: 'text' })).status).toBe(400);

  await app.admin.call('DELETE', `/admin/fields/${field.id}`);
  const without = await app.admin.get(`/customers/${customer}`);
  expect('channelKind' in without.body).toBe(false);
  expect((await app.admin.patch(`/customers/${customer}`, { channelKind: 'zhixiao' })).status).toBe(400);
  await app.admin.post(`/admin/fields/${field.id}/restore`);
  expect((await app.admin.get(`/customers/${customer}`)).body.channelKind).toBe('agent');

  const count = await addField({ type: 'integer', key: 'branchCount', label: { 'zh-CN': '网点数' } });
  expect((await app.admin.patch<FieldAnswer & Record<string, unknown>>(`/admin/fields/${count.id}`, { type: 'number' })).body.type).toBe('number');
});

test.each([
  [{ type: 'choice' }, 'choices'],
  [{ type: 'reference', target: 'nothing' }, 'target'],
  [{ type: 'formula', formula: 'name * 2' }, 'formula'],
  [{ type: 'rollUp', rollUp: { object: 'contact', via: 'name', measure: 'count' } }, 'rollUp.via'],
  [{ type: 'autoNumber', pattern: 'no digits' }, 'pattern'],
  [{ type: 'integer', default: 'x' }, 'default'],
  [{ type: 'number', sensitive: true }, 'sensitive'],
  [{ type: 'text', key: 'name' }, 'key'],
  [{ type: 'text', key: 'id' }, 'key'],
  [{ type: 'text', max: 5_000 }, 'max'],
  [{ type: 'text', group: 'nowhere' }, 'group'],
])('refuses %j at %s', async (body, path) => {
  const refused = await app.admin.post<{ errors: { path: string }[] }>('/admin/fields', { object: 'customer', label: { 'zh-CN': '错误' }, ...body });
  expect(refused.status).toBe(400);
  expect(refused.body.errors.map((e) => e.path)).toContain(path);
});

test('the index is built beside normal work, used by the planner, rebuilt after a crash, dropped with the field', async () => {
  const field = await addField({ type: 'text', key: 'batchNo', label: { 'zh-CN': '批次号' } });
  await ready(field.id);
  const client = new pg.Client({ connectionString: app.services.databaseUrl });
  await client.connect();
  try {
    const name = `zk_field_${field.id.replaceAll('-', '')}_order`;
    await client.query('SET enable_seqscan = off');
    const plan = await client.query(`EXPLAIN SELECT id FROM customer t WHERE t.deleted_at IS NULL AND (t.custom->>'batchNo') = 'x'::text ORDER BY t.created_at DESC, t.id DESC LIMIT 50`);
    expect(JSON.stringify(plan.rows)).toContain(name);
    await client.query('UPDATE pg_index SET indisvalid = false WHERE indexrelid = $1::regclass', [name]);
    await app.admin.post(`/admin/fields/${field.id}/index`);
    await ready(field.id);
    const valid = await client.query('SELECT indisvalid FROM pg_index WHERE indexrelid = $1::regclass', [name]);
    expect(valid.rows).toEqual([{ indisvalid: true }]);
    await app.admin.call('DELETE', `/admin/fields/${field.id}`);
    await vi.waitFor(async () => {
      expect((await client.query('SELECT 1 FROM pg_class WHERE relname = $1', [name])).rows).toEqual([]);
    }, { timeout: 60_000, interval: 50 });
  } finally {
    await client.end();
  }
});
