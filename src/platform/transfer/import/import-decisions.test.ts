import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { fitsMask } from './compare-rows.ts';
import { finished, upload } from '../test-client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
});
afterAll(() => app.close());

interface Compared { readonly column: number; readonly text: string; readonly isSame: boolean }
interface Match { readonly id?: string; readonly isExact: boolean; readonly mayUpdate?: boolean; readonly cells?: readonly Compared[] }
interface Row { readonly row: number; readonly state: string; readonly decision: unknown; readonly matches: readonly Match[]; readonly issues: readonly object[] }

const header = '客户名称,行业,电话\n';
let serial = 0;

/** Three customers that exist, and a checked file that repeats them with another industry, and has one new row. */
async function checkedDoubles(person: TestPerson = app.admin): Promise<{ id: string; names: string[]; rows: readonly Row[] }> {
  serial += 1;
  const names = ['甲', '乙', '丙'].map((word) => `${word}重复第${serial}公司`);
  for (const [index, name] of names.entries()) {
    await app.admin.post('/customers', { name, industry: '化工', phone: `1380000${serial}${String(index).padStart(3, '0')}`, _acceptDuplicate: true });
  }
  const lines = names.map((name, index) => `${name},软件,1380000${serial}${String(index).padStart(3, '0')}`);
  const draft = await upload(person, app.url, 'customer', 'doubles.csv', Buffer.from(`${header}${lines.join('\n')}\n全新第${serial}公司,建材,\n`));
  await person.post(`/imports/${draft.id}/check`);
  expect(await finished(person, draft.id, 'checked')).toMatchObject({ duplicates: 3, created: 1, matched: 3 });
  return { id: draft.id, names, rows: await matched(draft.id, person) };
}

const matched = async (id: string, person: TestPerson = app.admin): Promise<readonly Row[]> =>
  (await person.get<{ data: readonly Row[] }>(`/imports/${id}/rows?state=matched`)).body.data;
const named = async (name: string) =>
  (await app.admin.get<{ data: readonly { industry: string }[] }>(`/customers?q=${encodeURIComponent(name)}`)).body.data.map((one) => one.industry);

describe('doubles of an import', () => {
  it('stand beside the record that exists, cell by cell, masked as the reader sees it', async () => {
    const { rows } = await checkedDoubles();
    const [match] = rows[0]?.matches ?? [];
    expect(match).toMatchObject({ mayUpdate: true, cells: [{ column: 0, isSame: true }, { column: 1, text: '化工', isSame: false }, { column: 2, isSame: true }] });
    expect(match?.cells?.[2]?.text).toContain('****');
  });

  it('are decided row by row: left out, changed, made anyway', async () => {
    const { id, names, rows } = await checkedDoubles();
    const [update, create, skip] = rows;
    const decide = (row: Row | undefined, decision: object) => app.admin.patch(`/imports/${id}/rows/${row?.row}`, { decision });
    const record = update?.matches[0]?.id;
    expect((await decide(update, { do: 'update', record })).body).toMatchObject({ state: 'updated', decision: { do: 'update', record } });
    expect((await decide(create, { do: 'create' })).body).toMatchObject({ state: 'created' });
    await decide(skip, { do: 'create' });
    expect((await decide(skip, { do: 'skip' })).body).toMatchObject({ state: 'duplicate', matches: [{ id: skip?.matches[0]?.id }] });
    expect((await app.admin.get(`/imports/${id}`)).body).toMatchObject({ created: 2, updated: 1, duplicates: 1, matched: 3 });
    await app.admin.post(`/imports/${id}/start`);
    expect(await finished(app.admin, id, 'done')).toMatchObject({ created: 2, updated: 1, duplicates: 1 });
    expect(await Promise.all(names.map(named))).toEqual([['软件'], expect.arrayContaining(['化工', '软件']), ['化工']]);
  });

  it('are decided all at once, over what was decided before', async () => {
    const { id, names, rows } = await checkedDoubles();
    await app.admin.patch(`/imports/${id}/rows/${rows[0]?.row}`, { decision: { do: 'skip' } });
    await app.admin.post(`/imports/${id}/decisions`, { do: 'update' });
    expect(await finished(app.admin, id, 'checked')).toMatchObject({ created: 1, updated: 3, duplicates: 0, matched: 3 });
    expect((await matched(id)).map((row) => row.decision)).toEqual([null, null, null]);
    await app.admin.post(`/imports/${id}/start`);
    expect(await finished(app.admin, id, 'done')).toMatchObject({ created: 1, updated: 3 });
    expect(await Promise.all(names.map(named))).toEqual([['软件'], ['软件'], ['软件']]);
  });

  it('are not decided upon what is no double, or what the same body has already', async () => {
    const { id, rows } = await checkedDoubles();
    const stranger = String((await app.admin.post('/customers', { name: '无关公司' })).body.id);
    expect((await app.admin.patch(`/imports/${id}/rows/${rows[0]?.row}`, { decision: { do: 'update', record: stranger } })).status).toBe(400);
    expect((await app.admin.patch(`/imports/${id}/rows/5`, { decision: { do: 'skip' } })).status).toBe(404);
    await app.admin.post('/customers', { name: '证照公司', uscc: '91370200163562681G' });
    const draft = await upload(app.admin, app.url, 'customer', 'exact.csv', Buffer.from('客户名称,统一社会信用代码\n证照公司,91370200163562681G\n'));
    await app.admin.post(`/imports/${draft.id}/check`);
    await finished(app.admin, draft.id, 'checked');
    const refused = await app.admin.patch(`/imports/${draft.id}/rows/2`, { decision: { do: 'create' } });
    expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ code: 'same-identity' })]]);
  });

  it('show nothing of records out of sight, and leave them alone', async () => {
    const seller = await app.person({ username: 'far', roles: ['salesManager'], unit: String((await app.admin.post('/org-units', {
      name: '远方分公司', kind: 'branch', parent: (await app.admin.get<{ data: { id: string }[] }>('/org-units?limit=1')).body.data[0]?.id,
    })).body.id) });
    const { id, rows, names } = await checkedDoubles(seller);
    expect(rows.map((row) => Object.keys(row.matches[0] ?? {}).filter((key) => ['id', 'name', 'cells', 'mayUpdate'].includes(key)))).toEqual([[], [], []]);
    await seller.post(`/imports/${id}/decisions`, { do: 'update' });
    expect(await finished(seller, id, 'checked')).toMatchObject({ updated: 0, duplicates: 3 });
    await seller.post(`/imports/${id}/start`);
    expect(await finished(seller, id, 'done')).toMatchObject({ created: 1, updated: 0, duplicates: 3 });
    expect(await Promise.all(names.map(named))).toEqual([['化工'], ['化工'], ['化工']]);
  });
});

describe('a masked value', () => {
  it.each([
    ['138****8000', '13800138000', true], ['+86 138****8000', '+86 138 0013 8000', true], ['138****8000', '13900138000', false], ['****', 'x', true],
    ['z***@a.cn', 'zhang@a.cn', true], ['z***@a.cn', 'li@a.cn', false], ['', 'x', false],
  ])('%j beside %j: same as far as one may know: %s', (mask, text, isSame) => {
    expect(fitsMask(mask, text)).toBe(isSame);
  });
});
