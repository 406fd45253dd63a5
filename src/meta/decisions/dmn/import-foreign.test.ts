import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../compiled-policy.ts';
import { decide } from '../decide.ts';
import type { PolicyModel } from '../decision-model.ts';
import { findFaults } from '../model-faults.ts';
import { fromDmn } from './from-dmn.ts';
import { toDmn } from './to-dmn.ts';

const needs = (...ids: string[]) => ids.map((id) => `<informationRequirement><required${id.startsWith('i') ? 'Input' : 'Decision'} href="#${id}"/></informationRequirement>`).join('');
const rule = (...texts: string[]) => `<rule>${texts.slice(0, -1).map((text) => `<inputEntry><text>${text}</text></inputEntry>`).join('')}<outputEntry><text>${texts.at(-1) ?? ''}</text></outputEntry>`;

/** Names with blanks, a structure, a chain of decisions, and one of each thing that a policy cannot hold. */
const foreign = `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20211108/MODEL/" xmlns:tool="urn:tool" id="d" name="Loan check 2" namespace="urn:x" tool:logo="a">
  <description>Who may borrow</description>
  <itemDefinition name="Person"><itemComponent name="year born"><typeRef>number</typeRef></itemComponent><itemComponent name="level"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemComponent></itemDefinition>
  <itemDefinition name="Tags" isCollection="true"><typeRef>string</typeRef></itemDefinition>
  <itemDefinition name="Odd"><typeRef>string</typeRef><allowedValues><text>matches(?, "x")</text></allowedValues></itemDefinition>
  <decision id="d_final" name="Final answer"><question>May they?</question><variable name="Final answer" typeRef="string"/>${needs('d_risk', 'i_person', 'i_sum', 'i_odd')}
    <decisionTable hitPolicy="FIRST"><input label="Risk"><inputExpression><text>Risk class</text></inputExpression></input><input><inputExpression><text>applicant.level</text></inputExpression></input>
      <input><inputExpression><text>sum asked</text></inputExpression><inputValues><text>[0..1000]</text></inputValues></input><output name="Final answer" typeRef="string"><outputValues><text>"yes","no"</text></outputValues></output>
      <annotation name="Why"/><annotation name="Clause no"/>
      ${rule('"high"', '-', '-', '"no"')}<annotationEntry><text>too risky</text></annotationEntry><annotationEntry><text>4.2</text></annotationEntry></rule>
      ${rule('-', '"A"', '&lt; 500', '"yes"')}</rule>${rule('-', '-', '-', 'if Risk class = "low" then "yes" else "no"')}</rule></decisionTable></decision>
  <decision id="d_risk" name="Risk class"><variable name="Risk class" typeRef="string"/>${needs('i_person', 'd_age')}
    <decisionTable tool:colour="red"><input><inputExpression><text>age in years</text></inputExpression></input><output typeRef="string"/>${rule('&lt; 25', '"high"')}</rule>${rule('&gt;= 25', '"low"')}</rule></decisionTable></decision>
  <decision id="d_age" name="age in years"><variable name="age in years" typeRef="number"/>${needs('i_person')}<literalExpression><text>2026 - applicant.year born</text></literalExpression></decision>
  <decision id="d_list" name="a list"><list><literalExpression><text>1</text></literalExpression></list></decision>
  <decision id="d_after" name="after"><variable name="after" typeRef="string"/>${needs('d_final')}<literalExpression><text>"it is " + Final answer</text></literalExpression></decision>
  <businessKnowledgeModel id="b" name="score"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
  <knowledgeSource id="k" name="Law"/>
  <inputData id="i_person" name="applicant"><variable name="applicant" typeRef="Person"/></inputData><inputData id="i_sum" name="sum asked"><variable name="sum asked" typeRef="number"/></inputData>
  <inputData id="i_odd" name="odd"><variable name="odd" typeRef="Odd"/></inputData><inputData id="i_tags" name="tags"><variable name="tags" typeRef="Tags"/></inputData><inputData id="i_time" name="at"><variable name="at" typeRef="time"/></inputData>
  <textAnnotation id="ta"><text>note</text></textAnnotation></definitions>`;

describe('a foreign DMN file as a policy (PL-40)', () => {
  test('gives what a policy can hold', async () => {
    const { model } = await fromDmn(foreign);
    expect(model).toMatchObject({ key: 'loan-check-2', label: { 'zh-CN': 'Loan check 2' }, about: { en: 'Who may borrow' } });
    expect(model.facts.map(({ name, type, min, max, choices }) => [name, type, min, max, choices?.map((each) => each.value)])).toEqual([
      ['applicant_year_born', 'number', undefined, undefined, undefined], ['applicant_level', 'choice', undefined, undefined, ['A', 'B']],
      ['sum_asked', 'number', 0, 1_000, undefined], ['odd', 'text', undefined, undefined, undefined], ['tags', 'choices', undefined, undefined, []], ['at', 'text', undefined, undefined, undefined],
    ]);
    expect(model.derived.map(({ name, expression }) => `${name} := ${expression}`)).toEqual(['age_in_years := 2026 - applicant_year_born', 'after := "it is " + Final_answer.Final_answer']);
    expect(model.tables.map((table) => [table.name, table.hitPolicy, table.inputs.map((each) => each.expression)])).toEqual([
      ['Risk_class', 'U', ['age_in_years']], ['Final_answer', 'F', ['Risk_class.result', 'applicant_level', 'sum_asked']],
    ]);
    expect(model.tables[1]?.rows.map(({ clause, note, results }) => [clause, note?.en, results[0]])).toEqual([
      ['4.2', 'Why: too risky', '"no"'], ['Final_answer', undefined, '"yes"'], ['Final_answer', undefined, 'if Risk_class.result = "low" then "yes" else "no"'],
    ]);
    expect(findFaults(model)).toEqual([]);
  });

  test('decides', async () => {
    const { model } = await fromDmn(foreign);
    const policy = compilePolicy(model);
    const answer = (born: number, level: string, sum: number) => {
      const decision = decide(policy, { applicant_year_born: born, applicant_level: level, sum_asked: sum });
      return decision.status === 'decided' ? `${decision.clause} ${String(decision.results['Final_answer'])}` : decision.status;
    };
    expect([answer(2010, 'A', 1), answer(1990, 'A', 1), answer(1990, 'B', 900), answer(1990, 'C', 1)]).toEqual(['4.2 no', 'Final_answer yes', 'Final_answer yes', 'refused']);
  });

  test('and a note for everything else', async () => {
    const { notes } = await fromDmn(foreign);
    expect(notes.map((note) => `${note.code} ${note.place}`).toSorted()).toEqual([
      'after-table after', 'allowed odd: matches(?, "x")', 'boxed a list List', 'element KnowledgeSource Law', 'element TextAnnotation', 'extension tool:colour', 'extension tool:logo', 'function score',
      'new-clause 4.2', 'new-clause Final_answer', 'new-clause Risk_class', 'no-clause Final_answer', 'no-clause Risk_class',
      'renamed Final answer → Final_answer', 'renamed Risk class → Risk_class', 'renamed age in years → age_in_years', 'renamed applicant.level → applicant_level',
      'renamed applicant.year born → applicant_year_born', 'renamed sum asked → sum_asked', 'type at time', 'wording Final answer',
      'renamed Final answer → Final_answer',
    ].toSorted());
    expect(notes.every((note) => note.text['zh-CN'] !== '' && note.text.en !== '')).toBe(true);
  });

  test('an empty table, an empty file and unreadable FEEL still come in', async () => {
    const empty = (content: string) => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="" namespace="n">${content}</definitions>`;
    expect((await fromDmn(empty(''))).model).toMatchObject({ key: 'policy', facts: [], tables: [] });
    const { model } = await fromDmn(empty('<decision id="t" name="t"><decisionTable/></decision>'));
    expect(model.tables).toMatchObject([{ name: 't', hitPolicy: 'U', inputs: [], outputs: [], rows: [] }]);
    expect(decide(compilePolicy(model), {})).toMatchObject({ status: 'undecided' });
    const broken = await fromDmn(empty(`<decision id="t" name="t"><decisionTable><input/><output/>${rule('&gt;&gt; 1', '1 +')}</rule></decisionTable></decision>`));
    expect(findFaults(broken.model).map((fault) => fault.code)).toContain('not-feel');
  });

  test.each([['(', 3_900], ['1+', 1_900], ['not(', 200], ['if ', 300], ['\\"', 1_000], ['[', 1_000]])('cells of %s times %d are named as faults and stop nothing', async (part, times) => {
    const text = part.repeat(times);
    const { model } = await fromDmn(foreign.replace('&lt; 25', () => text).replace('"A","B"', () => text).replace('2026 - ', () => text));
    const policy = compilePolicy(model);
    expect(decide(policy, { applicant_year_born: 2010, applicant_level: 'A', sum_asked: 1 }).status).not.toBe('decided');
    expect(findFaults(model).length).toBeGreaterThan(0);
  });
});

test('a cell that nobody could read is refused with the file, and so are thousands of elements', async () => {
  await expect(fromDmn(foreign.replace('<textAnnotation', () => `${Array.from({ length: 2_000 }, (_, index) => `<inputData id="x${index}" name="x"/>`).join('')}<textAnnotation`))).rejects.toMatchObject({ code: 'too-large' });
  await expect(fromDmn(foreign.replace('&lt; 25', '1'.repeat(4_001)))).rejects.toMatchObject({ code: 'too-large' });
});

const rowCount = 2_000;
const large: PolicyModel = {
  key: 'large', point: '', label: { 'zh-CN': '大', en: 'large' }, about: { 'zh-CN': '', en: '' },
  facts: ['a', 'b', 'c'].map((name) => ({ name, type: 'number', label: { 'zh-CN': name, en: name } })), parameters: [], derived: [], sums: [], tests: [],
  clauses: [{ key: '1', text: { 'zh-CN': '一', en: 'one' } }],
  tables: [{
    name: 'rate', label: { 'zh-CN': '率', en: 'rate' }, hitPolicy: 'F', inputs: ['a', 'b', 'c'].map((expression) => ({ expression })),
    outputs: [{ name: 'value', type: 'number', label: { 'zh-CN': '值', en: 'value' } }],
    rows: Array.from({ length: rowCount }, (_, index) => ({ id: `r${index}`, clause: '1', conditions: [`[${index}..${index + 1})`, `< ${index + 5}`, 'not(7, 8)'], results: [`${index} * 2`] })),
  }],
};

test('a table of 2 000 rows is written, read, compiled and run in a time that nobody notices', async () => {
  const timed = async <T>(run: () => T | Promise<T>): Promise<[T, number]> => {
    // Processor time: other work on the machine is not in it.
    const started = process.cpuUsage();
    const value = await run();
    return [value, process.cpuUsage(started).user / 1_000];
  };
  const [xml, write] = await timed(() => toDmn(large));
  const [read, readTime] = await timed(() => fromDmn(xml));
  const [policy, compile] = await timed(() => compilePolicy(read.model));
  const facts = { a: 1_999, b: 3, c: 4 };
  const [decision, first] = await timed(() => decide(policy, facts));
  const [, ten] = await timed(() => Array.from({ length: 10 }, () => decide(policy, facts)));
  const figures = { bytes: xml.length, write, read: readTime, compile, first, each: ten / 10 };
  expect(read.model).toEqual(large);
  expect(decision).toMatchObject({ status: 'decided', row: 'r1999', results: { value: 3_998 } });
  expect(figures.write + figures.read + figures.compile, JSON.stringify(figures)).toBeLessThan(30_000);
  expect(figures.each, JSON.stringify(figures)).toBeLessThan(1_000);
});
