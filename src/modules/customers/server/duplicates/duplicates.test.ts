import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

interface Shown { id?: string; ticket?: string; name: string; score: number; reasons: { code: string; detail?: string }[]; isExact: boolean; isVisible: boolean; unit?: string | null; owner?: { name: string } | null }
interface List<R> { data: R[] }

let app: TestApp;
let lin: TestPerson & { id: string };
let zhao: TestPerson & { id: string };
let northUnit: string;
beforeAll(async () => {
  app = await startTestApp();
  const company = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: company.id })).body.id);
  northUnit = await unit('华北大区');
  lin = await app.person({ username: 'lin', name: '林晓', roles: ['salesperson'], unit: northUnit });
  zhao = await app.person({ username: 'zhao', name: '赵彤', roles: ['salesperson'], unit: await unit('华南大区') });
});
afterAll(() => app.close());

const ask = async (who: TestPerson, values: Record<string, unknown>, id?: string) =>
  (await who.post<List<Shown>>('/customers/duplicates', { values, ...(id && { id }) })).body.data;

describe('duplicates before saving (CU-10)', () => {
  it('shows the customer with score and reasons, and holds saving until it is accepted', async () => {
    const made = await lin.post('/customers', { name: '青岛海岳精密机械有限公司', phone: '0532-8555 6677' });
    expect(made.status).toBe(201);
    const [found] = await ask(lin, { name: '海岳精密机械', kind: 'company', phone: '053285556677' });
    expect(found).toMatchObject({ id: made.body.id, isVisible: true, isExact: false, owner: { name: '林晓' }, unit: '华北大区' });
    expect(found?.score).toBe(99);
    expect(found?.reasons.map(({ code }) => code)).toEqual(['phone', 'name']);

    const held = await lin.post('/customers', { name: '海岳精密机械股份有限公司' });
    expect(held.status).toBe(409);
    expect(held.body).toMatchObject({ code: 'record.duplicate', canOverride: true, candidates: [{ id: made.body.id, score: 60 }] });
    expect((await lin.post('/customers', { name: '海岳精密机械股份有限公司', _acceptDuplicate: true })).status).toBe(201);
  });

  it('accepts a duplicate for one operation of many, and holds the others', async () => {
    await lin.post('/customers', { name: '烟台远帆海产有限公司' });
    const { body } = await lin.post<{ results: { status: number; problem?: { code: string } }[] }>('/customers/bulk', {
      operations: [
        { op: 'create', values: { name: '烟台远帆海产股份有限公司' } },
        { op: 'create', values: { name: '远帆海产集团有限公司' }, _acceptDuplicate: true, _reason: '集团与子公司' },
      ],
    });
    expect(body.results.map(({ status, problem }) => problem?.code ?? status)).toEqual(['record.duplicate', 201]);
    expect((await lin.post('/customers/bulk', { operations: [{ op: 'create', values: { name: 'x' }, _acceptDuplicate: 'yes' }] })).status).toBe(400);
  });

  it('shows a similar name without holding it', async () => {
    await lin.post('/customers', { name: '河北润泽安科环境监测有限公司' });
    const [found] = await ask(lin, { name: '润泽安柯环境监测有限公司', kind: 'company' });
    expect(found).toMatchObject({ name: '河北润泽安科环境监测有限公司', reasons: [{ code: 'name' }] });
    expect(found?.score).toBeLessThan(50);
    expect((await lin.post('/customers', { name: '润泽安柯环境监测有限公司' })).status).toBe(201);
  });

  it('takes a contact’s number as a hint', async () => {
    const made = await lin.post('/customers', { name: '石家庄恒瑞通贸易有限公司' });
    await lin.post('/contacts', { name: '周敏', customer: made.body.id, altPhone: '13900001234' });
    const [found] = await ask(lin, { name: '完全不同的名字', kind: 'company', phone: '13900001234' });
    expect(found).toMatchObject({ id: made.body.id, score: 40, reasons: [{ code: 'contact-phone' }] });
  });

  it('blocks the same USCC unless a person who may merge accepts it; the same ID number too', async () => {
    const uscc = '91110000600037341L';
    expect((await lin.post('/customers', { name: '唯一代码甲公司', uscc })).status).toBe(201);
    const blocked = await lin.post('/customers', { name: '毫不相干的乙公司', uscc, _acceptDuplicate: true });
    expect(blocked.status).toBe(409);
    expect(blocked.body).toMatchObject({ canOverride: false, candidates: [{ isExact: true, score: 100 }], errors: [{ path: 'uscc', code: 'same-identity' }] });
    expect((await app.admin.post('/customers', { name: '毫不相干的乙公司', uscc })).status).toBe(409);
    expect((await app.admin.post('/customers', { name: '毫不相干的乙公司', uscc, _acceptDuplicate: true })).status).toBe(201);
    const idNumber = '110101199003078515';
    expect((await app.admin.post('/customers', { kind: 'person', name: '何静', idNumber })).status).toBe(201);
    const same = await app.admin.post('/customers', { kind: 'person', name: '何静静', idNumber });
    expect(same.body).toMatchObject({ code: 'record.duplicate', candidates: [{ isExact: true, reasons: [{ code: 'id-number' }] }] });
  });

  it('asks again only for what a change brings', async () => {
    const first = await lin.post('/customers', { name: '变更甲工贸', phone: '13800011111' });
    const second = await lin.post('/customers', { name: '旧名乙商行', phone: '13800022222' });
    const held = await lin.patch(`/customers/${String(second.body.id)}`, { phone: '13800011111' });
    expect(held.body).toMatchObject({ code: 'record.duplicate', candidates: [{ id: first.body.id }] });
    expect((await lin.patch(`/customers/${String(second.body.id)}`, { phone: '13800011111', _acceptDuplicate: true })).status).toBe(200);
    expect((await lin.patch(`/customers/${String(second.body.id)}`, { email: 'yi@example.cn' })).status).toBe(200);
  });

  it('makes one record of twenty at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) =>
      lin.post('/customers', { name: n % 2 === 0 ? '同一瞬间新材料有限公司' : '同一瞬间新材料股份有限公司' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'record.duplicate')).toHaveLength(19);
    const byPhone = await Promise.all(Array.from({ length: 20 }, (_, n) =>
      lin.post('/customers', { kind: 'person', name: `访客${n}`, phone: '13755550000' })));
    expect(byPhone.filter(({ status }) => status === 201)).toHaveLength(1);
    const stored = await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM customer WHERE phone = '+8613755550000'`);
    expect(stored.n).toBe(1);
  });

  it('refuses fields it does not know and passes over half-typed values', async () => {
    expect((await lin.post('/customers/duplicates', { values: { owner_id: 'x' } })).status).toBe(400);
    expect((await lin.post('/customers/duplicates', { values: { phone: '138', uscc: '9111' } })).body).toEqual({ data: [] });
  });
});

describe('a customer outside one’s scope (UX-8, SEC-12)', () => {
  it('is told of without id, name or values, and can be asked for', async () => {
    const made = await lin.post('/customers', { name: '天津远帆国际物流有限公司', phone: '13612345678' });
    const [found] = await ask(zhao, { name: '天津远帆国际物流有限公司', kind: 'company', phone: '13612345678' });
    expect(found).toMatchObject({ isVisible: false, name: '天津***', unit: '华北大区', reasons: [{ code: 'phone' }, { code: 'name' }] });
    expect(found).not.toHaveProperty('id');
    expect(found).not.toHaveProperty('owner');
    expect(JSON.stringify(found)).not.toMatch(/远帆|13612345678/);

    const ticket = found?.ticket ?? '';
    expect((await lin.post('/customers/duplicates/request-access', { ticket })).status).toBe(400);
    const asked = await zhao.post('/customers/duplicates/request-access', { ticket, note: '客户来电咨询' });
    expect(asked.status).toBe(201);
    const again = await zhao.post('/customers/duplicates/request-access', { ticket });
    expect(again.body.id).toBe(asked.body.id);
    expect((await zhao.get<List<object>>('/access-requests')).body.data[0]).not.toHaveProperty('customer');

    const tasks = await lin.get<List<{ subject: string; owner: string }>>(`/activities?filter=${encodeURIComponent(JSON.stringify({ field: 'status', op: 'eq', value: 'open' }))}`);
    expect(tasks.body.data).toMatchObject([{ subject: '赵彤 申请查看该客户，请在“查看申请”中答复', owner: lin.id }]);
    expect((await zhao.get(`/customers/${String(made.body.id)}`)).status).toBe(404);
    expect((await zhao.post(`/access-requests/${String(asked.body.id)}/answer`, { isGranted: true })).status).toBe(404);

    expect((await lin.post(`/access-requests/${String(asked.body.id)}/answer`, { isGranted: true })).status).toBe(204);
    expect((await zhao.get(`/customers/${String(made.body.id)}`)).status).toBe(200);
    expect((await zhao.patch(`/customers/${String(made.body.id)}`, { industry: '物流' })).status).toBe(403);
    expect((await lin.post(`/access-requests/${String(asked.body.id)}/answer`, { isGranted: false })).status).toBe(409);
  });

  it('holds saving of a customer that somebody else has, without telling which', async () => {
    await lin.post('/customers', { name: '唐山盛邦耐火材料有限公司' });
    const held = await zhao.post('/customers', { name: '盛邦耐火材料有限公司' });
    expect(held.status).toBe(409);
    expect(held.text).not.toMatch(/唐山盛邦/);
    expect(held.body.candidates).toMatchObject([{ isVisible: false }]);
  });
});
