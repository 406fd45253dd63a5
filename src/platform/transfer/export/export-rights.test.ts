import iconv from 'iconv-lite';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let manager: TestPerson & { id: string };
let own = '';
/** Milliseconds by which the server's clock is ahead: a password grows stale. */
let ahead = 0;

const phone = '13800138000';
const account = '6222020200112233445';

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(Date.now() + ahead) });
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  manager = await app.person({ username: 'manager', roles: ['salesManager'] });
  own = String((await app.admin.post('/customers', { name: '甲机密公司', phone, bankAccount: account, owner: manager.id })).body.id);
});
afterAll(() => app.close());

const columns = ['name', 'phone', 'bankAccount'];
const full = { object: 'customer', format: 'csv', columns, full: true, reason: '审计抽查' };

async function take(person: TestPerson, body: object): Promise<{ status: number; text: string; bytes: Buffer; type: string | null }> {
  const answer = await fetch(`${app.url}/api/v1/exports`, {
    method: 'POST', headers: { cookie: person.cookie(), 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, text: bytes.toString('utf8'), bytes, type: answer.headers.get('content-type') };
}

async function fileOf(person: TestPerson, id: unknown): Promise<{ status: number; text: string }> {
  await expect.poll(async () => (await person.get(`/exports/${String(id)}`)).body.state, { interval: 30, timeout: 60_000 }).toBe('done');
  const { status, text } = await person.get(`/exports/${String(id)}/file`);
  return { status, text };
}

const lastExport = async () => (await app.services.database.one<{ detail: Record<string, unknown> }>(sql`
  SELECT detail FROM audit_entry WHERE action = 'export' ORDER BY seq DESC LIMIT 1`)).detail;
const exportCount = async () => (await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM export_run`)).n;

describe('export of masked columns', () => {
  it.each(['csv', 'xlsx'])('keeps them masked, at once and in the background (%s)', async (format) => {
    for (const person of [app.admin, manager]) {
      const direct = await take(person, { object: 'customer', format, columns });
      expect(direct.status).toBe(200);
      const { body } = await person.post('/exports', { object: 'customer', format, columns, background: true });
      const file = await fileOf(person, body.id);
      if (format === 'csv') for (const text of [direct.text, file.text]) expect(text).toMatch(/甲机密公司,.*\*\*\*\*.*,.*\*\*\*\*/);
      for (const text of [direct.text, file.text]) expect(text.includes('0138000') || text.includes(account)).toBe(false);
    }
  });

  it('gives them in full only with both rights, a reason and a fresh password', async () => {
    const before = await exportCount();
    expect(await take(manager, full)).toMatchObject({ status: 403, text: expect.stringContaining('export.approve') as string });
    expect(await take(app.admin, { ...full, reason: undefined })).toMatchObject({ status: 400, text: expect.stringContaining('reason-required') as string });
    ahead += 20 * 60_000;
    for (const background of [false, true]) {
      expect(await take(app.admin, { ...full, background })).toMatchObject({ status: 403, text: expect.stringContaining('auth.fresh-required') as string });
    }
    expect(await exportCount()).toBe(before);
    await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
    const answer = await take(app.admin, full);
    expect([answer.status, answer.text.includes('0138000') || answer.text.includes('138 0013 8000'), answer.text.includes(account)]).toEqual([200, true, true]);
    expect(await lastExport()).toMatchObject({ full: ['phone', 'bankAccount'], reason: '审计抽查', rows: 1, columns });
  });

  it('says nothing of full values in the trail when nothing was masked', async () => {
    expect((await take(app.admin, { ...full, columns: ['name'], reason: undefined })).status).toBe(200);
    expect(await lastExport()).not.toHaveProperty('full');
  });

  it('keeps records masked that the person may not reveal, and asks for the rights again on download', async () => {
    const scopes = { customer: { read: 'all', export: 'all', reveal: 'own' }, user: { read: 'all' } };
    const made = await app.admin.post('/roles', { key: 'approver', label: { 'zh-CN': '审批人', en: 'Approver' }, grants: scopes, rights: ['export.approve'] });
    expect(made.status).toBe(201);
    const approver = await app.person({ username: 'approver', roles: ['approver'] });
    await app.admin.post('/customers', { name: '乙自己公司', phone: '13900139000', owner: approver.id });
    const { body } = await approver.post('/exports', { ...full, background: true });
    const { text } = await fileOf(approver, body.id);
    expect([text.includes(account), /甲机密公司,.*\*\*\*\*/.test(text), /乙自己公司,.*\*\*\*\*/.test(text)]).toEqual([false, true, false]);
    await app.admin.patch('/roles/approver', { grants: { ...scopes, customer: { read: 'all', export: 'all' } } });
    expect((await approver.get(`/exports/${String(body.id)}/file`)).status).toBe(403);
  });

  it('hides a hidden column, also one that was chosen before it was hidden', async () => {
    const { body } = await manager.post('/exports', { object: 'customer', columns, background: true });
    await fileOf(manager, body.id);
    await app.admin.patch('/roles/salesManager', { fields: { customer: { phone: { view: 'hidden', edit: false } } } });
    expect((await take(manager, { object: 'customer', columns })).status).toBe(400);
    expect((await manager.get(`/exports/${String(body.id)}/file`)).status).toBe(400);
    await app.admin.patch('/roles/salesManager', { fields: { customer: { phone: { view: 'masked', edit: true } } } });
    expect((await take(manager, { object: 'customer', columns, format: 'csv', ids: [own] })).text).toContain('甲机密公司');
  });
});

describe('an export file', () => {
  it('is written in GB18030 for older spreadsheets', async () => {
    const answer = await take(app.admin, { object: 'customer', format: 'csv', encoding: 'gb18030', columns: ['name'] });
    expect(answer.type).toBe('text/csv; charset=gb18030');
    expect(iconv.decode(answer.bytes, 'gb18030')).toMatch(/^客户名称\r\n/);
  });

  it('belongs to the person who made it, and is gone when its time is over', async () => {
    const { body } = await app.admin.post('/exports', { object: 'customer', columns: ['name'], background: true });
    const id = String(body.id);
    expect((await fileOf(app.admin, id)).status).toBe(200);
    expect((await manager.get(`/exports/${id}`)).status).toBe(404);
    expect((await manager.get(`/exports/${id}/file`)).status).toBe(404);
    await app.services.database.run(sql`UPDATE export_run SET expires_at = now() - interval '1 minute' WHERE id = ${id}`);
    expect((await app.admin.get(`/exports/${id}/file`)).status).toBe(404);
    const shown = await app.admin.get<{ data: { id: string; hasFile: boolean; author?: string; expiresAt: string }[] }>('/exports');
    expect(shown.body.data.find((run) => run.id === id)).toMatchObject({ hasFile: false, state: 'expired' });
  });

  it('is refused to who may not export', async () => {
    const seller = await app.person({ username: 'seller', roles: ['salesperson'] });
    expect((await take(seller, { object: 'customer' })).status).toBe(403);
  });
});
