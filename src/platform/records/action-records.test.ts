import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../context/context.ts';
import { runAction, systemActor } from '../runtime/make-context.ts';
import { changeRecord, insertRecord } from './action-records.ts';

let app: TestApp;
let lin: TestPerson & { readonly id: string };
let company: string;

beforeAll(async () => {
  app = await startTestApp();
  company = String((await app.admin.get<{ data: { id: string }[] }>('/org-units')).body.data[0]?.id);
  const unit = String((await app.admin.post('/org-units', { name: '一部', kind: 'department', parent: company })).body['id']);
  lin = await app.person({ username: 'lin.yue', name: '林悦', roles: ['salesperson'], unit });
});
afterAll(() => app.close());

const act = <R>(work: (ctx: Context) => Promise<R>): Promise<R> => runAction(app.services, { actor: systemActor(app.services) }, work);
const made = (values: Record<string, unknown>): Promise<Id> => act((ctx) => insertRecord(ctx, 'customer', { values: { kind: 'company', name: '云帆化工', ...values } }));
const entriesOf = (id: Id) => app.services.database.rows<{ action: string; version: number; changes: Record<string, unknown>; customer_id: Id }>(
  sql`SELECT action, version, changes, customer_id FROM audit_entry WHERE record_id = ${id} ORDER BY version, id`);
const rowOf = (id: Id) => app.services.database.one<{ version: number; updated_at: string; unit_id: Id | null }>(
  sql`SELECT version, updated_at::text, unit_id FROM customer WHERE id = ${id}`);

test('a new record is audited with all that it was given, under its root, and lies in the unit of its owner', async () => {
  const id = await made({ owner: lin.id });
  const { unit_id: unit } = await rowOf(id);
  expect(unit).not.toBe(company);
  expect(await entriesOf(id)).toEqual([
    { action: 'create', version: 1, customer_id: id, changes: { kind: [null, 'company'], name: [null, '云帆化工'], owner: [null, lin.id], unit: [null, unit], code: [null, expect.any(String)] } },
  ]);
});

test('a unit that the values name stands', async () => {
  expect((await rowOf(await made({ owner: lin.id, unit: company }))).unit_id).toBe(company);
});

test('a change is audited with what differs, and with nothing else', async () => {
  const id = await made({ industry: '机械', rating: 'warm' });
  const answer = await act((ctx) => changeRecord(ctx, 'customer', id, { industry: '机械', name: '云帆机械' }));
  expect(answer).toMatchObject({ version: 2, values: { name: '云帆机械', industry: '机械' } });
  expect((await entriesOf(id)).slice(1)).toEqual([{ action: 'update', version: 2, customer_id: id, changes: { name: ['云帆化工', '云帆机械'] } }]);
});

test('where nothing differs nothing is written: no entry, no version, no time', async () => {
  const id = await made({ industry: '机械' });
  const before = await rowOf(id);
  await act((ctx) => changeRecord(ctx, 'customer', id, { industry: '机械', name: '云帆化工', site: null }));
  expect(await rowOf(id)).toEqual(before);
  expect(await entriesOf(id)).toHaveLength(1);
});

test('a column that is no field is written although no field differs', async () => {
  const id = await made({});
  await act((ctx) => changeRecord(ctx, 'customer', id, {}, { last_contact_at: ctx.now.toISOString() }));
  expect((await rowOf(id)).version).toBe(2);
});

test('neither a deleted record nor an unknown one is changed', async () => {
  const id = await made({});
  await app.admin.call('DELETE', `/customers/${id}`);
  for (const each of [id, app.services.newId()]) {
    await expect(act((ctx) => changeRecord(ctx, 'customer', each, { name: '新名' }))).rejects.toMatchObject({ code: 'record.not-found' });
  }
});
