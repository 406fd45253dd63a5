import { expect, test } from 'vitest';
import { keyboardPlace, moveUnit, pathOf, type Unit, visibleLines } from './unit-tree.ts';

const unit = (id: string, parent: string | null, position: number): Unit => ({ id, parent, position, name: id, kind: 'department', manager: null, version: 1 });
const units = [unit('root', null, 0), unit('a', 'root', 10), unit('b', 'root', 20), unit('a1', 'a', 10), unit('a2', 'a', 20)];

test('lines follow the tree, closed branches are left out', () => {
  expect(visibleLines(units, new Set()).map((l) => `${l.depth}${l.unit.id}`)).toEqual(['0root', '1a', '2a1', '2a2', '1b']);
  expect(visibleLines(units, new Set(['a'])).map((l) => l.unit.id)).toEqual(['root', 'a', 'b']);
  expect(pathOf(units, 'a2').map((u) => u.id)).toEqual(['root', 'a', 'a2']);
});

test('a move writes the parent and only the numbers that change', () => {
  expect(moveUnit(units, 'a2', 'root', 1)).toEqual([
    { id: 'a2', version: 1, values: { parent: 'root', position: 20 }, before: { parent: 'a', position: 20 } },
    { id: 'b', version: 1, values: { position: 30 }, before: { position: 20 } },
  ]);
});

test('no move under oneself, of the company, or to the same place', () => {
  expect(moveUnit(units, 'a', 'a1', 0)).toEqual([]);
  expect(moveUnit(units, 'root', 'a', 0)).toEqual([]);
  expect(moveUnit(units, 'b', 'root', 1)).toEqual([]);
});

test('keys move among siblings, outwards and inwards', () => {
  expect(keyboardPlace(units, 'b', 'ArrowUp')).toEqual({ parent: 'root', index: 0 });
  expect(keyboardPlace(units, 'b', 'ArrowRight')).toEqual({ parent: 'a', index: 2 });
  expect(keyboardPlace(units, 'a2', 'ArrowLeft')).toEqual({ parent: 'root', index: 1 });
  expect(keyboardPlace(units, 'a', 'ArrowLeft')).toBeUndefined();
  expect(keyboardPlace(units, 'a', 'ArrowUp')).toBeUndefined();
});
