import { expect, test } from 'vitest';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { linesOf, orderAfter, stepOf, withField } from './layout-model.ts';

const label = { 'zh-CN': '甲', en: 'A' };
const field = (key: string, group?: string, retired = false): FieldMeta => ({
  key, type: 'text', label, access: { view: 'full', edit: true }, operators: [], isSortable: true, isGroupable: true, ...(group ? { group } : {}), ...(retired ? { retired } : {}),
});
const object: ObjectMeta = {
  key: 'thing', plural: 'things', label: { one: label, many: label }, title: 'name', defaultSort: 'name', isCustom: false, isOwned: false, isMergeable: false,
  writes: 'records', grants: {}, groups: [{ key: 'main', label }, { key: 'more', label }],
  fields: [field('name'), field('a', 'more'), field('b', 'main'), field('old', 'main', true), field('c', 'gone'), field('createdAt')],
};
const lines = linesOf(object);

test('fields stand in their group, strays in the first, retired and system fields nowhere', () => {
  expect(lines.map((l) => [l.key, l.fields.map((f) => f.key)])).toEqual([['main', ['name', 'b', 'c']], ['more', ['a']]]);
});

test('a move within and between groups gives the order of all', () => {
  expect(orderAfter(lines, { key: 'c', group: 'main', index: 0 })).toEqual(['c', 'name', 'b', 'a']);
  expect(orderAfter(lines, { key: 'b', group: 'more', index: 1 })).toEqual(['name', 'c', 'a', 'b']);
  expect(orderAfter(lines, { key: 'b', group: 'main', index: 1 })).toBeUndefined();
});

test('arrow keys step over the edge of a group', () => {
  expect(stepOf(lines, 'c', 1)).toEqual({ key: 'c', group: 'more', index: 0 });
  expect(stepOf(lines, 'a', -1)).toEqual({ key: 'a', group: 'main', index: 3 });
  expect(stepOf(lines, 'name', -1)).toBeUndefined();
});

test('one field changes, others stay', () => {
  const layout = { fields: { a: { required: true }, b: { inList: true } } };
  expect(withField(layout, 'a', { group: 'main' }).fields).toEqual({ a: { required: true, group: 'main' }, b: { inList: true } });
});
