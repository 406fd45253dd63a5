import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let reader: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
  reader = await app.person({ username: 'reader', roles: ['salesperson'] });
});
afterAll(() => app.close());

interface FieldShown { key: string; label: { 'zh-CN': string }; required?: boolean; inList?: boolean; group?: string; choices?: { value: string; label: { 'zh-CN': string }; retired?: boolean }[] }
interface ObjectShown { key: string; label: { one: { 'zh-CN': string } }; groups: { key: string; label: { 'zh-CN': string } }[]; fields: FieldShown[] }

async function meta(key: string): Promise<ObjectShown> {
  const answer = await app.admin.get<{ objects: ObjectShown[] }>('/meta');
  const found = answer.body.objects.find((object) => object.key === key);
  if (!found) throw new Error(`no ${key} in meta`);
  return found;
}
const put = (path: string, body: unknown) => app.admin.call<{ errors?: { path: string }[] }>('PUT', path, body);

test('a layout changes words, choices, required fields, order and groups of a built-in object, at once', async () => {
  const answer = await put('/admin/objects/customer/layout', {
    label: { one: { 'zh-CN': '业主', en: 'Owner' }, many: { 'zh-CN': '业主', en: 'Owners' } },
    fields: {
      industry: { label: { 'zh-CN': '业态' }, required: true },
      source: { choices: [{ value: 'referral', label: { 'zh-CN': '老带新' } }, { value: 'livestream', label: { 'zh-CN': '直播' } }, { value: 'import' }] },
      website: { retired: true },
    },
    order: ['name', 'industry', 'kind'],
    groups: ['main', 'reach', 'company', 'person', 'invoice', 'ownership', 'more'].map((key) => ({ key, ...(key === 'main' && { label: { 'zh-CN': '概况' } }) })),
  });
  expect(answer.status, answer.text).toBe(200);
  const customer = await meta('customer');
  expect(customer.label.one['zh-CN']).toBe('业主');
  expect(customer.groups[0]).toMatchObject({ key: 'main', label: { 'zh-CN': '概况' } });
  expect(customer.fields.slice(0, 3).map((f) => f.key)).toEqual(['name', 'industry', 'kind']);
  expect(customer.fields.some((f) => f.key === 'website')).toBe(false);
  const source = customer.fields.find((f) => f.key === 'source');
  expect(source?.choices?.slice(0, 3).map((c) => [c.value, c.label['zh-CN'], c.retired ?? false])).toEqual([['referral', '老带新', false], ['livestream', '直播', false], ['import', '导入', false]]);
  expect(source?.choices?.find((c) => c.value === 'website')).toMatchObject({ retired: true });
  expect((await app.admin.post('/customers', { name: '无业态' })).status).toBe(400);
  expect((await app.admin.post('/customers', { name: '有业态', industry: '住宅', source: 'livestream' })).status).toBe(201);

  await put('/admin/objects/customer/layout', {});
  expect((await meta('customer')).label.one['zh-CN']).toBe('客户');
});

test.each([
  [{ fields: { name: { required: false } } }, 'fields.name.required'],
  [{ fields: { name: { retired: true } } }, 'fields.name.retired'],
  [{ fields: { stage: { choices: [{ value: 'own', label: { 'zh-CN': '自造' } }] } } }, 'fields.stage.choices'],
  [{ fields: { stage: { choices: [{ value: 'potential', retired: true }] } } }, 'fields.stage.choices'],
  [{ fields: { name: { choices: [] } } }, 'fields.name.choices'],
  [{ fields: { nothing: { inList: true } } }, 'fields.nothing'],
  [{ groups: [{ key: 'main' }] }, 'groups'],
  [{ fields: { grade: { group: 'nowhere' } } }, 'fields.grade.group'],
])('a layout may not %j', async (body, path) => {
  const refused = await put('/admin/objects/customer/layout', body);
  expect(refused.status).toBe(400);
  expect(refused.body.errors?.map((e) => e.path)).toContain(path);
});

test('an object of the company’s own has records, fields, history, permissions, and comes back after retirement', async () => {
  const made = await app.admin.post<{ key: string; plural: string }>('/admin/objects', {
    key: 'projectSite', plural: 'project-sites', access: 'customer', label: { one: { 'zh-CN': '项目', en: 'Site' }, many: { 'zh-CN': '项目', en: 'Sites' } },
  });
  expect(made.status, made.text).toBe(201);
  for (const [type, key] of [['number', 'floorArea'], ['autoNumber', 'siteNo']]) {
    const field = await app.admin.post('/admin/fields', { object: 'projectSite', type, key, label: { 'zh-CN': key }, ...(type === 'autoNumber' && { pattern: 'X{0000}' }) });
    expect(field.status, field.text).toBe(201);
  }
  const customer = String((await app.admin.post('/customers', { name: '城建集团' })).body.id);
  const site = await app.admin.post('/project-sites', { name: '金水花园', customer, floorArea: 12.5 });
  expect(site.status, site.text).toBe(201);
  expect(site.body).toMatchObject({ name: '金水花园', floorArea: 12.5, siteNo: 'X0001' });
  expect((await app.admin.post('/project-sites', { name: '无主', customer: site.body.id })).status).toBe(400);
  const filter = JSON.stringify({ field: 'customer.name', op: 'eq', value: '城建集团' });
  const list = await app.admin.get<{ data: { name: string }[] }>(`/project-sites?filter=${filter}&sort=-floorArea`);
  expect(list.body.data.map((r) => r.name)).toEqual(['金水花园']);
  expect((await reader.get('/project-sites')).status).toBe(403);
  const history = await app.admin.get<{ data: unknown[] }>(`/project-sites/${String(site.body.id)}/history`);
  expect(history.body.data).toHaveLength(1);

  await app.admin.call('DELETE', '/admin/objects/projectSite');
  expect((await app.admin.get('/project-sites')).status).toBe(404);
  await app.admin.post('/admin/objects/projectSite/restore');
  expect((await app.admin.get(`/project-sites/${String(site.body.id)}`)).status).toBe(200);
});

test.each([['customers', 'plural'], ['search', 'plural'], ['auth', 'plural'], ['admin', 'plural']])('an object may not take the address /%s', async (plural, path) => {
  const refused = await app.admin.post<{ errors: { path: string }[] }>('/admin/objects', { plural, label: { one: { 'zh-CN': '冲突' } } });
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0]?.path).toBe(path);
});

test('settings are typed, need their right, and go back to their default', async () => {
  expect((await put('/admin/settings', { revealsPerHour: 'many' })).body.errors?.[0]?.path).toBe('revealsPerHour');
  expect((await put('/admin/settings', { unknownOne: 1 })).status).toBe(400);
  expect((await reader.call('PUT', '/admin/settings', { revealsPerHour: 5 })).status).toBe(403);
  expect((await reader.get<{ data: unknown[] }>('/admin/settings')).body.data).toEqual([]);
  const value = async () => (await app.admin.get<{ data: { key: string; value: unknown; isSet: boolean }[] }>('/admin/settings')).body.data.find((s) => s.key === 'revealsPerHour');
  await put('/admin/settings', { revealsPerHour: 1 });
  expect(await value()).toMatchObject({ value: 1, isSet: true });
  const person = String((await app.admin.post('/customers', { kind: 'person', name: '孙丽', idNumber: '11010519491231002X' })).body.id);
  const reveal = () => app.admin.post(`/customers/${person}/reveal`, { field: 'idNumber', reason: '核对身份' });
  expect((await reveal()).status).toBe(200);
  expect((await reveal()).status).toBe(429);
  await put('/admin/settings', { revealsPerHour: null });
  expect(await value()).toMatchObject({ value: 60, isSet: false });
  expect((await reveal()).status).toBe(200);
});

test('a configuration goes out of one company and into another, all or nothing, and its history is kept', async () => {
  await app.admin.post('/admin/fields', { object: 'customer', type: 'choice', key: 'band', label: { 'zh-CN': '档次' }, choices: [{ value: 'top', label: { 'zh-CN': '高' } }] });
  await put('/admin/settings', { viewsPerPerson: 50 });
  const site = await app.admin.post('/admin/objects', { key: 'depot', plural: 'depots', label: { one: { 'zh-CN': '仓库', en: 'Depot' } } });
  expect(site.status, site.text).toBe(201);
  const keeper = { key: 'depotKeeper', label: { 'zh-CN': '库管', en: 'Keeper' }, rights: ['views.share'], grants: { customer: { read: 'unit' }, depot: { read: 'all', update: 'own' } }, fields: { customer: { band: { view: 'hidden', edit: false } } } };
  const role = await app.admin.post('/roles', keeper);
  expect(role.status, role.text).toBe(201);
  const view = await app.admin.post('/views', { object: 'depot', name: '全部仓库', visibility: 'role', role: 'depotKeeper', isDefault: true, columns: ['name'] });
  expect(view.status, view.text).toBe(201);
  await app.admin.post('/views', { object: 'customer', name: '我自己的', visibility: 'private' });
  const out = await app.admin.get('/admin/configuration');
  expect(out.status, out.text).toBe(200);
  const other = await startTestApp();
  try {
    const trial = await other.admin.post<{ data: unknown[] }>('/admin/configuration', { ...out.body, dryRun: true });
    expect(trial.status, trial.text).toBe(200);
    expect((await other.admin.get<{ data: unknown[] }>('/admin/fields')).body.data).toEqual([]);
    const broken = { ...out.body, fields: [...(out.body.fields as unknown[]), { object: 'customer', key: 'bad', type: 'formula', formula: 'nothing * 2', label: { 'zh-CN': '坏' } }] };
    expect((await other.admin.post('/admin/configuration', broken)).status).toBe(400);
    expect((await other.admin.get<{ data: unknown[] }>('/admin/fields')).body.data).toEqual([]);
    const done = await other.admin.post<{ data: { kind: string; key: string; change: string }[] }>('/admin/configuration', out.body);
    expect(done.status, done.text).toBe(200);
    expect(done.body.data).toEqual(trial.body.data);
    expect(done.body.data).toEqual(expect.arrayContaining([
      { kind: 'role', key: 'depotKeeper', change: 'added', changes: [] }, { kind: 'view', key: 'depot / depotKeeper / 全部仓库', change: 'added', changes: [] },
      { kind: 'setting', key: 'viewsPerPerson', change: 'added', changes: [] },
    ]));
    expect((await other.admin.post('/admin/configuration', out.body)).body.data).toEqual([]);
    const wider = { ...out.body, roles: (out.body.roles as { key: string }[]).map((r) => (r.key === 'depotKeeper' ? { ...r, grants: { customer: { read: 'all' } } } : r)) };
    expect((await other.admin.post<{ data: unknown[] }>('/admin/configuration', { ...wider, dryRun: true })).body.data).toEqual([{
      kind: 'role', key: 'depotKeeper', change: 'changed',
      changes: [{ field: 'grants', from: { customer: { read: 'unit' }, depot: { read: 'all', update: 'own' } }, to: { customer: { read: 'all' } } }],
    }]);
    const keeperThere = await other.person({ username: 'keeper', roles: ['depotKeeper'] });
    expect((await keeperThere.get<{ data: { name: string }[] }>('/views?object=depot')).body.data.map((v) => v.name)).toEqual(['全部仓库']);
    const again = await other.admin.get('/admin/configuration');
    expect({ ...again.body, exportedAt: 0 }).toEqual({ ...out.body, exportedAt: 0 });
    const made = await other.admin.post('/customers', { name: '新公司', band: 'top' });
    expect(made.body.band).toBe('top');
    const history = await other.admin.get<{ data: { object: string; actor: string }[] }>('/admin/configuration/history');
    expect(history.body.data.map((entry) => entry.object)).toEqual(expect.arrayContaining(['customField', 'customObject', 'setting', 'role', 'savedView']));
  } finally {
    await other.close();
  }
});

test('roles go in and out only with the right to manage them', async () => {
  await app.admin.post('/roles', { key: 'fieldMaker', label: { 'zh-CN': '字段管理员', en: 'Field maker' }, rights: ['admin.fields'] });
  const maker = await app.person({ username: 'field-maker', roles: ['fieldMaker'] });
  const out = await maker.get('/admin/configuration');
  expect(out.status, out.text).toBe(200);
  expect([out.body.roles, out.body.views]).toEqual([undefined, undefined]);
  const whole = await app.admin.get('/admin/configuration');
  expect((await maker.post('/admin/configuration', { ...whole.body, settings: {} })).status).toBe(403);
});
