import { Decimal } from 'decimal.js';
import type { DecisionTable, DerivedFact, Fact, FactType, OutputColumn, Parameter, PolicyModel, Row } from '../decision-model.ts';
import { diagramOf, requirementId, type DiagramNode } from './dmn-diagram.ts';
import { namesRead, renameIn, type Renaming } from './feel-names.ts';
import { extensions, own, ownBilingual, ownChoices, ownText, zhikeNamespace } from './policy-extension.ts';
import { feelForFile, namesForFile, namesFromFile } from './policy-names.ts';
import { cleanText, node, writeXml, type XmlNode } from './xml-writer.ts';

/** The annotation columns that analysts see and edit in other tools. */
export const clauseColumn = 'Clause 条款';
export const noteColumn = 'Note 说明';

const feelTypes: Readonly<Record<FactType, string>> = { boolean: 'boolean', choice: 'string', choices: 'string', text: 'string', number: 'number', date: 'date', dateTime: 'dateTime' };
export const feelTypeOf = (type: FactType): string => feelTypes[type];

/** What the parts of a file are written with. */
interface Writing {
  readonly model: PolicyModel;
  readonly names: readonly Renaming[];
  readonly back: readonly Renaming[];
}

/**
 * Writes a policy as DMN 1.3 with a diagram (PL-40). Tables, expressions and allowed values stand in the standard's own places;
 * labels, clauses, tests and sums in elements of the namespace `zhike`. `fromDmn` gives the same model back.
 */
export function toDmn(model: PolicyModel): string {
  const writing: Writing = { model, names: namesForFile(model), back: namesFromFile(model) };
  const facts = model.facts.map((fact, index) => ({ id: `fact_${index + 1}`, name: fact.name, isInput: true, xml: factNode(fact, `fact_${index + 1}`) }));
  const rest = [
    ...model.parameters.map((each, index) => ({ id: `parameter_${index + 1}`, name: each.name, texts: [], write: (needs: XmlNode[]) => parameterNode(each, `parameter_${index + 1}`, needs) })),
    ...model.derived.map((each, index) => ({ id: `derived_${index + 1}`, name: each.name, texts: [each.expression], write: (needs: XmlNode[]) => derivedNode(writing, each, `derived_${index + 1}`, needs) })),
    ...model.tables.map((each, index) => ({ id: `table_${index + 1}`, name: each.name, texts: textsOf(each), write: (needs: XmlNode[]) => tableNode(writing, each, `table_${index + 1}`, needs) })),
  ];
  const all = [...facts, ...rest];
  const decisions = rest.map((each) => {
    const read = namesRead(each.texts, all.map((other) => other.name));
    return { ...each, needs: all.filter((other) => other.id !== each.id && read.has(other.name)) };
  });
  const shapes: DiagramNode[] = [...facts.map(({ id }) => ({ id, isInput: true, needs: [] })), ...decisions.map(({ id, needs }) => ({ id, isInput: false, needs: needs.map((other) => other.id) }))];
  return writeXml(node('definitions', {
    xmlns: 'https://www.omg.org/spec/DMN/20191111/MODEL/', 'xmlns:dmndi': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
    'xmlns:dc': 'http://www.omg.org/spec/DMN/20180521/DC/', 'xmlns:di': 'http://www.omg.org/spec/DMN/20180521/DI/', 'xmlns:zhike': zhikeNamespace,
    id: 'policy', name: cleanText(model.label['zh-CN'] || model.key), namespace: zhikeNamespace, exporter: 'Zhike',
  }, [
    extensions([policyExtension(model)]),
    ...model.facts.map(itemOf), ...model.tables.map(tableItem),
    ...facts.map((each) => each.xml),
    ...decisions.map((each) => each.write(each.needs.map((other) => requirement(each.id, other.id, 'isInput' in other)))),
    diagramOf(shapes),
  ]));
}

function requirement(from: string, to: string, isInput: boolean): XmlNode {
  return node('informationRequirement', { id: requirementId(from, to) }, [node(isInput ? 'requiredInput' : 'requiredDecision', { href: `#${to}` })]);
}

const textsOf = (table: DecisionTable) =>
  [...table.inputs.map((input) => input.expression), ...table.rows.flatMap((row) => [...row.conditions, ...row.results]), ...table.outputs.map((output) => output.fallback ?? '')];

function policyExtension(model: PolicyModel): XmlNode {
  return own('policy', { key: model.key, point: model.point }, [
    ownBilingual('label', model.label),
    ownBilingual('about', model.about),
    ...model.clauses.map(({ key, text, isInterpretation }) => own('clause', { key, isInterpretation }, [ownBilingual('text', text)])),
    ...model.sums.map(({ table, outputs, total }) => own('sum', { table, total }, outputs.map((name) => own('output', { name })))),
    ...model.tests.map(({ id, clause, label, facts, results }) =>
      own('test', { id, clause }, [ownBilingual('label', label), ownText('facts', JSON.stringify(facts)), ownText('results', JSON.stringify(results))])),
  ]);
}

const quote = (text: string) => cleanText(JSON.stringify(text));

/** Allowed values of a fact as unary tests; null when anything goes. */
function allowedOf({ type, choices, min, max }: Fact): string | null {
  if (choices && choices.length > 0) return choices.map((choice) => literalOf(type, choice.value)).join(', ');
  if (min !== undefined && max !== undefined) return `[${feelNumber(min)}..${feelNumber(max)}]`;
  if (min !== undefined) return `>= ${feelNumber(min)}`;
  return max === undefined ? null : `<= ${feelNumber(max)}`;
}

const itemName = (name: string) => `t_${cleanText(name)}`;

function itemOf(fact: Fact): XmlNode | null {
  const allowed = allowedOf(fact);
  if (allowed === null && fact.type !== 'choices') return null;
  return node('itemDefinition', { name: itemName(fact.name), isCollection: fact.type === 'choices' ? 'true' : undefined },
    [node('typeRef', {}, [feelTypes[fact.type]]), allowed === null ? null : node('allowedValues', {}, [node('text', {}, [allowed])])]);
}

function tableItem(table: DecisionTable): XmlNode | null {
  if (table.outputs.length < 2 || !isOneHit(table)) return null;
  return node('itemDefinition', { name: itemName(table.name) },
    table.outputs.map((output) => node('itemComponent', { name: cleanText(output.name) }, output.type === 'choices' ? [] : [node('typeRef', {}, [feelTypes[output.type]])])));
}

const isOneHit = (table: DecisionTable) => ['U', 'A', 'F', 'P'].includes(table.hitPolicy);

function factNode(fact: Fact, id: string): XmlNode {
  const typeRef = itemOf(fact) ? itemName(fact.name) : feelTypes[fact.type];
  const { name, type, min, max, isWhole, isNullable } = fact;
  return node('inputData', { id, name: cleanText(name), label: cleanText(fact.label['zh-CN']) }, [
    extensions([own('fact', { name, type, min, max, isWhole, isNullable }, [ownBilingual('label', fact.label), ownBilingual('question', fact.question), ownBilingual('unit', fact.unit), ownChoices(fact.choices)])]),
    node('variable', { id: `${id}_variable`, name: cleanText(name), typeRef }),
  ]);
}

function decisionNode(id: string, name: string, label: string, typeRef: string | undefined, [extension, ...content]: readonly (XmlNode | null)[]): XmlNode {
  return node('decision', { id, name: cleanText(name), label: cleanText(label) }, [extensions([extension ?? null]), node('variable', { id: `${id}_variable`, name: cleanText(name), typeRef }), ...content]);
}

function parameterNode({ name, type, label, value, unit, clause }: Parameter, id: string, needs: XmlNode[]): XmlNode {
  const text = typeof value === 'number' ? feelNumber(value) : typeof value === 'string' ? quote(value) : String(value);
  return decisionNode(id, name, label['zh-CN'], feelTypes[type], [
    own('parameter', { name, type, clause, value: typeof value === 'string' ? value : undefined }, [ownBilingual('label', label), ownBilingual('unit', unit)]),
    ...needs, node('literalExpression', { id: `${id}_value` }, [node('text', {}, [text])]),
  ]);
}

/** FEEL knows no exponents. */
const feelNumber = (value: number) => (Object.is(value, -0) ? '-0' : new Decimal(value).toFixed());

function derivedNode(writing: Writing, { name, type, label, expression, choices, isNullable, clause }: DerivedFact, id: string, needs: XmlNode[]): XmlNode {
  return decisionNode(id, name, label['zh-CN'], type === 'choices' ? undefined : feelTypes[type], [
    own('derived', { name, type, isNullable, clause }, [ownBilingual('label', label), ownChoices(choices)]),
    ...needs, feelNode(writing, 'literalExpression', expression, `${id}_expression`),
  ]);
}

/** A FEEL text in its element, with our own wording beside it where the file's would not lead back to it. */
function feelNode({ names, back }: Writing, tag: string, text: string, id: string, attributes: Readonly<Record<string, string | undefined>> = {}): XmlNode {
  const written = feelForFile(text, names);
  const source = renameIn(written, back) === text ? null : own('source', { text });
  return node(tag, { id, ...attributes }, [extensions([source]), node('text', {}, [written])]);
}

const policyWords = { U: 'UNIQUE', A: 'ANY', F: 'FIRST', P: 'PRIORITY', R: 'RULE ORDER', O: 'OUTPUT ORDER', C: 'COLLECT', 'C+': 'COLLECT', 'C#': 'COLLECT', 'C<': 'COLLECT', 'C>': 'COLLECT' } as const;
const aggregations: Readonly<Record<string, string>> = { 'C+': 'SUM', 'C#': 'COUNT', 'C<': 'MIN', 'C>': 'MAX' };

function tableNode(writing: Writing, table: DecisionTable, id: string, needs: XmlNode[]): XmlNode {
  const [first] = table.outputs;
  const typeRef = !isOneHit(table) || !first ? undefined : table.outputs.length > 1 ? itemName(table.name) : outputType(first);
  const inputs = table.inputs.map(({ expression, label }, index) => node('input', { id: `${id}_input_${index + 1}`, label: label && cleanText(label['zh-CN']) }, [
    extensions([label ? own('input', {}, [ownBilingual('label', label)]) : null]),
    feelNode(writing, 'inputExpression', expression, `${id}_input_${index + 1}_expression`, { typeRef: inputType(writing.model, expression) }),
  ]));
  return decisionNode(id, table.name, table.label['zh-CN'], typeRef, [
    own('table', { name: table.name }, [ownBilingual('label', table.label)]),
    ...needs,
    node('decisionTable', { id: `${id}_table`, hitPolicy: policyWords[table.hitPolicy], aggregation: aggregations[table.hitPolicy], outputLabel: cleanText(table.label['zh-CN']) }, [
      ...inputs,
      ...table.outputs.map((output, index) => outputNode(writing, output, `${id}_output_${index + 1}`)),
      node('annotation', { name: clauseColumn }), node('annotation', { name: noteColumn }),
      ...table.rows.map((row, index) => rowNode(writing, row, `${id}_rule_${index + 1}`)),
    ]),
  ]);
}

const outputType = (output: OutputColumn) => (output.type === 'choices' ? undefined : feelTypes[output.type]);

function inputType(model: PolicyModel, expression: string): string | undefined {
  const named = [...model.facts, ...model.derived].find((each) => each.name === expression);
  return named && named.type !== 'choices' ? feelTypes[named.type] : undefined;
}

function outputNode(writing: Writing, output: OutputColumn, id: string): XmlNode {
  const { name, type, label, choices, unit, fallback } = output;
  const allowed = choices && choices.length > 0 ? choices.map((choice) => literalOf(type, choice.value)).join(', ') : null;
  return node('output', { id, name: cleanText(name), label: cleanText(label['zh-CN']), typeRef: outputType(output) }, [
    extensions([own('output', { name, type }, [ownBilingual('label', label), ownBilingual('unit', unit), ownChoices(choices)])]),
    allowed === null ? null : node('outputValues', { id: `${id}_values` }, [node('text', {}, [allowed])]),
    fallback === undefined ? null : feelNode(writing, 'defaultOutputEntry', fallback, `${id}_default`),
  ]);
}

/** A choice of a number or a truth is that value, not a text. */
function literalOf(type: FactType, value: string): string {
  if (type === 'number' && value.trim() !== '' && !Number.isNaN(Number(value))) return value;
  return type === 'boolean' && (value === 'true' || value === 'false') ? value : quote(value);
}

function rowNode(writing: Writing, row: Row, id: string): XmlNode {
  return node('rule', { id }, [
    extensions([own('row', { id: row.id, clause: row.clause }, [ownBilingual('note', row.note)])]),
    ...row.conditions.map((text, index) => feelNode(writing, 'inputEntry', text, `${id}_if_${index + 1}`)),
    ...row.results.map((text, index) => feelNode(writing, 'outputEntry', text, `${id}_then_${index + 1}`)),
    annotation(row.clause), annotation(row.note?.['zh-CN'] ?? ''),
  ]);
}

const annotation = (text: string) => node('annotationEntry', {}, [node('text', {}, [cleanText(text)])]);
