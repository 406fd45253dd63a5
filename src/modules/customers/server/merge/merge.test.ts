import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

interface List<R> { data: R[] }
interface Field { field: string; suggestion: string; why: string; isConflict: boolean }

let app: TestApp;
let clock = new Date('2026-11-02T02:00:00Z');
let lin: TestPerson & { id: string };
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
  lin = await app.person({ username: 'lin', roles: ['salesperson'] });
});
afterAll(() => app.close());

const make = async (path: string, values: Record<string, unknown>): Promise<string> => {
  const answer = await app.admin.post(path, path === '/customers' ? { ...values, _acceptDuplicate: true } : values);
  if (answer.status !== 201) throw new Error(answer.text);
  return String(answer.body.id);
};
const get = async (path: string) => (await app.admin.get(path)).body;
/** Signing in lasts hours of the test's clock; later questions need a new session. */
const later = async (instant: string) => {
  clock = new Date(instant);
  await app.admin.post('/auth/login', { username: 'admin', password: 'Heron-on-the-lake-7391' });
};

describe('merging two customers (CU-11)', () => {
  it('shows both with a proposal, and how many rows would move', async () => {
    const survivor = await make('/customers', { name: '华岳建材有限公司', phone: '13800000001', tags: ['重点'] });
    const loser = await make('/customers', { name: '华岳建材（石家庄）有限公司', industry: '建材', tags: ['老客户'], phone: '13800000002' });
    await make('/contacts', { name: '田野', customer: loser });
    const { body } = await app.admin.get<{ fields: Field[]; children: object[]; survivor: object; loser: object }>(`/customers/${survivor}/merge-preview?with=${loser}`);
    const of = (key: string) => body.fields.find(({ field }) => field === key);
    expect(of('industry')).toMatchObject({ suggestion: 'loser', why: 'only-one', isConflict: false });
    expect(of('tags')).toMatchObject({ suggestion: 'union', why: 'united' });
    expect(of('phone')).toMatchObject({ isConflict: true });
    expect(of('name')).toMatchObject({ suggestion: 'survivor', why: 'kept', isConflict: true });
    expect(body.children).toEqual([{ object: 'contact', field: 'customer', count: 1 }]);
    expect(body.survivor).toMatchObject({ id: survivor, phone: '138****0001' });
    expect((await lin.get(`/customers/${survivor}/merge-preview?with=${loser}`)).status).toBe(403);
  });

  it('takes the values that were chosen, leads every child over, and leaves a redirect', async () => {
    const third = await make('/customers', { name: '第三方担保公司' });
    const survivor = await make('/customers', { name: '远景仪表', phone: '13800000003', tags: ['A'] });
    const uscc = '91110000600037341L';
    const loser = await make('/customers', { name: '远景仪表（北京）', phone: '13800000004', uscc, tags: ['B'], bankAccount: '6222020200112233445', parent: survivor });
    const child = await make('/customers', { name: '远景子公司', parent: loser });
    const contact = await make('/contacts', { name: '白露', customer: loser });
    const task = await make('/activities', { kind: 'call', subject: '回访', customer: loser, contact, outcome: 'reached' });
    const need = await make('/needs', { title: '延长质保', customer: loser, level: 'want', activity: task });
    await make('/customer-relations', { customer: survivor, other: third, kind: 'partner' });
    await make('/customer-relations', { customer: loser, other: third, kind: 'partner' });
    await make('/customer-relations', { customer: loser, other: survivor, kind: 'subsidiary' });
    await app.admin.patch(`/customers/${loser}`, { stage: 'target' });
    await app.services.database.run(sql`
      INSERT INTO record_share (id, object, record_id, user_id, level, created_at) VALUES (${app.services.newId()}, 'customer', ${loser}, ${lin.id}, 'read', now())`);
    await app.services.database.run(sql`
      INSERT INTO file_object (id, object, record_id, customer_id, name, mime, size, sha256, store_key, created_at)
      VALUES (${app.services.newId()}, 'customer', ${loser}, ${loser}, '合同.pdf', 'application/pdf', 1, 'x', 'merge-test', now())`);

    const merged = await app.admin.post<{ merge: string; record: Record<string, unknown> }>(`/customers/${survivor}/merge`, { loser, choices: { phone: 'loser', stage: 'loser' }, reason: '同一家公司' });
    expect(merged.status).toBe(200);
    expect(merged.body.record).toMatchObject({ name: '远景仪表', phone: '138****0004', uscc, tags: ['A', 'B'], stage: 'target', bankAccount: '**** 3445', parent: null });

    for (const path of [`/contacts/${contact}`, `/activities/${task}`, `/needs/${need}`]) expect((await get(path)).customer).toBe(survivor);
    expect((await get(`/customers/${child}`)).parent).toBe(survivor);
    const relations = await app.admin.get<List<{ kind: string; other: string }>>('/customer-relations');
    expect(relations.body.data.map(({ kind, other }) => ({ kind, other }))).toEqual([{ kind: 'partner', other: third }]);
    const left = await app.services.database.one<{ n: number }>(sql`
      SELECT ((SELECT count(*) FROM customer_stage_event WHERE customer_id = ${loser}) + (SELECT count(*) FROM file_object WHERE record_id = ${loser} OR customer_id = ${loser})
        + (SELECT count(*) FROM record_share WHERE record_id = ${loser}))::int AS n`);
    expect(left.n).toBe(0);
    expect((await lin.get(`/customers/${survivor}`)).status).toBe(200);

    const gone = await app.admin.get(`/customers/${loser}`);
    expect(gone.status).toBe(404);
    expect(gone.body).toMatchObject({ code: 'record.not-found', mergedInto: survivor });
    const history = await app.admin.get<List<{ action: string; detail: { loserName?: string } | null }>>(`/customers/${survivor}/history`);
    expect(history.body.data.map(({ action }) => action)).toEqual(['merge-values', 'merge', 'create']);
    expect(history.body.data[1]?.detail?.loserName).toBe('远景仪表（北京）');

    await app.admin.patch(`/customers/${survivor}`, { phone: '13800000099' });
    const undone = await app.admin.post(`/merges/${merged.body.merge}/undo`);
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({ survivor, loser, kept: ['phone'] });
    expect(await get(`/customers/${survivor}`)).toMatchObject({ phone: '138****0099', uscc: null, tags: ['A'], stage: 'potential', bankAccount: null });
    expect(await get(`/customers/${loser}`)).toMatchObject({ uscc, tags: ['B'], stage: 'target', bankAccount: '**** 3445', parent: survivor });
    for (const path of [`/contacts/${contact}`, `/activities/${task}`, `/needs/${need}`]) expect((await get(path)).customer).toBe(loser);
    expect((await get(`/customers/${child}`)).parent).toBe(loser);
    expect((await app.admin.get<List<object>>('/customer-relations')).body.data).toHaveLength(3);
    expect((await app.admin.post(`/merges/${merged.body.merge}/undo`)).status).toBe(409);
  });

  it('follows custom references and lists of references', async () => {
    const survivor = await make('/customers', { name: '自定义甲' });
    const loser = await make('/customers', { name: '自定义乙' });
    const other = await make('/customers', { name: '自定义丙' });
    const definition = { type: 'reference', target: 'customer', label: { 'zh-CN': '担保人', en: 'Guarantor' } };
    const list = { type: 'multiReference', target: 'customer', label: { 'zh-CN': '关联', en: 'Related' } };
    await app.services.database.run(sql`
      INSERT INTO custom_field (id, object, key, definition, created_at) VALUES
        (${app.services.newId()}, 'customer', 'guarantor', ${JSON.stringify(definition)}, now()),
        (${app.services.newId()}, 'customer', 'related', ${JSON.stringify(list)}, now())`);
    await app.services.reloadRegistry();
    await app.admin.patch(`/customers/${other}`, { guarantor: loser, related: [survivor, loser] });
    const { body } = await app.admin.post<{ merge: string }>(`/customers/${survivor}/merge`, { loser });
    expect(await get(`/customers/${other}?include=guarantor`)).toMatchObject({ guarantor: { id: survivor }, related: [survivor] });
    await app.admin.post(`/merges/${body.merge}/undo`);
    expect(await get(`/customers/${other}?include=guarantor`)).toMatchObject({ guarantor: { id: loser } });
  });

  it('refuses what makes no sense or is not allowed, and changes nothing then', async () => {
    const company = await make('/customers', { name: '合并拒绝公司' });
    const person = await make('/customers', { kind: 'person', name: '何小满' });
    expect((await app.admin.post(`/customers/${company}/merge`, { loser: company })).status).toBe(400);
    expect((await app.admin.post(`/customers/${company}/merge`, { loser: person })).body).toMatchObject({ errors: [{ code: 'other-kind' }] });
    expect((await app.admin.post(`/customers/${company}/merge`, { loser: app.services.newId() })).status).toBe(404);
    const second = await make('/customers', { name: '合并拒绝二公司' });
    expect((await app.admin.post(`/customers/${company}/merge`, { loser: second, choices: { nonsense: 'loser' } })).status).toBe(400);
    expect((await app.admin.post(`/customers/${company}/merge`, { loser: second, choices: { code: 'loser' } })).status).toBe(400);
    expect((await lin.post(`/customers/${company}/merge`, { loser: second })).status).toBe(403);
    const manager = await app.person({ username: 'manager', roles: ['salesManager'] });
    const own = await manager.post('/customers', { name: '经理自己的客户' });
    await app.services.database.run(sql`UPDATE customer SET owner_id = NULL, unit_id = NULL WHERE id = ${second}`);
    expect((await manager.post(`/customers/${String(own.body.id)}/merge`, { loser: second })).status).toBe(404);
    expect((await get(`/customers/${second}`)).version).toBe(1);
  });

  it('merges once when two people do it at the same time', async () => {
    const [a, b] = [await make('/customers', { name: '竞争合并甲' }), await make('/customers', { name: '竞争合并乙' })];
    const answers = await Promise.all([app.admin.post(`/customers/${a}/merge`, { loser: b }), app.admin.post(`/customers/${b}/merge`, { loser: a })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  it('leads through a chain, lists merges, and lets them be undone for thirty days', async () => {
    const [a, b, c] = [await make('/customers', { name: '链条甲' }), await make('/customers', { name: '链条乙' }), await make('/customers', { name: '链条丙' })];
    const first = await app.admin.post(`/customers/${b}/merge`, { loser: c });
    const second = await app.admin.post(`/customers/${a}/merge`, { loser: b });
    expect((await get(`/customers/${c}`)).mergedInto).toBe(a);
    const listed = await app.admin.get<List<{ id: string; canUndo: boolean; loser: { name: string } }>>(`/merges?record=${b}`);
    expect(listed.body.data.map(({ id, canUndo }) => [id, canUndo])).toEqual([[second.body.merge, true], [first.body.merge, false]]);
    expect((await app.admin.post(`/merges/${String(first.body.merge)}/undo`)).status).toBe(404);
    await later('2026-12-03T02:00:00Z');
    expect((await app.admin.post(`/merges/${String(second.body.merge)}/undo`)).body).toMatchObject({ code: 'record.wrong-state' });
  });
});

describe('merging two contacts', () => {
  it('works within one customer', async () => {
    const customer = await make('/customers', { name: '联系人合并公司' });
    const survivor = await make('/contacts', { name: '段誉', customer, phone: '13511112222' });
    const loser = await make('/contacts', { name: '段玉', customer, email: 'duan@example.cn' });
    const task = await make('/activities', { kind: 'call', subject: '约访', customer, contact: loser });
    const { body } = await app.admin.post<{ merge: string; record: object }>(`/contacts/${survivor}/merge`, { loser });
    expect(body.record).toMatchObject({ name: '段誉', email: 'd***n@example.cn' });
    expect((await get(`/activities/${task}`)).contact).toBe(survivor);
    expect((await get(`/contacts/${loser}`)).mergedInto).toBe(survivor);
    expect((await app.admin.post(`/merges/${body.merge}/undo`)).status).toBe(200);
    expect((await get(`/activities/${task}`)).contact).toBe(loser);
  });
});
