import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type Draft, finished, upload } from '../test-client.ts';

let app: TestApp;
let manager: TestPerson & { id: string };
let near = '';
let far = '';

beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const root = (await app.admin.get<{ data: { id: string }[] }>('/org-units?limit=1')).body.data[0]?.id;
  const unit = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent: root })).body.id);
  near = await unit('青岛分公司');
  far = await unit('成都分公司');
  manager = await app.person({ username: 'manager', roles: ['salesManager'], unit: near, name: '近经理' });
  await app.person({ username: 'near', roles: ['salesperson'], unit: near, name: '近销售' });
  await app.person({ username: 'far', roles: ['salesperson'], unit: far, name: '远销售' });
});
afterAll(() => app.close());

const take = (person: TestPerson, text: string, object = 'customer') => upload(person, app.url, object, 'a.csv', Buffer.from(text));

async function run(person: TestPerson, draft: Draft, options?: object): Promise<Record<string, unknown>> {
  if (options) expect((await person.patch(`/imports/${draft.id}`, { options })).status).toBe(200);
  const started = await person.post(`/imports/${draft.id}/start`);
  return started.status === 200 ? finished(person, draft.id, 'done') : { status: started.status, ...started.body };
}

interface Rows { readonly data: readonly { readonly row: number; readonly issues: readonly { readonly code: string; readonly message: string }[] }[] }

describe('an import by a person who is not administrator', () => {
  it('is refused in words to who has no right to import', async () => {
    const seller = await app.person({ username: 'plain', roles: ['salesperson'], unit: near });
    await expect(take(seller, '客户名称\n甲\n')).rejects.toThrow(/^403 .*customer\.import/);
    expect((await seller.get('/imports/template?object=customer')).status).toBe(403);
    await expect(take(manager, '姓名\n甲\n', 'user')).rejects.toThrow(/^403 /);
    await expect(take(manager, '姓名\n甲\n', 'nothing')).rejects.toThrow(/^404 /);
  });

  it('writes within the scope only, and says of each row why not', async () => {
    const draft = await take(manager, '客户名称,负责人\n近处公司,近销售\n远处公司,远销售\n自己公司,\n无人公司,查无此人\n');
    expect(await run(manager, draft, { owner: { kind: 'column' } })).toMatchObject({ created: 2, errors: 2 });
    const rows = await manager.get<Rows>(`/imports/${draft.id}/rows?state=error`);
    expect(rows.body.data.map((row) => [row.row, row.issues[0]?.code, row.issues[0]?.message])).toEqual([
      [3, 'out-of-scope', '不在您的数据范围内'], [5, 'not-found', '负责人：找不到“查无此人”'],
    ]);
    const list = await app.admin.get<{ data: { name: string }[] }>('/customers?q=远处公司');
    expect(list.body.data).toEqual([]);
  });

  it('changes only what the person may change, by a key that shows nothing else', async () => {
    const other = await app.admin.post('/customers', { name: '远方老客户', externalCode: 'FAR-1', industry: '化工' });
    await app.admin.post('/customers', { name: '近处老客户', externalCode: 'NEAR-1', industry: '化工', owner: manager.id });
    const draft = await take(manager, '外部编号,行业\nFAR-1,软件\nNEAR-1,软件\n');
    await manager.patch(`/imports/${draft.id}`, { mapping: ['externalCode', 'industry'] });
    expect(await run(manager, draft, { mode: 'update', matchBy: ['externalCode'] })).toMatchObject({ updated: 1, errors: 1 });
    const rows = await manager.get<Rows>(`/imports/${draft.id}/rows?state=error`);
    // As if there were no such record: its existence is not betrayed (SEC-12).
    expect(rows.body.data.map((row) => row.issues[0]?.code)).toEqual(['no-match']);
    expect((await app.admin.get(`/customers/${String(other.body.id)}`)).body).toMatchObject({ industry: '化工', version: 1 });
  });

  it('fills only fields that the person may write, and knows nothing of hidden ones', async () => {
    const all = { create: 'all', read: 'all', update: 'all', import: 'all' };
    const made = await app.admin.post('/roles', {
      key: 'importer', label: { 'zh-CN': '导入员', en: 'Importer' }, grants: { customer: all, user: { read: 'all' } },
      fields: { customer: { industry: { view: 'hidden', edit: false }, notes: { view: 'full', edit: false } } },
    });
    expect(made.status).toBe(201);
    const importer = await app.person({ username: 'importer', roles: ['importer'], unit: near });
    const draft = await take(importer, '客户名称,行业,备注\n字段公司,化工,想写的\n');
    expect(draft.columns.map((column) => column.field)).toEqual(['name', null, null]);
    const refused = async (mapping: readonly (string | null)[], options: object) =>
      (await run(importer, draft, { ...options, ...((await importer.patch(`/imports/${draft.id}`, { mapping })) && {}) })).errors as { path: string; code: string }[];
    expect((await refused(['name', 'industry', 'notes'], {})).map(({ path, code }) => `${path} ${code}`)).toEqual(['mapping.1 unknown', 'mapping.2 not-allowed']);
    expect((await refused(['name', null, null], { defaults: { industry: '化工' } })).map(({ code }) => code)).toEqual(['unknown']);
    expect((await refused(['name', null, null], { owner: { kind: 'pool' } })).map(({ path, code }) => `${path} ${code}`)).toEqual(['options.owner not-allowed']);
    expect(await run(importer, draft, {})).toMatchObject({ created: 1 });
  });

  it('is nobody else’s: not seen, not started, not undone', async () => {
    const draft = await take(manager, '客户名称\n私有公司\n');
    const colleague = await app.person({ username: 'manager2', roles: ['salesManager'], unit: near });
    for (const path of ['', '/rows', '/failed.csv']) expect((await colleague.get(`/imports/${draft.id}${path}`)).status).toBe(404);
    for (const verb of ['check', 'start', 'pause', 'resume', 'cancel', 'undo']) expect((await colleague.post(`/imports/${draft.id}/${verb}`)).status).toBe(404);
    expect((await colleague.post(`/imports/${draft.id}/decisions`, { do: 'skip' })).status).toBe(404);
    expect((await colleague.get<{ data: object[] }>('/imports')).body.data).toEqual([]);
  });

  it('stops when the right is taken away before it runs', async () => {
    const person = await app.person({ username: 'former', roles: ['salesManager'], unit: near });
    const draft = await take(person, '客户名称\n迟到公司\n');
    await app.admin.post(`/users/${person.id}/roles`, { roles: ['salesperson'] });
    expect((await person.post(`/imports/${draft.id}/start`)).status).toBe(403);
  });
});
