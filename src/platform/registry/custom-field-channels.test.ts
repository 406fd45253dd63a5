import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { finished, upload } from '../transfer/test-client.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value));

it('a new field is at once in form, list, filter, sort, import, export, API description and history (PL-12)', async () => {
  const { admin } = app;
  const made = await admin.post('/admin/fields', { object: 'customer', type: 'integer', label: { 'zh-CN': '月用量', en: 'Monthly use' } });
  expect(made.status).toBe(201);
  const key = String(made.body.key);

  const meta = await admin.get<{ objects: { key: string; fields: { key: string; operators: string[]; isSortable: boolean }[] }[] }>('/meta');
  const field = meta.body.objects.find((object) => object.key === 'customer')?.fields.find((one) => one.key === key);
  expect(field).toMatchObject({ isSortable: true });
  const described = await admin.get<{ components: { schemas: Record<string, { properties: Record<string, unknown> }> } }>('/openapi.json');
  expect(described.body.components.schemas['Customer']?.properties).toHaveProperty(key);

  const file = Buffer.from('客户名称,月用量\n用量甲公司,300\n用量乙公司,1200\n');
  const draft = await upload(admin, app.url, 'customer', '用量.csv', file);
  expect(draft.columns.map((column) => column.field)).toEqual(['name', key]);
  await admin.post(`/imports/${draft.id}/start`);
  expect(await finished(admin, draft.id, 'done')).toMatchObject({ created: 2, errors: 0 });

  const list = await admin.get<{ data: Record<string, unknown>[] }>(`/customers?fields=name,${key}&sort=-${key}&filter=${encode({ field: key, op: 'gte', value: 300 })}`);
  expect(list.body.data.map((row) => row[key])).toEqual([1200, 300]);
  const id = String(list.body.data[0]?.id);
  await admin.patch(`/customers/${id}`, { [key]: 1500 });
  const history = await admin.get<{ data: { changes: { field: string; from: unknown; to: unknown }[] }[] }>(`/customers/${id}/history`);
  expect(history.body.data[0]?.changes).toContainEqual({ field: key, from: 1200, to: 1500 });

  const exported = await admin.post('/exports', { object: 'customer', format: 'csv', columns: ['name', key], sort: key });
  expect(exported.text.split(/\r?\n/).slice(0, 3).join('|').replace('\uFEFF', '')).toContain('客户名称,月用量|用量甲公司,300|用量乙公司,1500');
});
