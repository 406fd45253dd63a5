import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../feel/calendar-date.ts';
import type { Scope } from '../feel/feel-value.ts';
import { buildGraph } from './build-graph.ts';
import { compileGraph } from './evaluate-graph.ts';
import { readDmn } from './read-dmn.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const file = (content: string, version = 'https://www.omg.org/spec/DMN/20230324/MODEL/') =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="${version}" id="d" name="n" namespace="urn:n">${content}</definitions>`;
const input = (name: string, type: string) => `<inputData id="i_${type}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
const expression = (name: string, text: string, needs = '', type = 'Any') =>
  `<decision id="d_${name.replaceAll(' ', '_')}" name="${name}"><variable name="${name}" typeRef="${type}"/>${needs}<literalExpression><text>${escape(text)}</text></literalExpression></decision>`;
const needsInput = (id: string) => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;
const needsDecision = (id: string) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;

async function run(xml: string, inputs: Scope) {
  const { graph, notes } = buildGraph(await readDmn(xml));
  const { values, issues } = compileGraph(graph).evaluate(inputs);
  return { values: Object.fromEntries(values), issues: issues.map((issue) => `${issue.node} ${issue.code}`), notes };
}

/** Three rows over one number; the second output only where two are asked for. */
function discounts(policy: string, { hasTwo = false, fallback = '', rows = [['> 10', '5'], ['> 20', '10'], ['> 5', '5']], more = '' } = {}): string {
  const output = `<output name="Discount rate" typeRef="number"><outputValues><text>10, 5, 7</text></outputValues>${fallback === '' ? '' : `<defaultOutputEntry><text>${fallback}</text></defaultOutputEntry>`}</output>`;
  const rules = rows.map(([condition = '', result = '']) =>
    `<rule><inputEntry><text>${escape(condition)}</text></inputEntry><outputEntry><text>${result}</text></outputEntry>${hasTwo ? '<outputEntry><text>"x" + Order label</text></outputEntry>' : ''}</rule>`);
  return file(`${input('Order size', 'number')}${input('Order label', 'string')}<decision id="t" name="Order discount"><variable name="Order discount"/>${needsInput('i_number')}${needsInput('i_string')}
    <decisionTable ${policy}><input><inputExpression><text>Order size</text></inputExpression>${more}</input>${output}${hasTwo ? '<output name="a/b"/>' : ''}${rules.join('')}</decisionTable></decision>`);
}

const discount = async (policy: string, size: number, options = {}) => {
  const { values, issues } = await run(discounts(policy, options), { 'Order size': size, 'Order label': 'y' });
  return issues.length > 0 ? issues.join() : values['Order discount'];
};

describe('DMN tables of any maker (PL-40)', () => {
  test.each([
    ['hitPolicy="UNIQUE"', 7, 5], ['hitPolicy="UNIQUE"', 11, 'Order discount conflict'], ['', 7, 5],
    ['hitPolicy="ANY"', 11, 5], ['hitPolicy="ANY"', 21, 'Order discount conflict'],
    ['hitPolicy="FIRST"', 21, 5], ['hitPolicy="PRIORITY"', 21, 10], ['hitPolicy="PRIORITY"', 11, 5],
    ['hitPolicy="RULE ORDER"', 21, [5, 10, 5]], ['hitPolicy="OUTPUT ORDER"', 21, [10, 5, 5]], ['hitPolicy="COLLECT"', 21, [5, 10, 5]],
    ['hitPolicy="COLLECT" aggregation="SUM"', 21, 20], ['hitPolicy="COLLECT" aggregation="COUNT"', 21, 2],
    ['hitPolicy="COLLECT" aggregation="MIN"', 21, 5], ['hitPolicy="COLLECT" aggregation="MAX"', 21, 10],
    ['hitPolicy="FIRST"', 1, null], ['hitPolicy="COLLECT"', 1, null], ['hitPolicy="COLLECT" aggregation="SUM"', 1, null],
  ])('%s, size %d: %j', async (policy, size, expected) => {
    expect(await discount(policy, size)).toEqual(expected);
  });

  test('two outputs, names with blanks and signs, a value when no row matches', async () => {
    expect(await discount('hitPolicy="FIRST"', 21, { hasTwo: true })).toEqual({ 'Discount rate': 5, 'a/b': 'xy' });
    expect(await discount('hitPolicy="COLLECT"', 11, { hasTwo: true })).toEqual([{ 'Discount rate': 5, 'a/b': 'xy' }, { 'Discount rate': 5, 'a/b': 'xy' }]);
    expect(await discount('hitPolicy="FIRST"', 1, { fallback: '7' })).toBe(7);
  });

  test('values beyond the allowed ones are null and named', async () => {
    expect(await discount('hitPolicy="FIRST"', 21, { rows: [['-', '6']] })).toBe('Order discount not-allowed');
    expect(await discount('hitPolicy="FIRST"', 21, { more: '<inputValues><text>[0..20]</text></inputValues>' })).toBe('Order discount not-allowed');
    const types = '<itemDefinition name="level"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>'
      + '<itemDefinition name="levels" isCollection="true"><typeRef>level</typeRef></itemDefinition>'
      + '<itemDefinition name="order"><itemComponent name="size of it"><typeRef>number</typeRef></itemComponent></itemDefinition>';
    const xml = file(`${types}${input('one', 'level')}${input('all of them', 'levels')}${input('order', 'order')}${expression('x', 'all of them[1] + one', needsInput('i_level') + needsInput('i_levels'))}${expression('y', 'order.size of it * 2', needsInput('i_order'), 'number')}`);
    expect(await run(xml, { one: 'A', 'all of them': ['B'], order: { 'size of it': 4 } })).toMatchObject({ values: { x: 'BA', y: 8 }, issues: [], notes: [] });
    expect(await run(xml, { one: ['A'], 'all of them': 'B', order: { 'size of it': '4' } })).toMatchObject({ values: { x: 'BA', y: null }, issues: ['order wrong-type'] });
    expect((await run(xml, { one: 'C', 'all of them': ['A', 'C'], order: 1 })).issues).toEqual(['one not-allowed', 'all of them not-allowed', 'order wrong-type']);
  });
});

describe('requirements', () => {
  test('decisions read decisions, functions call functions, and only what is required is seen', async () => {
    const fee = (id: string, name: string, parameters: string, text: string, calls = '') =>
      `<businessKnowledgeModel id="${id}" name="${name}">${calls}<encapsulatedLogic>${parameters}<literalExpression><text>${text}</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>`;
    const parameter = (name: string) => `<formalParameter name="${name}" typeRef="number"/>`;
    const calls = (id: string) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;
    const xml = file(input('price', 'number') + fee('f', 'with tax', parameter('net price'), 'half(net price) * 2 * 1.13', calls('g')) + fee('g', 'half', parameter('n'), 'n / 2')
      + expression('gross price', 'with tax(price)', needsInput('i_number') + calls('f')) + expression('text', '"to pay: " + string(gross price)', needsDecision('d_gross_price'))
      + expression('blind', 'price'));
    expect(await run(xml, { price: 100 })).toMatchObject({ values: { 'gross price': 112.99999999999999, text: 'to pay: 112.99999999999999', blind: null }, issues: [] });
  });

  test('a circle, FEEL that cannot be read and content that is not supported are null and named, and the rest goes on', async () => {
    const boxed = '<decision id="b" name="b"><context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context></decision>';
    const xml = file(expression('a', 'c', needsDecision('d_c')) + expression('c', 'a', needsDecision('d_a')) + expression('broken', '1 +') + boxed
      + expression('script', '1').replace('<literalExpression>', '<literalExpression expressionLanguage="javascript">') + expression('fine', 'date("2026-01-31") + duration("P1M")'));
    const { values, issues, notes } = await run(xml, {});
    expect(values).toEqual({ a: null, c: null, broken: null, b: null, script: null, fine: new CalendarDate('2026-02-28') });
    expect(issues).toEqual(['a cycle', 'broken failed', 'b no-logic', 'script no-logic']);
    expect(notes.map((note) => `${note.code} ${note.place}`)).toEqual(['boxed b Context', 'other-language script']);
  });

  test.each(['http://www.omg.org/spec/DMN/20151101/dmn.xsd', 'http://www.omg.org/spec/DMN/20180521/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/', 'https://www.omg.org/spec/DMN/20211108/MODEL/', 'https://www.omg.org/spec/DMN/20240513/MODEL/'])(
    'reads %s', async (version) => {
      expect(await run(file(expression('x', '1 + 1'), version), {})).toMatchObject({ values: { x: 2 }, notes: [] });
    });
});

describe('files that mean harm or nothing', () => {
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
  test.each([
    ['doctype', `${bomb}${file('')}`], ['doctype', file('').replace('?>', '?><!doctype definitions SYSTEM "file:///etc/passwd">')],
    ['too-large', file(`<!--${' '.repeat(5 * 1024 * 1024)}-->`)], ['too-large', file(`<!--${'客'.repeat(2 * 1024 * 1024)}-->`)],
    ['not-xml', ''], ['not-xml', 'policy'], ['not-xml', file('').replace('</definitions>', '')], ['not-xml', '\u0000\ufffd'],
    ['not-dmn', '<html/>'], ['not-dmn', '<definitions/>'], ['not-dmn', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
  ])('%s', async (code, xml) => {
    await expect(readDmn(xml)).rejects.toMatchObject({ code });
  });

  test('deep nests, strange names and endless types neither hang nor leak', async () => {
    const deep = file(`<extensionElements>${'<z:a xmlns:z="urn:z">'.repeat(50_000)}${'</z:a>'.repeat(50_000)}</extensionElements>`);
    expect((await run(deep, {})).notes.map((note) => note.code)).toEqual(['extension']);
    const parts = file(`<itemDefinition name="t">${'<itemComponent name="p">'.repeat(5_000)}${'</itemComponent>'.repeat(5_000)}</itemDefinition><itemDefinition name="u"><typeRef>v</typeRef></itemDefinition><itemDefinition name="v"><typeRef>u</typeRef></itemDefinition>${input('__proto__', 'u')}${expression('constructor', '1')}`);
    expect(await run(parts, {})).toMatchObject({ issues: [] });
    expect(Object.keys({})).toEqual([]);
  });

  test('any FEEL text and any damage to a file end in values or a named fault', { timeout: 120_000 }, async () => {
    const feel = fc.oneof(fc.string({ maxLength: 12 }), fc.array(fc.constantFrom('1', '"a', '"', '(', ')', '[', '..', 'if', 'then', 'Order size', 'not(', '-', '?', '{', '}', 'a:', 'for x in', ',', '@"P', '**'), { maxLength: 8 }).map((parts) => parts.join(' ')));
    const clean = feel.map((text) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ''));
    await fc.assert(fc.asyncProperty(clean, clean, async (condition, result) => {
      const xml = discounts('hitPolicy="FIRST"', { rows: [[condition, escape(result)]] });
      const { values } = await run(xml.replace('</definitions>', () => `${expression('free', condition)}</definitions>`), { 'Order size': 3, 'Order label': 'y' });
      expect(Object.keys(values)).toEqual(['Order discount', 'free']);
    }), { numRuns: 200, seed: 20261122 });
    const whole = discounts('hitPolicy="FIRST"');
    await fc.assert(fc.asyncProperty(fc.nat(whole.length), fc.nat(30), fc.constantFrom('', '<', '>', '"', '&', '&x;', '<a>', '</a>', '<![CDATA['), async (at, length, put) => {
      const outcome = await run(whole.slice(0, at) + put + whole.slice(at + length), { 'Order size': 3 }).catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome.name : 'values').toMatch(/^(?:values|DmnFault)$/);
    }), { numRuns: 200, seed: 20261122 });
  });
});
