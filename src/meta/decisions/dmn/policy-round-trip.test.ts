import { DmnModdle } from 'dmn-moddle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../compiled-policy.ts';
import { decide } from '../decide.ts';
import type { DecisionTable, FactType, FactValues, HitPolicy, PolicyModel, Row } from '../decision-model.ts';
import { toFeel } from '../fact-values.ts';
import { buildGraph } from './build-graph.ts';
import { compileGraph } from './evaluate-graph.ts';
import { fromDmn } from './from-dmn.ts';
import { readDmn } from './read-dmn.ts';
import { toDmn } from './to-dmn.ts';

const word = fc.oneof(fc.constantFrom('', '甲方', 'a < b & "c"', "it's", '  blanks  ', 'two\nlines\tand', '\r\n', ' ', 'json:x', ']]>', '\u0000\u001f', '\ud800', '𠮷', '<!-- -->'), fc.string({ maxLength: 8 }));
const label = fc.record({ 'zh-CN': word, en: word });
const name = fc.tuple(fc.constantFrom('fact', '客户', 'x', 'a1', 'Result'), fc.nat(10_000)).map(([start, number]) => `${start}_${number}`);
const types: readonly FactType[] = ['boolean', 'choice', 'choices', 'text', 'number', 'date', 'dateTime'];
const choices = fc.uniqueArray(fc.record({ value: word, label }), { selector: (each) => each.value, maxLength: 3 });
const amount = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const optional = { requiredKeys: ['name', 'type', 'label'] as ('name' | 'type' | 'label')[] };
const feel = fc.oneof(fc.constantFrom('-', '', ' - ', '"a","b"', '> 5', '[1..5)', 'not("x", null)', 'date("2026-01-31")', '= first.one', 'first.one + 1', 'first', '"first.one"', 'if x then 1 else 2', '<= @"P1M"'), word);
const factValue = fc.oneof(word, amount.map((n) => n + 0), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 2 }));
const values = fc.dictionary(name, factValue, { maxKeys: 3, noNullPrototype: true });

const fact = fc.record({
  name, type: fc.constantFrom(...types), label, question: label, choices, min: amount, max: amount, unit: label, isWhole: fc.boolean(), isNullable: fc.boolean(),
}, optional);
const parameter = fc.oneof(
  fc.record({ name, type: fc.constant('number' as const), label, value: amount, unit: label, clause: word }, { requiredKeys: ['name', 'type', 'label', 'value'] }),
  fc.record({ name, type: fc.constant('boolean' as const), label, value: fc.boolean(), unit: label, clause: word }, { requiredKeys: ['name', 'type', 'label', 'value'] }),
  fc.record({ name, type: fc.constant('text' as const), label, value: word, unit: label, clause: word }, { requiredKeys: ['name', 'type', 'label', 'value'] }),
);
const derived = fc.record({ name, type: fc.constantFrom(...types), label, expression: feel, choices, isNullable: fc.boolean(), clause: word }, { requiredKeys: ['name', 'type', 'label', 'expression'] });
const output = fc.record({ name, type: fc.constantFrom(...types), label, choices, unit: label, fallback: feel }, optional);
const row = fc.record({ id: word, clause: word, conditions: fc.array(feel, { maxLength: 3 }), results: fc.array(feel, { maxLength: 3 }), note: label }, { requiredKeys: ['id', 'clause', 'conditions', 'results'] });
const policies: readonly HitPolicy[] = ['U', 'A', 'F', 'P', 'R', 'O', 'C', 'C+', 'C#', 'C<', 'C>'];
const table: fc.Arbitrary<DecisionTable> = fc.record({
  name, label, hitPolicy: fc.constantFrom(...policies),
  inputs: fc.array(fc.record({ expression: feel, label }, { requiredKeys: ['expression'] }), { maxLength: 3 }),
  outputs: fc.uniqueArray(output, { selector: (each) => each.name, minLength: 1, maxLength: 2 }),
  rows: fc.uniqueArray(row, { selector: (each) => each.id, maxLength: 4 }),
});

const model: fc.Arbitrary<PolicyModel> = fc.record({
  key: word, point: word, label, about: label,
  facts: fc.array(fact, { maxLength: 4 }), parameters: fc.array(parameter, { maxLength: 3 }), derived: fc.array(derived, { maxLength: 3 }), tables: fc.array(table, { maxLength: 3 }),
  sums: fc.array(fc.record({ table: word, outputs: fc.array(word, { maxLength: 2 }), total: amount }), { maxLength: 2 }),
  clauses: fc.array(fc.record({ key: word, text: label, isInterpretation: fc.boolean() }, { requiredKeys: ['key', 'text'] }), { maxLength: 3 }),
  tests: fc.array(fc.record({ id: word, label, facts: values, clause: word, results: values }), { maxLength: 2 }),
}).filter(({ facts, parameters, derived: more, tables }) => {
  const all = [...facts, ...parameters, ...more, ...tables].map((each) => each.name);
  return new Set(all).size === all.length;
});

const again = async (xml: string, format: boolean) => {
  const moddle = DmnModdle();
  const { rootElement, warnings } = await moddle.fromXML(xml);
  expect(warnings).toEqual([]);
  return (await moddle.toXML(rootElement, { format })).xml;
};

describe('a policy as a DMN file and back (PL-40)', () => {
  test('any model comes back the same, also after another tool has saved the file', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(model, fc.boolean(), async (policy, format) => {
      const xml = toDmn(policy);
      expect(await fromDmn(xml)).toEqual({ model: policy, notes: expect.any(Array) });
      expect((await fromDmn(await again(xml, format))).model).toEqual(policy);
    }), { numRuns: 300, seed: 20261122 });
  });
});
