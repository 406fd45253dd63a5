import { expect, test } from 'vitest';
import { leafChanges, leafText } from './leaf-changes.ts';

test('only the leaves that differ, with their path', () => {
  const from = { customer: { read: 'own', update: 'own' }, need: { read: 'own' } };
  const to = { customer: { read: 'all', update: 'own' } };
  expect(leafChanges(from, to)).toEqual([
    { path: ['customer', 'read'], from: 'own', to: 'all' },
    { path: ['need', 'read'], from: 'own', to: undefined },
  ]);
});

test('plain values and lists stay whole', () => {
  expect(leafChanges(['a'], ['a', 'b'])).toEqual([{ path: [], from: ['a'], to: ['a', 'b'] }]);
  expect(leafChanges('x', 'x')).toEqual([]);
  expect(leafText(['a', 'b'], '–')).toBe('a, b');
  expect(leafText([], '–')).toBe('–');
});
