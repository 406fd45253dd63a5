import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { checksums, finished, upload } from '../test-client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const data = process.env['ZHIKE_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');
const realFile = join(data, 'listed-companies.gb18030.csv');

const small = [
  '股票代码,客户名称,行业,地区,上市日期,总股本(亿)',
  '600001,新希样股份,饲料,四川,1998-03-11,7.9',
  '000002,万样Ａ,地产,广东,1991-01-29,12.95',
  '300003,远样科技,软件,北京,2009-10-30,3.1',
].join('\n');

const count = async (): Promise<number> =>
  (await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM customer WHERE deleted_at IS NULL`)).n;

async function firstImport(bytes: Buffer, rows: number): Promise<string> {
  const draft = await upload(app.admin, app.url, 'customer', '上市公司.csv', bytes);
  expect(draft.columns.map((column) => column.field).slice(0, 5)).toEqual(['externalCode', 'name', 'industry', 'address', null]);
  expect(draft.rowCount).toBe(rows);
  await app.admin.post(`/imports/${draft.id}/check`);
  const checked = await finished(app.admin, draft.id, 'checked');
  expect(checked).toMatchObject({ state: 'checked', created: rows, duplicates: 0, errors: 0 });
  await app.admin.post(`/imports/${draft.id}/start`);
  expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ state: 'done', created: rows, updated: 0, duplicates: 0, errors: 0 });
  return draft.id;
}

describe('import', () => {
  it('takes both encodings in, finds every row again, and takes it all back', async () => {
    const before = await count();
    const empty = await checksums(app.services.database);
    const first = await firstImport(iconv.encode(small, 'gb18030'), 3);
    expect(await count()).toBe(before + 3);
    const full = await checksums(app.services.database);

    const again = await upload(app.admin, app.url, 'customer', 'again.csv', Buffer.from(small));
    expect(again.encoding).toBe('utf-8');
    await app.admin.post(`/imports/${again.id}/start`);
    expect(await finished(app.admin, again.id, 'done')).toMatchObject({ created: 0, duplicates: 3 });

    const changed = Buffer.from(small.replace('饲料', '农业').replace('软件', '软件服务'));
    const update = await upload(app.admin, app.url, 'customer', 'update.csv', changed);
    await app.admin.patch(`/imports/${update.id}`, { options: { mode: 'update', matchBy: ['externalCode'] } });
    await app.admin.post(`/imports/${update.id}/start`);
    expect(await finished(app.admin, update.id, 'done')).toMatchObject({ created: 0, updated: 2, unchanged: 1 });
    expect(await checksums(app.services.database)).not.toEqual(full);

    await app.admin.post(`/imports/${update.id}/undo`);
    expect(await finished(app.admin, update.id, 'undone')).toMatchObject({ state: 'undone', kept: 0 });
    expect(await checksums(app.services.database)).toEqual(full);
    await app.admin.post(`/imports/${first}/undo`);
    expect(await finished(app.admin, first, 'undone')).toMatchObject({ state: 'undone', kept: 0 });
    expect(await checksums(app.services.database)).toEqual(empty);
  });

  it('keeps what somebody changed since, and says so', async () => {
    const id = await firstImport(Buffer.from(small), 3);
    const list = await app.admin.get<{ data: { id: string }[] }>('/customers?q=新希样');
    await app.admin.patch(`/customers/${list.body.data[0]?.id}`, { notes: '已电话核实' });
    await app.admin.post(`/imports/${id}/undo`);
    expect(await finished(app.admin, id, 'undone')).toMatchObject({ kept: 1 });
    const kept = await app.admin.get<{ data: { row: number; issues: { code: string }[] }[] }>(`/imports/${id}/rows?state=kept`);
    expect(kept.body.data).toMatchObject([{ row: 2, issues: [{ code: 'changed-since' }] }]);
  });

  it('shows errors and doubles of a trial run, takes corrections in place, and hands out what failed', async () => {
    const text = '客户名称,统一社会信用代码,电话,阶段\n甲样公司,91370200163562681G,0532-83866666,潜在\n乙样公司,,不知道,现实\n,,,潜在\n甲样公司,,,潜在\n';
    const draft = await upload(app.admin, app.url, 'customer', 'errors.csv', Buffer.from(text));
    await app.admin.post(`/imports/${draft.id}/check`);
    const checked = await finished(app.admin, draft.id, 'checked');
    expect(checked).toMatchObject({ created: 1, errors: 2, duplicates: 1 });
    const rows = await app.admin.get<{ data: { row: number; issues: { code: string; column: number }[] }[] }>(`/imports/${draft.id}/rows`);
    expect(rows.body.data.map((row) => [row.row, row.issues[0]?.code])).toEqual([[3, 'not-a-phone'], [4, 'required'], [5, 'duplicate-row']]);
    const fixed = await app.admin.patch(`/imports/${draft.id}/rows/3`, { cells: { 2: '13800138000' } });
    expect(fixed.body).toMatchObject({ row: 3, state: 'created' });
    await app.admin.post(`/imports/${draft.id}/start`);
    expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ created: 2, errors: 1, duplicates: 1 });
    const failed = await app.admin.get(`/imports/${draft.id}/failed.csv`);
    expect(failed.text).toContain('请填写此项');
    expect(failed.headers.get('content-disposition')).toContain("filename*=UTF-8''");
  });

  it('finds the customer of a contact by name and by code, and refuses what it cannot find', async () => {
    await app.admin.post('/customers', { kind: 'company', name: '联样集团', externalCode: 'LY-1' });
    const text = '姓名,客户,职务,电话\n张三样,联样集团,采购经理,13900139000\n李四样,LY-1,厂长,13900139001\n王五样,没有的公司,厂长,\n';
    const draft = await upload(app.admin, app.url, 'contact', 'contacts.csv', Buffer.from(text));
    await app.admin.post(`/imports/${draft.id}/start`);
    expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ created: 2, errors: 1 });
  });

  it('refuses a file that is no table, in words', async () => {
    const answer = await fetch(`${app.url}/api/v1/imports?object=customer&name=a.xls`, {
      method: 'POST', body: Buffer.from('<html><table></table></html>'),
      headers: { 'content-type': 'application/octet-stream', cookie: app.admin.cookie() },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'import.not-a-table', reason: 'html-as-xls' });
  });

  const presence = existsSync(realFile);
  // Other companies than those that the tests before left behind.
  const standIn = small.replaceAll('样', '例').replace('600001', '610001').replace('000002', '010002').replace('300003', '310003');
  it(`imports the 3 621 real companies (${presence ? 'present' : 'absent: our small file stands in'})`, async () => {
    const bytes = presence ? await readFile(realFile) : iconv.encode(standIn, 'gb18030');
    const rows = presence ? 3_621 : 3;
    const draft = await upload(app.admin, app.url, 'customer', '上市公司.csv', bytes);
    expect(draft.encoding).toBe('gb18030');
    await app.admin.post(`/imports/${draft.id}/start`);
    expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ created: rows, duplicates: 0, errors: 0 });

    const full = await checksums(app.services.database);
    const text = iconv.decode(bytes, 'gb18030').replaceAll('电力', '电能').replaceAll('软件', '软件业');
    const update = await upload(app.admin, app.url, 'customer', '上市公司.csv', Buffer.from(text));
    await app.admin.patch(`/imports/${update.id}`, { options: { mode: 'update', matchBy: ['externalCode'] } });
    await app.admin.post(`/imports/${update.id}/start`);
    const updated = await finished(app.admin, update.id, 'done');
    expect(updated).toMatchObject({ created: 0, errors: 0 });
    expect(Number(updated.updated)).toBeGreaterThan(0);
    expect(Number(updated.updated) + Number(updated.unchanged)).toBe(rows);
    expect(await checksums(app.services.database)).not.toEqual(full);

    const create = await upload(app.admin, app.url, 'customer', '上市公司.csv', bytes);
    await app.admin.patch(`/imports/${create.id}`, { options: { mode: 'create' } });
    await app.admin.post(`/imports/${create.id}/start`);
    expect(await finished(app.admin, create.id, 'done')).toMatchObject({ created: 0, duplicates: rows });

    await app.admin.post(`/imports/${update.id}/undo`);
    expect(await finished(app.admin, update.id, 'undone')).toMatchObject({ kept: 0 });
    expect(await checksums(app.services.database)).toEqual(full);
  }, 300_000);
});
