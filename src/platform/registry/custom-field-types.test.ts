import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type FieldTypeKey, fieldTypeKeys } from '#meta/field.ts';
import { fieldTypes } from '#meta/fields/field-types.ts';
import type { Operator } from '#meta/filter.ts';

let app: TestApp;
let other: { company: string; second: string; file: string; image: string };

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-03-18T02:00:00Z') });
  const made = await app.admin.post<{ id: string }>('/customers', { name: '济南重汽' });
  const second = await app.admin.post<{ id: string }>('/customers', { name: '烟台张裕' });
  other = { company: made.body.id, second: second.body.id, file: '01890000-0000-7000-8000-000000000001', image: '01890000-0000-7000-8000-000000000002' };
});
afterAll(() => app.close());

interface Case {
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Two values, the first sorted before the second. */
  readonly values: () => readonly [unknown, unknown];
  /** A value of a wrong kind. */
  readonly wrong?: unknown;
  /** For each operator of the type: its value, and which of the records a, b, empty it finds. */
  readonly finds: () => Partial<Record<Operator, readonly [unknown, string]>>;
}

const textFinds = (a: string, b: string) => ({
  eq: [a, 'a'], ne: [a, 'be'], in: [[a, b], 'ab'], nin: [[a], 'be'], isNull: [true, 'e'], contains: [b.slice(1), 'b'], startsWith: [a.slice(0, 2), 'a'],
} as const);
const orderFinds = (a: unknown, b: unknown) => ({ lt: [b, 'a'], lte: [b, 'ab'], gt: [a, 'b'], gte: [a, 'ab'], between: [[a, b], 'ab'] } as const);
const sameFinds = (a: unknown, b: unknown) => ({ eq: [a, 'a'], ne: [a, 'be'], in: [[a, b], 'ab'], nin: [[a], 'be'], isNull: [true, 'e'] } as const);
const itemFinds = (a: unknown, b: unknown) => ({ in: [[a], 'a'], nin: [[a], 'be'], contains: [[b], 'b'], isNull: [true, 'e'] } as const);
const choices = [{ value: 'gold', label: { 'zh-CN': '金牌' }, colour: 'hu' }, { value: 'silver', label: { 'zh-CN': '银牌', en: 'Silver' } }];
const isNull = { isNull: [true, 'e'] } as const;

const cases: Record<Exclude<FieldTypeKey, 'autoNumber' | 'formula' | 'rollUp'>, Case> = {
  text: { values: () => ['alpha line', 'beta line'], wrong: 5, finds: () => textFinds('alpha line', 'beta line') },
  longText: { values: () => ['第一段\n第二段', '另一段文字'], finds: () => ({ contains: ['另一', 'b'], ...isNull }) },
  richText: { values: () => ['<p>甲</p>', '<p>乙方</p>'], finds: () => ({ contains: ['乙方', 'b'], ...isNull }) },
  number: { values: () => [-2.5, 13.75], wrong: 'x', finds: () => ({ ...sameFinds(-2.5, 13.75), ...orderFinds(-2.5, 13.75) }) },
  integer: { values: () => [9, 10], wrong: 1.5, finds: () => ({ ...sameFinds(9, 10), ...orderFinds(9, 10) }) },
  percent: { values: () => [0.5, 80], wrong: '80%', finds: () => ({ ...sameFinds(0.5, 80), ...orderFinds(0.5, 80) }) },
  money: {
    values: () => [{ amount: '9.90', currency: 'CNY' }, { amount: '1234567890.12', currency: 'CNY' }], wrong: { amount: 'x' },
    finds: () => ({ ...sameFinds('9.90', '1234567890.12'), ...orderFinds('9.9', '1234567890.12') }),
  },
  date: { values: () => ['2026-02-27', '2026-03-17'], wrong: '2026-02-30', finds: () => ({ ...sameFinds('2026-02-27', '2026-03-17'), ...orderFinds('2026-02-27', '2026-03-17'), within: ['last:7d', 'b'] }) },
  dateTime: {
    values: () => ['2026-02-27T01:00:00.000Z', '2026-03-17T16:30:00.000Z'], wrong: '2026-02-27',
    finds: () => ({ ...orderFinds('2026-02-27T09:00:00+08:00', '2026-03-18T00:30:00+08:00'), ...isNull, within: ['today', 'b'] }),
  },
  boolean: { values: () => [false, true], wrong: 'yes', finds: () => ({ eq: [true, 'b'], ne: [true, 'ae'], ...isNull }) },
  choice: { extra: { choices }, values: () => ['gold', 'silver'], wrong: 'bronze', finds: () => sameFinds('gold', 'silver') },
  multiChoice: { extra: { choices }, values: () => [['gold'], ['silver']], wrong: ['bronze'], finds: () => itemFinds('gold', 'silver') },
  phone: { values: () => ['+8613800138000', '+8613911112222'], wrong: 'none', finds: () => ({ ...textFinds('+8613800138000', '+8613911112222'), contains: ['1112', 'b'], startsWith: ['+86138', 'a'] }) },
  email: { values: () => ['a@example.com', 'b@example.cn'], wrong: 'a@', finds: () => textFinds('a@example.com', 'b@example.cn') },
  url: { values: () => ['https://a.example.com/x', 'https://b.example.cn'], wrong: 'a.example.com', finds: () => ({ ...textFinds('https://a.example.com/x', 'https://b.example.cn'), startsWith: ['https://a', 'a'] }) },
  address: {
    values: () => [{ region: '110101', street: '东长安街 1 号' }, { region: '370202', street: '香港中路 8 号' }], wrong: { region: '999999' },
    finds: () => ({ eq: ['110101', 'a'], in: [['110101', '370202'], 'ab'], nin: [['110101'], 'be'], startsWith: ['37', 'b'], contains: ['0202', 'b'], ...isNull }),
  },
  reference: { extra: { target: 'customer' }, values: () => [other.company, other.second], wrong: 'x', finds: () => sameFinds(other.company, other.second) },
  multiReference: { extra: { target: 'customer' }, values: () => [[other.company], [other.second]], wrong: ['x'], finds: () => itemFinds(other.company, other.second) },
  file: { values: () => [other.file, other.image], wrong: 'x', finds: () => ({ isNull: [true, 'e'] }) },
  image: { values: () => [other.file, other.image], wrong: 'x', finds: () => ({ isNull: [true, 'e'] }) },
  json: { values: () => [{ a: [1, { b: null }] }, ['x']], finds: () => ({ ...isNull }) },
  geo: { values: () => [{ lat: 36.07, lng: 120.38 }, { lat: -1, lng: 2 }], wrong: { lat: 91, lng: 0 }, finds: () => ({ ...isNull }) },
};

interface Added { readonly id: string; readonly key: string }

async function addField(body: Readonly<Record<string, unknown>>): Promise<Added> {
  const made = await app.admin.post<{ id: string; key: string }>('/admin/fields', { object: 'contact', ...body });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

async function found(filter: unknown, prefix: string, sort = 'name'): Promise<string> {
  const query = new URLSearchParams({ filter: JSON.stringify({ and: [{ field: 'name', op: 'startsWith', value: prefix }, filter] }), sort });
  const page = await app.admin.get<{ data: { name: string }[] }>(`/contacts?${query}`);
  expect(page.status, page.text).toBe(200);
  return page.body.data.map((record) => record.name.slice(prefix.length)).join('');
}

/** Three contacts: a and b with the two values, e without any. */
async function threeContacts(key: string, prefix: string, values: readonly [unknown, unknown]): Promise<string[]> {
  const given = { a: { [key]: values[0] }, b: { [key]: values[1] }, e: {} };
  const ids: string[] = [];
  for (const [name, extra] of Object.entries(given)) {
    const made = await app.admin.post('/contacts', { customer: other.company, name: `${prefix}${name}`, ...extra });
    expect(made.status, made.text).toBe(201);
    ids.push(String(made.body.id));
  }
  return ids;
}

const shown = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value);

test('the cases below are all the types that a person fills in', () => {
  const computed: readonly FieldTypeKey[] = ['autoNumber', 'formula', 'rollUp'];
  expect(Object.keys(cases).toSorted()).toEqual(fieldTypeKeys.filter((type) => !computed.includes(type)).toSorted());
});

test.each(Object.entries(cases))('a custom field of type %s: created, read, filtered, sorted, changed, emptied, in its history', async (type, one) => {
  const prefix = `${type}-`;
  const { key } = await addField({ type, key: `my${type.charAt(0).toUpperCase()}${type.slice(1)}`, label: { 'zh-CN': `我的${type}` }, ...one.extra });
  const [first, second] = one.values();
  const [a = '', , e = ''] = await threeContacts(key, prefix, [first, second]);

  const read = await app.admin.get(`/contacts/${a}`);
  expect(shown(read.body[key])).toEqual(first);
  expect((await app.admin.get(`/contacts/${e}`)).body[key]).toEqual(type.startsWith('multi') ? [] : null);

  const finds = one.finds();
  const { operators, isSortable } = fieldTypes[type as FieldTypeKey];
  expect(Object.keys(finds).toSorted()).toEqual([...operators].toSorted());
  for (const [op, [value, who]] of Object.entries(finds)) {
    expect(await found({ field: key, op, value }, prefix), `${type} ${op}`).toBe(who);
  }
  expect(await found({ field: key, op: 'isNull', value: false }, prefix)).toBe('ab');
  if (isSortable) {
    expect(await found({ and: [] }, prefix, key)).toBe('abe');
    expect(await found({ and: [] }, prefix, `-${key}`)).toBe('bae');
  }
  if (one.wrong !== undefined) {
    const refused = await app.admin.patch<{ errors: { path: string }[] }>(`/contacts/${a}`, { [key]: one.wrong });
    expect(refused.status, JSON.stringify(one.wrong)).toBe(400);
    expect(refused.body.errors[0]?.path).toBe(key);
  }

  const changed = await app.admin.patch(`/contacts/${a}`, { [key]: second });
  expect(shown(changed.body[key])).toEqual(second);
  const emptied = await app.admin.patch(`/contacts/${a}`, { [key]: null });
  expect(emptied.body[key]).toEqual(type.startsWith('multi') ? [] : null);
  expect(await found({ field: key, op: 'isNull', value: true }, prefix)).toBe('ae');
  const history = await app.admin.get<{ data: { seq: number; changes: { field: string; from: unknown; to: unknown }[] }[] }>(`/contacts/${a}/history`);
  const change = history.body.data[1]?.changes.find((c) => c.field === key);
  expect([change?.from, change?.to]).toEqual([first, second]);
  const back = await app.admin.post(`/contacts/${a}/history/${history.body.data[1]?.seq}/restore`);
  expect(shown(back.body[key])).toEqual(first);
});
