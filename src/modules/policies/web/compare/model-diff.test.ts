import { expect, test } from 'vitest';
import type { PolicyModel, Row } from '#meta/decisions/decision-model.ts';
import { addInput, addRow, copyRow, freeId, moveInput, moveRow, putClause, removeInput, removeRow, setCondition, setResult } from '../editor/model-edit.ts';
import { beginHistory, edited, redone, undone } from '../editor/edit-history.ts';
import { diffModels, pairPacks } from './model-diff.ts';

const label = (text: string) => ({ 'zh-CN': text, en: text });
const row = (id: string, clause: string, condition: string, result: string): Row => ({ id, clause, conditions: [condition], results: [result] });
const model: PolicyModel = {
  key: 'p.share', point: 'share', label: label('归属'), about: label(''), parameters: [], derived: [], sums: [],
  facts: [{ name: 'months', type: 'number', label: label('月数') }],
  tables: [{
    name: 'owner', label: label('归属'), hitPolicy: 'U', inputs: [{ expression: 'months' }], outputs: [{ name: 'share', type: 'number', label: label('份额') }],
    rows: [row('r1', '1', '< 1', '100'), row('r2', '2', '[1..3]', '50'), row('r3', '3', '> 3', '0')],
  }],
  clauses: ['1', '2', '3'].map((key) => ({ key, text: label(`条款 ${key}`) })), tests: [],
};
const kinds = (after: PolicyModel) => diffModels(model, after).tables[0]?.rows.map((each) => `${each.after?.id ?? each.before?.id} ${each.kind}`);

test('a model does not differ from itself', () => {
  expect(diffModels(model, structuredClone(model)).isSame).toBe(true);
});

test('changed, added and removed rows and clauses are told apart, to the cell', () => {
  const changed = setResult('owner', 'r2', 0, '40')(model);
  expect(kinds(changed)).toEqual(['r1 same', 'r2 changed', 'r3 same']);
  expect(diffModels(model, changed).tables[0]?.rows[1]).toMatchObject({ results: new Set([0]), conditions: new Set(), isClauseChanged: false });
  expect(kinds(addRow('owner', 'r9', 'r1')(model))).toEqual(['r1 same', 'r9 added', 'r2 same', 'r3 same']);
  expect(kinds(removeRow('owner', 'r2')(model))).toEqual(['r1 same', 'r2 removed', 'r3 same']);
  const reworded = putClause({ key: '2', text: label('另一种写法') })(model);
  expect(diffModels(model, reworded).clauses).toMatchObject([{ kind: 'changed', key: '2' }]);
});

test('a column that came along does not mark cells that say nothing', () => {
  const wider = addInput('owner', { expression: 'isKnown' }, { name: 'isKnown', type: 'boolean', label: label('记得') })(model);
  const diff = diffModels(model, wider);
  expect(diff.tables[0]).toMatchObject({ columnsAdded: ['isKnown'], columnsRemoved: [] });
  expect(diff.tables[0]?.rows.every((each) => each.kind === 'same')).toBe(true);
  expect(wider.facts).toHaveLength(2);
  const moved = moveInput('owner', 1, -1)(setCondition('owner', 'r1', 1, 'true')(wider));
  expect(moved.tables[0]?.rows[0]?.conditions).toEqual(['true', '< 1']);
  expect(removeInput('owner', 0)(moved).tables[0]?.rows[0]?.conditions).toEqual(['< 1']);
});

test('rows move and are copied; ids stay unique', () => {
  expect(moveRow('owner', 'r3', 0)(model).tables[0]?.rows.map((each) => each.id)).toEqual(['r3', 'r1', 'r2']);
  expect(moveRow('owner', 'r1', 99)(model).tables[0]?.rows.map((each) => each.id)).toEqual(['r2', 'r3', 'r1']);
  expect(copyRow('owner', 'r2', 'r4')(model).tables[0]?.rows[2]).toEqual({ ...row('r4', '2', '[1..3]', '50') });
  expect(freeId(['r1', 'r4', 'r3'], 'r')).toBe('r5');
});

test('rows of another origin are paired by clause, never by a number that happens to be the same', () => {
  const other = { ...model, tables: model.tables.map((table) => ({ ...table, rows: [row('r1', '2', '[1..3]', '50'), row('r2', '9', '< 1', '70')] })) };
  expect(diffModels(model, other, 'other').tables[0]?.rows.map((each) => [each.before?.id, each.after?.id, each.kind])).toEqual([
    ['r1', undefined, 'removed'], ['r2', 'r1', 'same'], ['r3', undefined, 'removed'], [undefined, 'r2', 'added'],
  ]);
});

test('a renamed clause is renamed wherever it is cited', () => {
  const renamed = putClause({ key: '2a', text: label('条款') }, '2')(model);
  expect(renamed.tables[0]?.rows[1]?.clause).toBe('2a');
  expect(renamed.clauses.map((each) => each.key)).toEqual(['1', '2a', '3']);
});

test('undo and redo walk the same way back and forth', () => {
  const history = edited(edited(beginHistory(1), 2), 3);
  expect(undone(undone(history)).present).toBe(1);
  expect(redone(undone(history))).toEqual(history);
  expect(edited(undone(history), 9)).toEqual({ past: [1, 2], present: 9, future: [] });
  expect(undone(beginHistory(1)).present).toBe(1);
});

test('packs are paired by decision point', () => {
  const pack = { key: 'a', label: label('甲'), about: label(''), policies: [model] };
  const other = { ...pack, key: 'b', policies: [{ ...model, key: 'b.share' }, { ...model, key: 'b.own', point: '' }] };
  expect(pairPacks(pack, other).policies.map((each) => [each.key, each.before !== null, each.after !== null])).toEqual([['share', true, true], ['own', false, true]]);
});
