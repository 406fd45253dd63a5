import { expect, test } from 'vitest';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { askingOrder } from './next-question.ts';

const label = { 'zh-CN': '甲', en: 'A' };
const fact = (name: string) => ({ name, type: 'number' as const, label });
const table = (name: string, inputs: string[], result = '1') => ({ name, label, hitPolicy: 'U' as const, inputs: inputs.map((expression) => ({ expression })), outputs: [{ name: 'out', type: 'number' as const, label }], rows: [{ id: 'r1', clause: '1', conditions: inputs.map(() => '-'), results: [result] }] });
const model: PolicyModel = {
  key: 'k', point: '', label, about: label, parameters: [], sums: [], clauses: [], tests: [],
  facts: ['a', 'b', 'c', 'd'].map(fact), derived: [{ ...fact('both'), expression: 'a + d' }],
  tables: [table('first', ['c']), table('last', ['b', 'first.out', 'both'])],
};

test('asks as the tables do, through derived facts', () => {
  expect(askingOrder(model, ['a', 'b', 'c', 'd']).map((each) => each.name)).toEqual(['c', 'b', 'a', 'd']);
  expect(askingOrder(model, ['d', 'b']).map((each) => each.name)).toEqual(['b', 'd']);
  expect(askingOrder(model, [])).toEqual([]);
});
