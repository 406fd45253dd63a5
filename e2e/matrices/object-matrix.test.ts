import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import type { ObjectDef } from '#meta/object.ts';
import { objectActions } from '#meta/object.ts';
import { type Relation, relations } from './matrix-world.ts';
import { isGranted } from './record-matrix.ts';
import { Samples, allObjects } from './sample-rows.ts';

let app: TestApp;
let samples: Samples;
let units: { readonly near: string; readonly far: string };
let colleague: string;
let stranger: string;

beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  units = { near: await unitOf('青岛分公司'), far: await unitOf('成都分公司') };
  colleague = (await app.person({ username: 'colleague', roles: ['auditor'], unit: units.near })).id;
  stranger = (await app.person({ username: 'stranger', roles: ['auditor'], unit: units.far })).id;
  samples = new Samples(app, (await app.person({ username: 'somebody', roles: ['auditor'], unit: units.far })).id);
});
afterAll(() => app.close());

/** No sample here: people and units are everybody's frame; what is booked in pairs or by finance alone has a world of its own. */
const elsewhere: readonly string[] = ['user', 'orgUnit', 'subscription', 'deal', 'afterSaleChange', 'receipt', 'commissionEntry'];
const objects = allObjects.filter(({ key }) => !elsewhere.includes(key));
const MARK = '物件暗记';

test.each(objects.map((def) => [def.key, def] as const))('%s has a sample: a table that a module adds can be filled, or says here what it needs', async (_key, def) => {
  expect(await samples.record(def, { owner: colleague, unit: units.near }, MARK)).toMatch(/^[0-9a-f-]{36}$/);
});

const filterOf = (id: string) => encodeURIComponent(JSON.stringify({ field: 'id', op: 'eq', value: id }));

/** Ways to read a record that every object has; each answers whether it was there. */
const ways: Readonly<Record<string, (person: TestPerson, plural: string, id: string) => Promise<boolean>>> = {
  read: async (person, plural, id) => (await person.get(`/${plural}/${id}`)).status === 200,
  list: async (person, plural, id) => (await person.get(`/${plural}?fields=createdAt&filter=${filterOf(id)}`)).text.includes(id),
  count: async (person, plural, id) => (await person.get<{ page?: { total: number } }>(`/${plural}?count=only&filter=${filterOf(id)}`)).body.page?.total === 1,
  summary: async (person, plural, id) => (await person.get<{ data?: { count: number }[] }>(`/${plural}/summary?filter=${filterOf(id)}`)).body.data?.[0]?.count === 1,
  history: async (person, plural, id) => (await person.get(`/${plural}/${id}/history`)).status === 200,
  files: async (person, plural, id) => (await person.get(`/${plural}/${id}/files`)).status === 200,
};

const isEverybodys = (def: ObjectDef) => def.access.kind === 'everyone';

interface Cell {
  readonly role: string;
  readonly person: TestPerson & { readonly id: string };
  readonly def: ObjectDef;
  readonly relation: Relation;
}

/** Ways by which a record is there for somebody who may not read it, or not there for somebody who may. */
async function disagreements({ role, person, def, relation }: Cell): Promise<string[]> {
  const whose = { own: { owner: person.id, unit: units.near }, unit: { owner: colleague, unit: units.near }, foreign: { owner: stranger, unit: units.far } }[relation];
  const id = await samples.record(def, whose, MARK);
  const granted = isGranted(role, def.key, 'read', relation);
  const may = isEverybodys(def) ? granted !== 'none' : granted === true;
  const wrong: string[] = [];
  for (const [way, look] of Object.entries(ways)) {
    const isThere = await look(person, def.plural, id);
    if (isThere !== may) wrong.push(`${role} ${way} ${relation} ${def.key}: ${isThere ? 'is there' : 'is not there'}`);
  }
  return wrong;
}

test('every object of every module, for every role: own, of the unit, foreign, by every way of reading (SEC-12)', async () => {
  const violations: string[] = [];
  let records = 0;
  for (const { key: role } of readyRoles) {
    const person = await app.person({ username: `reader-${role.toLowerCase()}`, roles: [role], unit: units.near });
    const cells = objects.flatMap((def) => (isEverybodys(def) ? (['foreign'] as const) : relations).map((relation) => ({ role, person, def, relation })));
    for (const cell of cells) violations.push(...await disagreements(cell));
    records += cells.length;
  }
  expect(violations).toEqual([]);
  expect(records).toBeGreaterThan(readyRoles.length * objects.length);
}, 1_800_000);

/** Fields whose text stands in the sample and that a role may hide. */
const hideable = (def: ObjectDef) => def.fields.filter((field) => (field.type === 'text' || field.type === 'longText') && field.readOnly !== true && field.identity !== true && field.key !== def.title);

test('every hidden text of every object, by every channel: as if it were not there (SEC-13)', async () => {
  const everything = Object.fromEntries(objectActions.map((action) => [action, 'all' as const]));
  const made = await app.admin.post('/roles', { key: 'textProber', label: { 'zh-CN': '探字', en: 'Text prober' }, grants: { '*': everything } });
  expect(made.status, made.text).toBe(201);
  const person = await app.person({ username: 'text.prober', roles: ['textProber'] });
  const violations: string[] = [];
  let cells = 0;
  for (const def of objects) {
    const fields = hideable(def);
    if (fields.length === 0) continue;
    const id = await samples.record(def, { owner: stranger, unit: units.far }, MARK);
    const seen = await person.get(`/${def.plural}/${id}`);
    const shown = fields.filter((field) => seen.text.includes(`${MARK}${field.key}#`));
    const hidden = { [def.key]: Object.fromEntries(fields.map((field) => [field.key, { view: 'hidden', edit: false }])) };
    const patched = await app.admin.patch('/roles/textProber', { fields: hidden });
    expect(patched.status, patched.text).toBe(200);
    const filter = filterOf(id);
    const channels: readonly (readonly [string, Promise<{ status: number; text: string }>])[] = [
      ['read', person.get(`/${def.plural}/${id}`)], ['read with references', person.get(`/${def.plural}/${id}?include=*`)], ['list', person.get(`/${def.plural}?filter=${filter}`)], ['history', person.get(`/${def.plural}/${id}/history`)],
      ['search', person.get(`/search?q=${encodeURIComponent(MARK)}&limit=50`)],
    ];
    for (const [channel, pending] of channels) {
      const { text } = await pending;
      for (const field of shown) {
        cells += 1;
        if (text.includes(`${MARK}${field.key}#`)) violations.push(`${def.key}.${field.key} in ${channel}`);
      }
    }
    for (const field of fields) {
      const naming = [`fields=${field.key}`, `sort=${field.key}`, `filter=${encodeURIComponent(JSON.stringify({ field: field.key, op: 'isNull', value: false }))}`];
      for (const query of naming) {
        cells += 1;
        const { status } = await person.get(`/${def.plural}?${query}&limit=1`);
        if (status !== 400) violations.push(`${def.key}.${field.key} by ${query.split('=')[0] ?? ''}: ${status}`);
      }
    }
  }
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(300);
}, 1_800_000);
