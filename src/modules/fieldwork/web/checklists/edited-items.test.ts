import { expect, test } from 'vitest';
import { itemGaps, moveItem, newItem, trimItem } from './edited-items.ts';

const named = (key: string, kind: Parameters<typeof newItem>[1]) => ({ ...newItem(key, kind), label: { 'zh-CN': ' 项 ', en: 'item' } });

test('only what a kind has is kept', () => {
  expect(trimItem({ ...named('a', 'tick'), unit: 'V', min: 1, choices: [] })).toEqual({ key: 'a', kind: 'tick', label: { 'zh-CN': '项', en: 'item' }, isRequired: true, needsPhoto: false });
  expect(trimItem({ ...named('a', 'number'), unit: ' V ', min: 0 })).toMatchObject({ unit: 'V', min: 0 });
  expect(trimItem({ ...named('a', 'photo'), needsPhoto: true })).toMatchObject({ needsPhoto: false });
});

test('what is missing is told item by item', () => {
  const items = [newItem('a', 'tick'), { ...named('b', 'number'), min: 2, max: 1 }, named('c', 'choice'), named('d', 'photo')];
  expect([...itemGaps(items)].toSorted(([a], [b]) => a - b)).toEqual([[0, 'words'], [1, 'range'], [2, 'choices']]);
});

test('moved within the list, and not out of it', () => {
  expect([moveItem(['a', 'b', 'c'], 0, 2), moveItem(['a', 'b', 'c'], 2, 0), moveItem(['a'], 0, 1)]).toEqual([['b', 'c', 'a'], ['c', 'a', 'b'], ['a']]);
});
