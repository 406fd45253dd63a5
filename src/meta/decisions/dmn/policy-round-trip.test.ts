import { DmnModdle } from 'dmn-moddle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../compiled-policy.ts';
import { decide } from '../decide.ts';
import type { DecisionTable, FactType, HitPolicy, PolicyModel } from '../decision-model.ts';
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

const both = (text: string) => ({ 'zh-CN': `${text}（中）`, en: text });
const choicesOf = (...texts: string[]) => texts.map((value) => ({ value, label: both(value) }));

const registration: DecisionTable = {
  name: 'registration', label: both('registration'), hitPolicy: 'U', inputs: [{ expression: 'isValid', label: both('valid') }],
  outputs: [{ name: 'state', type: 'choice', label: both('state'), choices: choicesOf('valid', 'expired') }],
  rows: [{ id: 'v1', clause: '7.1', conditions: ['true'], results: ['"valid"'], note: both('one month') }, { id: 'v2', clause: '7.1', conditions: ['false'], results: ['"expired"'] }],
};

const ownership: PolicyModel = {
  key: 'ownership', point: 'reception.owner', label: both('Who owns the customer'), about: both('Registration decides'),
  facts: [
    { name: 'cameBefore', type: 'boolean', label: both('came before'), question: both('Did they come before?') },
    { name: 'wish', type: 'choice', label: both('wish'), choices: choicesOf('old', 'new'), isNullable: true },
    { name: 'visits', type: 'number', label: both('visits'), min: 0, max: 9, isWhole: true, unit: both('times') },
    { name: 'registeredOn', type: 'date', label: both('registered') }, { name: 'arrivedOn', type: 'date', label: both('arrived') },
  ],
  parameters: [{ name: 'months', type: 'number', label: both('months'), value: 1, clause: '7.1' }, { name: 'fullShare', type: 'number', label: both('share'), value: 100 }],
  derived: [{ name: 'isValid', type: 'boolean', label: both('valid'), expression: 'registeredOn + duration("P" + string(months) + "M") >= arrivedOn', clause: '7.1' }],
  tables: [registration, {
    name: 'owner', label: both('owner'), hitPolicy: 'F',
    inputs: [{ expression: 'cameBefore' }, { expression: 'registration.state' }, { expression: 'wish' }, { expression: 'visits' }],
    outputs: [{ name: 'share', type: 'number', label: both('share'), fallback: '1' }, { name: 'text', type: 'text', label: both('text') }],
    rows: [
      { id: 'o1', clause: '3.1', conditions: ['false', '-', '-', '< 5'], results: ['0', '"first, not registration.state"'] },
      { id: 'o2', clause: '3.6', conditions: ['-', '"valid"', 'not("new", null)', '-'], results: ['fullShare', 'registration.state'] },
      { id: 'o3', clause: '7.1', conditions: ['true', '-', '"old", null', '[1..3)'], results: ['fullShare / 2', 'if wish = null then "none" else wish'] },
    ],
  }],
  sums: [{ table: 'owner', outputs: ['share'], total: 100 }],
  clauses: [{ key: '3.1', text: both('first') }, { key: '3.6', text: both('registered'), isInterpretation: true }, { key: '7.1', text: both('a month') }],
  tests: [{ id: 't1', label: both('first visit'), facts: { cameBefore: false, visits: 0 }, clause: '3.1', results: { share: 0 } }],
};

describe('a policy as a DMN file and back (PL-40)', () => {
  test('any model comes back the same, also after another tool has saved the file', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(model, fc.boolean(), async (policy, format) => {
      const xml = toDmn(policy);
      expect((await fromDmn(xml)).model).toEqual(policy);
      expect((await fromDmn(await again(xml, format))).model).toEqual(policy);
    }), { numRuns: 120, seed: 20261122 });
  });

  test('a policy of the house comes back without a note', async () => {
    expect(await fromDmn(toDmn(ownership))).toEqual({ model: ownership, notes: [] });
    expect(await fromDmn(await again(toDmn(ownership), true))).toEqual({ model: ownership, notes: [] });
  });

  const situation = fc.record({
    cameBefore: fc.boolean(), wish: fc.constantFrom('old', 'new', null), visits: fc.integer({ min: 0, max: 9 }),
    registeredOn: fc.constantFrom('2026-01-31', '2026-03-01'), arrivedOn: fc.constantFrom('2026-02-28', '2026-03-01', '2026-04-02'),
  });

  test('the file means what the policy means: read as plain DMN it gives the same answers', async () => {
    const policy = compilePolicy(ownership);
    const { graph, notes } = buildGraph(await readDmn(toDmn(ownership)));
    expect(notes).toEqual([]);
    const compiled = compileGraph(graph);
    fc.assert(fc.property(situation, (facts) => {
      const given = Object.fromEntries(ownership.facts.map((each) => [each.name, toFeel(each.type, facts[each.name as keyof typeof facts])]));
      const { values, issues } = compiled.evaluate(given);
      const decision = decide(policy, facts);
      expect(issues).toEqual([]);
      expect(values.get('owner')).toEqual(decision.status === 'decided' ? decision.results : null);
    }), { numRuns: 300, seed: 20261122 });
  });

  test('what analysts change in another tool counts', async () => {
    const copied = /<rule id="table_2_rule_1">.*?<\/rule>/s.exec(toDmn(ownership))?.[0] ?? '';
    const xml = toDmn(ownership)
      .replace('<text>fullShare / 2</text>', '<text>fullShare / 4</text>').replace('<text>[1..3)</text>', '<text>registration</text>')
      .replace('"old", "new"', '"old", "new", "other"').replace('[0..9]', '[0..12]').replace('<text>3.6</text>', '<text>3.7</text>')
      .replace('<text>one month（中）</text>', '<text>two months</text>').replace('<text>100</text>', '<text>90</text>')
      .replace('</decisionTable>\n  </decision>\n  <dmndi', `${copied.replaceAll('_rule_1', '_rule_9')}</decisionTable></decision><dmndi`);
    const { model: changed, notes } = await fromDmn(xml);
    expect(changed.tables[1]?.rows.map(({ id, clause }) => `${id} ${clause}`)).toEqual(['o1 3.1', 'o2 3.7', 'o3 7.1', 'o1-2 3.1']);
    expect(changed.tables[1]?.rows[2]?.results[0]).toBe('fullShare / 4');
    expect(changed.tables[1]?.rows[2]?.conditions[3]).toBe('registration.state');
    expect(changed.tables[0]?.rows[0]?.note).toEqual({ 'zh-CN': 'two months', en: 'two months' });
    expect(changed.facts[1]?.choices).toEqual([...choicesOf('old', 'new'), { value: 'other', label: { 'zh-CN': 'other', en: 'other' } }]);
    expect(changed.facts[2]).toMatchObject({ min: 0, max: 12 });
    expect(changed.parameters[1]?.value).toBe(90);
    expect(notes.map((note) => `${note.code} ${note.place}`)).toEqual(['row-copied owner o1-2']);
  });

  test('every element of the content has a shape, and every requirement a line', () => {
    const xml = toDmn(ownership);
    const ids = (pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));
    expect(ids(/<dmndi:DMNShape [^>]*dmnElementRef="([^"]+)"/g)).toEqual(ids(/<(?:inputData|decision) id="([^"]+)"/g));
    expect(ids(/<dmndi:DMNEdge [^>]*dmnElementRef="([^"]+)"/g)).toEqual(ids(/<informationRequirement id="([^"]+)"/g));
    expect(ids(/<informationRequirement id="(derived[^"]+)"/g)).toEqual(['derived_1_needs_fact_4', 'derived_1_needs_fact_5', 'derived_1_needs_parameter_1']);
    expect(new Set([...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).size).toBeGreaterThan(50);
  });
});
