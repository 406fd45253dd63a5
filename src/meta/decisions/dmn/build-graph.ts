import type { DecisionTable, HitPolicy, OutputColumn, Row } from '../decision-model.ts';
import type { DecisionGraph, GraphDecision, GraphFunction, GraphInput, GraphLogic, GraphTable, GraphType } from './decision-graph.ts';
import { childOf, childrenOf, foreignNames, targetOf, textOf, type DmnElement } from './dmn-element.ts';
import { dmnNote, type DmnNote } from './dmn-notes.ts';
import { baseOf, choicesOf, factTypeOf, listedValues } from './graph-types.ts';
import type { DmnFile } from './read-dmn.ts';

/** A graph and what of its file it does not hold. */
export interface BuiltGraph {
  readonly graph: DecisionGraph;
  readonly notes: readonly DmnNote[];
}

const bilingual = (text: string) => ({ 'zh-CN': text, en: text });
/** The name of an output that has none: its table has no other. */
const onlyOutput = 'result';

/** Builds the decision graph of a DMN file (PL-40). What it cannot hold becomes a note. */
export function buildGraph({ root, unread }: DmnFile): BuiltGraph {
  const notes: DmnNote[] = unread.map((text) => dmnNote('unread', text));
  const elements = childrenOf(root, 'drgElement');
  const types = childrenOf(root, 'itemDefinition').map((item) => typeOf(item, 0));
  const of = (type: string) => elements.filter((element) => element.$type === type);
  const known = new Set(['dmn:InputData', 'dmn:Decision', 'dmn:BusinessKnowledgeModel']);
  for (const element of [...elements, ...childrenOf(root, 'artifact'), ...childrenOf(root, 'import'), ...childrenOf(root, 'businessContextElement')]) {
    if (!known.has(element.$type)) notes.push(dmnNote('element', `${element.$type.replace('dmn:', '')} ${nameOf(element)}`.trim()));
    if (['question', 'allowedAnswers', 'description'].some((name) => (textOf(element, name) ?? '') !== '')) notes.push(dmnNote('wording', nameOf(element)));
  }
  for (const name of foreignNames(root)) notes.push(dmnNote('extension', name));
  const graph: DecisionGraph = {
    name: textOf(root, 'name') ?? '',
    types,
    inputs: of('dmn:InputData').map(nodeOf),
    decisions: of('dmn:Decision').map((element) => decisionOf(element, types, notes)),
    functions: of('dmn:BusinessKnowledgeModel').map((element) => functionOf(element, types, notes)),
  };
  return { graph, notes };
}

const nameOf = (element: DmnElement) => textOf(childOf(element, 'variable'), 'name') ?? textOf(element, 'name') ?? '';

function nodeOf(element: DmnElement): GraphInput {
  return { id: textOf(element, 'id') ?? nameOf(element), name: nameOf(element), type: textOf(childOf(element, 'variable'), 'typeRef') };
}

const maxDepth = 20;

function typeOf(item: DmnElement, depth: number): GraphType {
  return {
    name: textOf(item, 'name') ?? '',
    base: textOf(item, 'typeRef'),
    isCollection: item['isCollection'] === true,
    allowed: textOf(childOf(item, 'allowedValues'), 'text'),
    parts: depth < maxDepth ? childrenOf(item, 'itemComponent').map((part) => typeOf(part, depth + 1)) : [],
  };
}

function decisionOf(element: DmnElement, types: readonly GraphType[], notes: DmnNote[]): GraphDecision {
  const node = nodeOf(element);
  const needs = childrenOf(element, 'informationRequirement')
    .flatMap((each) => [childOf(each, 'requiredInput'), childOf(each, 'requiredDecision')]).filter((each) => each !== null);
  const logic = logicOf(childOf(element, 'decisionLogic'), node, types, notes);
  return { ...node, logic, needs: targets(needs, node, notes), calls: callsOf(element, node, notes) };
}

const callsOf = (element: DmnElement, node: GraphInput, notes: DmnNote[]) =>
  targets(childrenOf(element, 'knowledgeRequirement').flatMap((each) => childOf(each, 'requiredKnowledge') ?? []), node, notes);

function targets(references: readonly DmnElement[], node: GraphInput, notes: DmnNote[]): string[] {
  return references.flatMap((reference) => {
    const target = targetOf(reference);
    if (target === null) notes.push(dmnNote('other-file', `${node.name} ${textOf(reference, 'href') ?? ''}`));
    return target ?? [];
  });
}

function functionOf(element: DmnElement, types: readonly GraphType[], notes: DmnNote[]): GraphFunction {
  const node = nodeOf(element);
  const definition = childOf(element, 'encapsulatedLogic');
  const parameters = childrenOf(definition, 'formalParameter').map((each) => ({ name: textOf(each, 'name') ?? '', type: textOf(each, 'typeRef') }));
  return { ...node, parameters, logic: logicOf(childOf(definition, 'body'), node, types, notes), calls: callsOf(element, node, notes) };
}

function logicOf(element: DmnElement | null, node: GraphInput, types: readonly GraphType[], notes: DmnNote[]): GraphLogic | null {
  if (element?.$type === 'dmn:DecisionTable') return tableOf(element, node, types, notes);
  const language = textOf(element, 'expressionLanguage');
  if (element?.$type === 'dmn:LiteralExpression' && (language === null || /feel/i.test(language))) return { kind: 'expression', text: textOf(element, 'text') ?? '' };
  if (element?.$type === 'dmn:LiteralExpression') notes.push(dmnNote('other-language', node.name));
  else notes.push(element ? dmnNote('boxed', `${node.name} ${element.$type.replace('dmn:', '')}`) : dmnNote('no-logic', node.name));
  return null;
}

const policies: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'U', ANY: 'A', FIRST: 'F', PRIORITY: 'P', 'RULE ORDER': 'R', 'OUTPUT ORDER': 'O', COLLECT: 'C',
  'COLLECT SUM': 'C+', 'COLLECT COUNT': 'C#', 'COLLECT MIN': 'C<', 'COLLECT MAX': 'C>',
};

function tableOf(element: DmnElement, node: GraphInput, types: readonly GraphType[], notes: DmnNote[]): GraphTable {
  const inputs = childrenOf(element, 'input');
  const outputs = childrenOf(element, 'output');
  const isSingle = outputs.length === 1;
  const policy = `${textOf(element, 'hitPolicy') ?? 'UNIQUE'} ${textOf(element, 'aggregation') ?? ''}`.trim();
  const typeNames = outputs.map((output) => textOf(output, 'typeRef') ?? (isSingle ? node.type : partType(types, node.type, textOf(output, 'name'))));
  const allowed = outputs.map((output, index) => textOf(childOf(output, 'outputValues'), 'text') ?? allowedByType(types, typeNames[index] ?? null));
  const table: DecisionTable = {
    name: node.name,
    label: bilingual(textOf(element, 'outputLabel') ?? node.name),
    hitPolicy: policies[policy] ?? 'U',
    inputs: inputs.map((input) => ({ expression: textOf(childOf(input, 'inputExpression'), 'text') ?? '' })),
    outputs: outputs.map((output, index) => outputOf(output, baseOf(types, typeNames[index] ?? null), allowed[index] ?? null, notes)),
    rows: childrenOf(element, 'rule').map(rowOf),
  };
  return { kind: 'table', table, inputsAllowed: inputs.map((input) => textOf(childOf(input, 'inputValues'), 'text')), outputsAllowed: allowed, isSingle };
}

const allowedByType = (types: readonly GraphType[], name: string | null) => types.find((type) => type.name === name)?.allowed ?? null;
const partType = (types: readonly GraphType[], whole: string | null, part: string | null) =>
  types.find((type) => type.name === whole)?.parts.find((each) => each.name === part)?.base ?? null;

function outputOf(output: DmnElement, base: string | null, allowed: string | null, notes: DmnNote[]): OutputColumn {
  const name = textOf(output, 'name') ?? onlyOutput;
  const fallback = textOf(childOf(output, 'defaultOutputEntry'), 'text');
  const values = listedValues(allowed);
  const type = base === null || base === 'Any' ? 'text' : factTypeOf(base);
  if (type === null) notes.push(dmnNote('type', `${name} ${base ?? ''}`));
  return {
    name,
    type: type ?? 'text',
    label: bilingual(textOf(output, 'label') ?? name),
    ...(values ? { choices: choicesOf(values) } : {}),
    ...(fallback === null ? {} : { fallback }),
  };
}

function rowOf(rule: DmnElement, index: number): Row {
  const texts = (name: string) => childrenOf(rule, name).map((entry) => textOf(entry, 'text') ?? '');
  return { id: textOf(rule, 'id') ?? `row ${index + 1}`, clause: '', conditions: texts('inputEntry'), results: texts('outputEntry') };
}
