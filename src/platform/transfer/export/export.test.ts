import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { openTable } from '../../tabular/read-table.ts';
import type { TableRow } from '../../tabular/table-types.ts';
import { finished, upload } from '../test-client.ts';

let app: TestApp;
let folder = '';
beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'zhike-export-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const names = ['=HYPERLINK("http://x","点我")', '+86甲样', '-乙样', '@丙样', '\u3000=丁样', '普通公司'];

async function take(person: TestPerson, body: object, path = '/exports'): Promise<Response> {
  return fetch(`${app.url}/api/v1${path}`, {
    method: path === '/exports' ? 'POST' : 'GET', headers: { cookie: person.cookie(), ...(path === '/exports' && { 'content-type': 'application/json' }) },
    ...(path === '/exports' && { body: JSON.stringify(body) }),
  });
}

async function rowsOf(bytes: Buffer, name: string): Promise<TableRow[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const source = await openTable(path, { fileName: name });
  return Array.fromAsync(source.rows());
}

describe('export', () => {
  it('neutralises formulas, shows labels and names, and its file comes back in unchanged', async () => {
    for (const name of names) await app.admin.post('/customers', { kind: 'company', name, stage: 'active', phone: '13800138000', _acceptDuplicate: true });
    const request = { object: 'customer', columns: ['code', 'name', 'stage', 'owner', 'phone'], sort: 'code' };
    for (const format of ['csv', 'xlsx']) {
      const answer = await take(app.admin, { ...request, format });
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('filename*=UTF-8')]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (format === 'csv') expect(bytes.toString('utf8')).not.toMatch(/(^|,)"?[\s\u3000]*[=+@-]/m);
      const rows = await rowsOf(bytes, `a.${format}`);
      expect(rows.slice(0, 6).map((row) => String(row.cells[1]).trim()).toSorted()).toEqual(names.map((name) => name.trim()).toSorted());
      expect(rows[0]?.cells.slice(2, 4)).toEqual(['现实', '沈一舟']);
      expect(String(rows.at(-1)?.cells[0])).toContain(answer.headers.get('x-export-id'));
      const draft = await upload(app.admin, app.url, 'customer', `back.${format}`, bytes);
      await app.admin.patch(`/imports/${draft.id}`, { options: { mode: 'update', matchBy: ['code'] } });
      await app.admin.post(`/imports/${draft.id}/start`);
      expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ created: 0, updated: 0, unchanged: 6, errors: 0 });
    }
  });

  it('is written down with filter and count, and refuses columns that do not exist', async () => {
    const answer = await take(app.admin, { object: 'customer', format: 'csv', columns: ['name'], filter: { field: 'name', op: 'eq', value: '普通公司' } });
    expect((await answer.text()).split('\r\n')).toHaveLength(4);
    const entry = await app.services.database.one<{ detail: Record<string, unknown> }>(sql`
      SELECT detail FROM audit_entry WHERE action = 'export' ORDER BY seq DESC LIMIT 1`);
    expect(entry.detail).toMatchObject({ rows: 1, format: 'csv', columns: ['name'], filter: { field: 'name' } });
    expect((await take(app.admin, { object: 'customer', columns: ['passwordHash'] })).status).toBe(400);
  });

  it('makes a long file in the background', async () => {
    await app.services.database.run(sql`
      INSERT INTO customer (id, kind, name, code, created_at, updated_at)
      SELECT gen_random_uuid(), 'company', 'N' || n, 'X' || n, now(), now() FROM generate_series(1, 10050) n`);
    const answer = await take(app.admin, { object: 'customer', format: 'csv', columns: ['name', 'code'] });
    expect(answer.status).toBe(202);
    const { id } = (await answer.json()) as { id: string };
    for (let tries = 0; tries < 500; tries += 1) {
      if ((await app.admin.get(`/exports/${id}`)).body.state === 'done') break;
      await wait(40);
    }
    const file = await take(app.admin, {}, `/exports/${id}/file`);
    expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(10_050 + 6 + 2);
  });
});
