import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

interface View { id: string; name: string; columns: string[] | null; filter: unknown; sort: string | null; mode: string; isDefault: boolean; capabilities: string[]; notes?: { place: string; field: string }[] }
type Answer = View & Record<string, unknown>;

let app: TestApp;
let manager: TestPerson;
let seller: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
  manager = await app.person({ username: 'manager', roles: ['salesManager'] });
  seller = await app.person({ username: 'seller', roles: ['salesperson'] });
});
afterAll(() => app.close());

const names = async (person: TestPerson) => (await person.get<{ data: View[] }>('/views?object=customer')).body.data.map((view) => view.name);
const save = (person: TestPerson, body: Readonly<Record<string, unknown>>) => person.post<Answer>('/views', { object: 'customer', ...body });
const filter = { and: [{ field: 'stage', op: 'in', value: ['target'] }] };

test('a private view is its owner’s alone', async () => {
  const made = await save(seller, { name: '我的目标客户', columns: ['name', 'stage'], filter, sort: '-createdAt,name', widths: { name: 240 } });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ columns: ['name', 'stage'], filter, sort: '-createdAt,name', mode: 'table', visibility: 'private', capabilities: ['update', 'delete'] });
  expect(await names(seller)).toContain('我的目标客户');
  expect(await names(manager)).not.toContain('我的目标客户');
  expect((await manager.get(`/views/${made.body.id}`)).status).toBe(404);
  expect((await manager.call('DELETE', `/views/${made.body.id}`)).status).toBe(404);
});

test('sharing needs its right; a role sees the view that opens first for it', async () => {
  expect((await save(seller, { name: '公用', visibility: 'shared' })).status).toBe(403);
  const shared = await save(manager, { name: '部门客户', visibility: 'shared', groupBy: 'stage', mode: 'kanban' });
  expect(shared.status, shared.text).toBe(201);
  const mine = (await seller.get<{ data: View[] }>('/views?object=customer')).body.data.find((view) => view.id === shared.body.id);
  expect(mine?.capabilities).toEqual([]);
  expect((await seller.patch(`/views/${shared.body.id}`, { name: '改名' })).status).toBe(403);

  expect((await save(manager, { name: '无角色', visibility: 'role' })).status).toBe(400);
  await save(manager, { name: '客户经理首页', visibility: 'role', role: 'salesperson', isDefault: true });
  await save(manager, { name: '客户经理新首页', visibility: 'role', role: 'salesperson', isDefault: true });
  const seen = (await seller.get<{ data: View[] }>('/views?object=customer')).body.data;
  expect(seen.filter((view) => view.isDefault).map((view) => view.name)).toEqual(['客户经理新首页']);
  expect(seen[0]?.name).toBe('客户经理新首页');
});

test('a change touches what it names, is audited, and a deleted view is gone', async () => {
  const made = await save(seller, { name: '旧名', columns: ['name'], sort: 'name' });
  const changed = await seller.patch<Answer>(`/views/${made.body.id}`, { name: '新名', columns: ['name', 'phone'] });
  expect(changed.body).toMatchObject({ name: '新名', columns: ['name', 'phone'], sort: 'name', version: 2 });
  expect((await seller.call('DELETE', `/views/${made.body.id}`)).status).toBe(204);
  expect((await seller.get(`/views/${made.body.id}`)).status).toBe(404);
  const rows = await app.services.database.rows<{ action: string }>({ text: 'SELECT action FROM audit_entry WHERE record_id = $1 ORDER BY seq', values: [made.body.id] } as never);
  expect(rows.map((row) => row.action)).toEqual(['create', 'update', 'delete']);
});

test.each([
  [{ columns: ['nothing'] }, 'columns.nothing'],
  [{ filter: { field: 'nothing', op: 'eq', value: 1 } }, 'filter.nothing'],
  [{ filter: { field: 'stage', op: 'contains', value: 'x' } }, 'filter.stage'],
  [{ sort: 'idNumber' }, 'sort.idNumber'],
  [{ groupBy: 'notes' }, 'groupBy'],
  [{ mode: 'kanban' }, 'groupBy'],
  [{ mode: 'calendar', dateField: 'name' }, 'dateField'],
  [{ widths: { name: 5 } }, 'widths.name'],
  [{ colour: 'red' }, 'colour'],
])('refuses %j at %s', async (body, path) => {
  const refused = await seller.post<{ errors: { path: string }[] }>('/views', { object: 'customer', name: '错', ...body });
  expect(refused.status).toBe(400);
  expect(refused.body.errors.map((e) => e.path)).toContain(path);
});

test('a view stays valid when a field vanishes, and says what it lost', async () => {
  const field = await app.admin.post<{ id: string; key: string }>('/admin/fields', { object: 'customer', type: 'choice', key: 'tier', label: { 'zh-CN': '层级' }, choices: [{ value: 'a', label: { 'zh-CN': '甲' } }] });
  expect(field.status, field.text).toBe(201);
  const both = { and: [{ field: 'tier', op: 'eq', value: 'a' }, { field: 'stage', op: 'eq', value: 'target' }] };
  const made = await save(seller, { name: '层级看板', columns: ['name', 'tier'], filter: both, groupBy: 'tier', mode: 'kanban', sort: 'tier,name' });
  expect(made.status, made.text).toBe(201);
  await app.admin.call('DELETE', `/admin/fields/${field.body.id}`);
  const read = await seller.get<Answer>(`/views/${made.body.id}`);
  expect(read.body).toMatchObject({ columns: ['name'], groupBy: null, mode: 'table', sort: 'name' });
  expect(read.body.notes).toContainEqual({ place: 'columns', field: 'tier' });
});
