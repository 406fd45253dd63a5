import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, startTestApp } from '#app/test-app.ts';
import { type Draft, finished, upload } from '../../test-client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
});
afterAll(() => app.close());

interface Listed { readonly data: readonly Record<string, unknown>[] }

const take = (text: string, name = 'a.csv') => upload(app.admin, app.url, 'customer', name, Buffer.from(text));
const byName = async (name: string) => (await app.admin.get<Listed>(`/customers?q=${encodeURIComponent(name)}&include=owner,createdBy`)).body.data[0];

async function run(draft: Draft, body: object): Promise<Record<string, unknown>> {
  const changed = await app.admin.patch(`/imports/${draft.id}`, body);
  expect(changed.status).toBe(200);
  const started = await app.admin.post(`/imports/${draft.id}/start`);
  return started.status === 200 ? finished(app.admin, draft.id, 'done') : { status: started.status, ...started.body };
}

describe('mapping of an import', () => {
  it('makes a field for a column in both languages, with the choices that the file holds', async () => {
    const rows = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'].map((name, index) => `${name}样公司,${['一级', '二级', '三级'][index % 3]},00${index}`);
    const draft = await take(`客户名称,渠道级别,仓库代号\n${rows.join('\n')}\n`);
    expect(draft.columns.map((column) => column.newType)).toEqual(['text', 'choice', 'text']);
    const made = await app.admin.post(`/imports/${draft.id}/fields`, { column: 1, label: { 'zh-CN': '渠道级别', en: 'Channel level' }, type: 'choice' });
    expect(made.status).toBe(201);
    const key = String(made.body.key);
    const meta = await app.admin.get<{ objects: { key: string; fields: { key: string; label: object; choices: { label: { en: string } }[] }[] }[] }>('/meta');
    const field = meta.body.objects.find((object) => object.key === 'customer')?.fields.find((one) => one.key === key);
    expect(field?.label).toEqual({ 'zh-CN': '渠道级别', en: 'Channel level' });
    expect(field?.choices.map((choice) => choice.label.en).toSorted()).toEqual(['一级', '三级', '二级']);
    expect(await run(draft, { mapping: ['name', key, null] })).toMatchObject({ created: 9, errors: 0 });
    expect(await byName('甲样公司')).toMatchObject({ [key]: expect.stringMatching(/^[a-z]/) as string });
  });

  it('refuses a list of choices that is none, and a field to who may not make fields', async () => {
    const draft = await take(`客户名称,编号\n${Array.from({ length: 120 }, (_, n) => `第${n}号公司,N${n}`).join('\n')}\n`);
    const refused = await app.admin.post(`/imports/${draft.id}/fields`, { column: 1, label: { 'zh-CN': '编号' }, type: 'choice' });
    expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ path: 'type' })]]);
    const manager = await app.person({ username: 'manager-a', roles: ['salesManager'] });
    const own = await upload(manager, app.url, 'customer', 'b.csv', Buffer.from('客户名称,别的\n甲,乙\n'));
    expect((await manager.get(`/imports/${own.id}`)).body).toMatchObject({ mayAddFields: false });
    expect((await manager.post(`/imports/${own.id}/fields`, { column: 1, label: { 'zh-CN': '别的' }, type: 'text' })).status).toBe(403);
  });

  it('fills what the file leaves out with defaults, and keeps the original creator and date', async () => {
    const clerk = await app.person({ username: 'clerk', roles: ['salesperson'], name: '原建档人' });
    const draft = await take('客户名称,行业,创建人,创建时间\n默认一公司,化工,原建档人,2019-05-06 08:30\n默认二公司,,原建档人,2020-01-02 09:00\n');
    expect(draft.columns.map((column) => column.field)).toEqual(['name', 'industry', 'createdBy', 'createdAt']);
    const options = { owner: { kind: 'person', person: clerk.id }, defaults: { industry: '待定', notes: '老系统转入' } };
    expect(await run(draft, { options })).toMatchObject({ created: 2, errors: 0 });
    expect(await byName('默认一公司')).toMatchObject({ industry: '化工', notes: '老系统转入', owner: { id: clerk.id }, createdBy: { id: clerk.id } });
    const second = await byName('默认二公司');
    expect(second).toMatchObject({ industry: '待定' });
    expect(new Date(String(second?.createdAt)).toISOString()).toBe('2020-01-02T01:00:00.000Z');
  });

  it('checks defaults and the owner like values that a person writes', async () => {
    const draft = await take('客户名称\n错误公司\n');
    const answer = await run(draft, {
      options: { owner: { kind: 'person', person: '00000000-0000-7000-8000-000000000000' }, defaults: { phone: '不知道', stage: 'nothing', none: 'X' } },
    });
    expect(answer).toMatchObject({ status: 400 });
    const { errors } = answer as { errors: { path: string; code: string }[] };
    expect(errors.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      'options.defaults.none unknown', 'options.defaults.phone not-a-phone', 'options.defaults.stage not-a-choice', 'options.owner not-found',
    ]);
  });

  it('leaves records without an owner, or takes the owner from the column', async () => {
    expect(await run(await take('客户名称\n公海公司\n'), { options: { owner: { kind: 'pool' } } })).toMatchObject({ created: 1 });
    expect(await byName('公海公司')).toMatchObject({ owner: null });
    const seller = await app.person({ username: 'lin', roles: ['salesperson'], name: '林经办' });
    const draft = await take('客户名称,负责人\n有主公司,林经办\n');
    expect(await run(draft, { options: { owner: { kind: 'column' } } })).toMatchObject({ created: 1 });
    expect(await byName('有主公司')).toMatchObject({ owner: { id: seller.id } });
  });

  it('remembers the mapping of the same headers, and asks anew what happens to what exists', async () => {
    const text = '客户名称,备注栏,电话号码\n记住一公司,甲,13800138111\n';
    const options = { mode: 'both', matchBy: ['name'], duplicates: 'create', defaults: { industry: '化工' }, owner: { kind: 'pool' } };
    const first = await take(text);
    expect(first.columns[1]?.field).not.toBe('phone');
    expect(await run(first, { mapping: ['name', 'notes', null], options })).toMatchObject({ created: 1 });
    const again = await take(text.replace('记住一', '记住二'), '另一个文件.csv');
    expect(again.columns.map((column) => column.field)).toEqual(['name', 'notes', null]);
    const shown = await app.admin.get(`/imports/${again.id}`);
    expect(shown.body).toMatchObject({ isRemembered: true, options: { mode: 'create', duplicates: 'skip', defaults: { industry: '化工' }, owner: { kind: 'pool' } } });
    const other = await take('客户名称,备注栏,座机\n记住三公司,甲,\n');
    expect((await app.admin.get(`/imports/${other.id}`)).body).toMatchObject({ isRemembered: false });
  });
});
