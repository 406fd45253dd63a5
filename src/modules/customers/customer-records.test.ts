import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import { type TestApp, startTestApp } from '#app/test-app.ts';

interface Page { data: Record<string, unknown>[]; page: { next: string | null; total: number | null } }

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

const make = (values: Record<string, unknown>, headers?: Record<string, string>) =>
  app.admin.post('/customers', { _acceptDuplicate: true, ...values }, headers);
const filter = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('the customer through HTTP (PL-20, CU-1)', () => {
  it('creates, reads, changes and removes, counting versions', async () => {
    const made = await make({ name: '沧州恒越化工有限公司', phone: '0317-8855 1234', registeredCapital: '50000000.00', tags: ['聚烯烃'] });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/customers/${String(made.body.id)}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({ stage: 'potential', kind: 'company', registeredCapital: { amount: '50000000.00', currency: 'CNY' } });
    expect(made.body.code).toMatch(/^C-\d{4}-\d{6}$/);
    const changed = await app.admin.patch(`/customers/${String(made.body.id)}`, { stage: 'target' }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ stage: 'target', version: 2 });
    expect((await app.admin.call('DELETE', `/customers/${String(made.body.id)}`)).status).toBe(204);
    expect((await app.admin.get(`/customers/${String(made.body.id)}`)).status).toBe(404);
    expect((await app.admin.post(`/customers/${String(made.body.id)}/restore`)).body).toMatchObject({ name: '沧州恒越化工有限公司' });
  });

  it('tells the number in the history of the creation, and writes nothing under a customer that is not there', async () => {
    const { body } = await make({ name: '编号入史有限公司' });
    const history = await app.admin.get<{ data: { changes: unknown[] }[] }>(`/customers/${String(body.id)}/history`);
    expect(history.body.data[0]?.changes).toContainEqual(expect.objectContaining({ field: 'code', from: null, to: body.code }));
    const lost = await app.admin.post<{ errors: { path: string; code: string }[] }>('/contacts', { name: '无主', customer: app.services.newId() });
    expect(lost.status).toBe(400);
    expect(lost.body.errors).toMatchObject([{ path: 'customer', code: 'not-found' }]);
    const found = await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM contact WHERE name = '无主'`);
    expect(found.n).toBe(0);
  });

  it('tells the second of two editors, with both versions (412)', async () => {
    const { body } = await make({ name: '两人同改有限公司' });
    await app.admin.patch(`/customers/${String(body.id)}`, { industry: '化工' }, { 'if-match': '"1"' });
    const second = await app.admin.patch(`/customers/${String(body.id)}`, { industry: '钢铁' }, { 'if-match': '"1"' });
    expect(second.status).toBe(412);
    expect(second.body).toMatchObject({ code: 'record.stale', current: { industry: '化工', version: 2 }, yours: { industry: '钢铁' } });
  });

  it('refuses fields it does not know or that the system fills (SEC-16)', async () => {
    for (const [body, path] of [
      [{ name: 'x', nam: 'y' }, 'nam'], [{ name: 'x', id: app.services.newId() }, 'id'], [{ name: 'x', createdAt: '2020-01-01T00:00:00Z' }, 'createdAt'],
      [{ name: 'x', version: 9 }, 'version'], [{ name: 'x', completeness: 100 }, 'completeness'], [{ name: 'x', constructor: {} }, 'constructor'],
    ] as const) {
      const answer = await app.admin.post<{ errors: { path: string }[] }>('/customers', body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((error) => error.path)).toContain(path);
    }
    const { rows } = await app.services.database.pool.query("SELECT count(*)::int AS n FROM customer WHERE name = 'x'");
    expect(rows[0]).toEqual({ n: 0 });
  });

  it('says what is wrong with each field, in the reader\'s language', async () => {
    const answer = await app.admin.post<{ errors: { path: string; message: string }[] }>('/customers', {
      name: '', uscc: '91370200000000000X', phone: '12', email: 'a@', stage: 'nowhere', birthday: '2026-02-29', registeredCapital: '1.234',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path).toSorted()).toEqual(
      ['birthday', 'email', 'name', 'phone', 'registeredCapital', 'stage', 'uscc'],
    );
    expect(answer.body.errors.find((error) => error.path === 'name')?.message).toBe('请填写此项');
  });

  it('gives one record and the same answer to twenty identical submissions (REL-8)', async () => {
    const key = { 'idempotency-key': 'double-click-000001' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => make({ name: '连点二十次公司' }, key)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect((await make({ name: '另一内容' }, key)).status).toBe(422);
  });

  it('asks for a reason when a customer is lost, and records the event (CU-6)', async () => {
    const { body } = await make({ name: '流失测试公司' });
    const refused = await app.admin.patch<{ errors: { path: string }[] }>(`/customers/${String(body.id)}`, { stage: 'lost' });
    expect(refused.body.errors[0]?.path).toBe('lostReason');
    expect((await app.admin.patch(`/customers/${String(body.id)}`, { stage: 'lost', lostReason: 'price' })).status).toBe(200);
    const event = await app.services.database.one(
      sql`SELECT to_stage, lost_reason FROM customer_stage_event WHERE customer_id = ${String(body.id)}`,
    );
    expect(event).toEqual({ to_stage: 'lost', lost_reason: 'price' });
  });

  it('keeps sensitive values encrypted; shows them only by reveal, with an entry (CU-50, SEC-28)', async () => {
    const { body } = await make({ name: '保密账户公司', bankAccount: '6217 0001 9999 8888' });
    expect(String(body.bankAccount)).not.toContain('9999');
    const row = await app.services.database.one<{ all: string }>(sql`SELECT to_jsonb(c)::text AS all FROM customer c WHERE id = ${String(body.id)}`);
    expect(row.all).not.toContain('99998888');
    const shown = await app.admin.post(`/customers/${String(body.id)}/reveal`, { field: 'bankAccount', reason: '核对回款' });
    expect(shown.body.value).toBe('6217 0001 9999 8888');
    const found = await app.admin.get<Page>(`/customers?filter=${filter({ field: 'bankAccount', op: 'eq', value: '6217 0001 9999 8888' })}`);
    expect(found.body.data).toHaveLength(1);
    const history = await app.admin.get<{ data: { action: string }[] }>(`/customers/${String(body.id)}/history`);
    expect(history.body.data.map((entry) => entry.action)).toEqual(['reveal', 'create']);
    expect(history.text).not.toContain('9999');
  });
});

describe('lists (PL-20, UX-1)', () => {
  it('pages without loss or doubling while rows are inserted, also over empty values', async () => {
    const industries = ['钢铁', null, '化工', null, '纺织', '化工', null];
    for (let i = 0; i < 35; i += 1) await make({ name: `翻页公司${i}`, industry: industries[i % 7], externalCode: `P${i}` });
    for (const sort of ['industry', '-industry', 'name', '-createdAt', 'industry,-name']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const at: string = cursor === null ? '' : `&cursor=${cursor}`;
        const answer: { body: Page } = await app.admin.get<Page>(
          `/customers?limit=7&sort=${sort}&fields=name,externalCode&filter=${filter({ field: 'externalCode', op: 'startsWith', value: 'P' })}${at}`,
        );
        seen.push(...answer.body.data.map((row) => String(row.externalCode)));
        cursor = answer.body.page.next;
        if (seen.length === 7) await make({ name: '中途插入公司', externalCode: `X-${sort}` });
      } while (cursor !== null);
      expect(seen.toSorted()).toEqual(Array.from({ length: 35 }, (_, i) => `P${i}`).toSorted());
    }
  });

  it('sorts names by pinyin, surnames and polyphones read rightly', async () => {
    for (const name of ['重庆长江公司', '长沙岳麓公司', '北京石景公司', '厦门鼓浪公司']) await make({ name, externalCode: 'SORT' });
    const answer = await app.admin.get<Page>(`/customers?sort=name&fields=name&filter=${filter({ field: 'externalCode', op: 'eq', value: 'SORT' })}`);
    expect(answer.body.data.map((row) => row.name)).toEqual(['北京石景公司', '长沙岳麓公司', '重庆长江公司', '厦门鼓浪公司']);
  });

  it('filters with and, or, not, relative dates and references; counts apart', async () => {
    const wanted = { and: [{ field: 'externalCode', op: 'startsWith', value: 'P' }, { or: [{ field: 'industry', op: 'eq', value: '化工' }, { field: 'industry', op: 'isNull' }] }] };
    const count = await app.admin.get<Page>(`/customers?count=only&filter=${filter(wanted)}`);
    expect(count.body.page.total).toBe(25);
    const none = await app.admin.get<Page>(`/customers?count=only&filter=${filter({ and: [wanted, { not: { field: 'createdAt', op: 'within', value: 'today' } }] })}`);
    expect(none.body.page.total).toBe(0);
    const byOwner = await app.admin.get<Page>(`/customers?count=only&filter=${filter({ field: 'owner.username', op: 'eq', value: 'admin' })}`);
    expect(byOwner.body.page.total).toBeGreaterThan(25);
  });

  it('answers 400, not 500, to nonsense', async () => {
    for (const query of ['sort=nothing', 'filter=%7B', 'filter=%7B%22field%22%3A%22id%3Bdrop%22%2C%22op%22%3A%22eq%22%7D', 'cursor=abc', 'limit=5000', 'fields=secret', 'wrong=1', 'sort=tags']) {
      expect((await app.admin.get(`/customers?${query}`)).status, query).toBe(400);
    }
  });

  it('finds a name by any two characters, initials and full pinyin (PL-60)', async () => {
    await make({ name: '青岛啤酒', phone: '13800002046' });
    for (const q of ['青岛啤', '岛啤', 'qdpj', 'qingdao', '2046']) {
      const answer = await app.admin.get<Page>(`/customers?fields=name&q=${encodeURIComponent(q)}`);
      expect(answer.body.data.map((row) => row.name), q).toContain('青岛啤酒');
    }
  });
});
