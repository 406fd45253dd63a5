import { expect, test } from 'vitest';
import { defineObject } from '#meta/object.ts';
import { expectedColumns, findDrift } from './drift-check.ts';

const def = defineObject({
  key: 'thing', plural: 'things', table: 'thing', access: { kind: 'owned' }, title: 'name',
  fields: [
    { key: 'name', type: 'text', required: true, search: 'name', pinyinSort: true }, { key: 'unitPrice', type: 'money' },
    { key: 'secretNo', type: 'text', sensitive: true }, { key: 'place', type: 'address' }, { key: 'parent', type: 'reference', target: 'thing' },
    { key: 'total', type: 'formula', formula: 'unitPrice * 2' },
  ],
});

const complete = () => expectedColumns(def).map((c) => ({ table_name: c.table, column_name: c.column, udt_name: c.types[0] ?? '', is_nullable: 'YES', column_default: null }));
const drift = (rows: readonly unknown[]) => findDrift({ rows: <R>() => Promise.resolve([...rows] as R[]) }, [def]);

test('every part of a field has its column, computed ones have none', () => {
  expect(expectedColumns(def).map((c) => c.column).toSorted()).toEqual([
    'created_at', 'created_by', 'custom', 'deleted_at', 'id', 'name', 'name_sort', 'owner_id', 'parent_id', 'place_region', 'place_street', 'search_key',
    'search_phone', 'search_text', 'secret_no_cipher', 'secret_no_hash', 'secret_no_mask', 'unit_id', 'unit_price', 'unit_price_currency', 'updated_at',
    'updated_by', 'version',
  ]);
});

test('a missing column, another type, and a column that takes no null are told', async () => {
  expect((await drift(complete())).problems).toEqual([]);
  expect((await drift(complete().filter((c) => c.column_name !== 'unit_price'))).problems).toEqual(['thing.unit_price is missing (numeric)']);
  expect((await drift(complete().map((c) => (c.column_name === 'unit_price' ? { ...c, udt_name: 'float8' } : c)))).problems).toEqual(['thing.unit_price is float8, declared as numeric']);
  expect((await drift(complete().map((c) => ({ ...c, is_nullable: c.column_name === 'parent_id' ? 'NO' : 'YES' })))).problems)
    .toEqual(['thing.parent_id takes no null, yet its field may be left empty']);
  expect((await drift([])).compared).toBe(23);
});
