import type { Clause, DecisionTable, DerivedFact, Fact, FactValues, Parameter, PolicyModel, PolicyTest, SumCheck } from '../decision-model.ts';
import { buildGraph } from './build-graph.ts';
import type { DecisionGraph, GraphDecision } from './decision-graph.ts';
import { childrenOf, extensionsOf, textOf, type DmnElement } from './dmn-element.ts';
import { dmnNote, type DmnNote } from './dmn-notes.ts';
import { namesRead, plainName, type Renaming } from './feel-names.ts';
import { baseOf } from './graph-types.ts';
import { importNames, type ImportNames } from './import-names.ts';
import { both, derivedFrom, factFrom, feelFrom, parameterFrom } from './import-pieces.ts';
import { tableFrom } from './import-table.ts';
import { attributeOf, bilingualOf, bodyOf, numberOf, ownAmong, ownChildren, parseJson, truthOf } from './policy-extension.ts';
import { namesForFile, namesFromFile } from './policy-names.ts';
import { DmnFault, readDmn } from './read-dmn.ts';
import { cleanText } from './xml-writer.ts';

/** A model read from a file, and everything of the file that it does not say. */
export interface ImportedPolicy {
  readonly model: PolicyModel;
  readonly notes: readonly DmnNote[];
}

const maxElements = 2_000;

/**
 * Reads a policy from DMN (PL-40). A file of ours gives the very same model back, also after another tool has saved it; changes made
 * there count. A foreign file gives what a policy can hold, and a note for all the rest. Throws DmnFault for hostile or unreadable texts.
 */
export async function fromDmn(xml: string): Promise<ImportedPolicy> {
  const file = await readDmn(xml);
  // Far beyond any policy, and near enough that names stay quick to tell apart.
  if (childrenOf(file.root, 'drgElement').length > maxElements) throw new DmnFault('too-large', `${maxElements} elements`);
  const { graph, notes: found } = buildGraph(file);
  const notes: DmnNote[] = [...found, ...graph.functions.map((each) => dmnNote('function', each.name))];
  const elements = new Map(childrenOf(file.root, 'drgElement').map((element) => [textOf(element, 'id') ?? textOf(element, 'name') ?? '', element]));
  const names = importNames(graph, ownNames(elements), notes);
  const allowed = allowedInTables(graph);
  const facts = names.inputs.map((input) => factFrom(elements.get(input.id) ?? null, input, allowed.get(input.path) ?? [], notes));
  const others = [...allowed].filter(([path]) => !names.inputs.some((input) => input.path === path));
  notes.push(...others.flatMap(([path, texts]) => texts.map((text) => dmnNote('allowed', `${path}: ${text}`))));
  const decisions = readDecisions(graph, names, elements, notes);
  const extension = ownAmong(extensionsOf(file.root), 'policy');
  const name = textOf(file.root, 'name') ?? '';
  const clauses = clausesFrom(extension, decisions.tables, notes);
  const model: PolicyModel = {
    key: attributeOf(extension, 'key') ?? plainName(name === '' ? 'policy' : name, () => false).toLowerCase().replaceAll('_', '-'),
    point: attributeOf(extension, 'point') ?? '',
    label: bilingualOf(extension, 'label') ?? both(name),
    about: bilingualOf(extension, 'about') ?? both(textOf(file.root, 'description') ?? ''),
    facts: withoutDoubles(facts),
    ...decisions,
    tables: decisions.tables.map((table) => (extension ? table : withClause(table))),
    sums: ownChildren(extension, 'sum').map(sumFrom),
    clauses,
    tests: ownChildren(extension, 'test').map(testFrom),
  };
  return { model, notes };
}

const withoutDoubles = (facts: readonly Fact[]) => facts.filter((fact, index) => facts.findIndex((each) => each.name === fact.name) === index);

/** Our own names by id, where the file still shows them. */
function ownNames(elements: ReadonlyMap<string, DmnElement>): Map<string, string> {
  return new Map([...elements].flatMap(([id, element]): [string, string][] => {
    const extension = extensionsOf(element).find((each) => ['zhike:fact', 'zhike:parameter', 'zhike:derived', 'zhike:table'].includes(each.$type));
    const name = attributeOf(extension ?? null, 'name');
    return name !== undefined && cleanText(name) === (textOf(element, 'name') ?? '') ? [[id, name]] : [];
  }));
}

/** What tables say about an expression's values, each text once. */
function allowedInTables(graph: DecisionGraph): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { logic } of graph.decisions) {
    if (logic?.kind !== 'table') continue;
    logic.table.inputs.forEach(({ expression }, index) => {
      const [path, allowed] = [expression.trim(), logic.inputsAllowed[index] ?? null];
      if (allowed !== null) found.set(path, [...new Set([...(found.get(path) ?? []), allowed])]);
    });
  }
  return found;
}

interface Decisions {
  readonly parameters: readonly Parameter[];
  readonly derived: readonly DerivedFact[];
  readonly tables: readonly DecisionTable[];
}

function readDecisions(graph: DecisionGraph, names: ImportNames, elements: ReadonlyMap<string, DmnElement>, notes: DmnNote[]): Decisions {
  const ordered = inOrder(graph.decisions).flatMap((decision) => {
    const [element, name] = [elements.get(decision.id), names.decisions.get(decision.id)];
    return element && name !== undefined ? [{ decision, element, name }] : [];
  });
  const tablesWith = (feel: (element: DmnElement | null) => string, to: DmnNote[]) => ordered.flatMap(({ decision, element, name }) =>
    (decision.logic?.kind === 'table' ? [tableFrom(element, decision.logic, name, feel, to)] : []));
  // The names of outputs decide how cells read, so tables are read twice.
  const shapes = tablesWith((element) => textOf(element, 'text') ?? '', []);
  const renamings: Renaming[] = mergeRenamings(names.renamings, namesFromFile({ tables: shapes }), outputRenamings(graph, names, shapes));
  const forFile = namesForFile({ tables: shapes });
  const feel = (element: DmnElement | null) => feelFrom(element, renamings, forFile);
  const parameters: Parameter[] = [];
  const derived: DerivedFact[] = [];
  for (const { decision, element, name } of ordered) {
    if (decision.logic?.kind !== 'expression') continue;
    const parameter = parameterFrom(element, name);
    if (parameter) parameters.push(parameter);
    else derived.push(derivedFrom(element, { name: decision.name, type: baseOf(graph.types, decision.type) }, name, feel));
  }
  const tables = tablesWith(feel, notes);
  noteOrder(graph, derived, tables, notes);
  return { parameters, derived, tables };
}

/** `Approval Status` alone becomes `Approval_Status.result` at once: one pass over a text, so two steps are one. */
function mergeRenamings(nodes: readonly Renaming[], whole: readonly Renaming[], outputs: readonly Renaming[]): Renaming[] {
  const through = nodes.map((each) => {
    const next = whole.find((other) => other.from === each.to);
    return next ? { ...next, from: each.from } : each;
  });
  return [...through, ...whole.filter((each) => !nodes.some((node) => node.to === each.from)), ...outputs];
}

/** `Approval Status.Approved/Declined` of tables with several outputs. */
function outputRenamings(graph: DecisionGraph, names: ImportNames, tables: readonly DecisionTable[]): Renaming[] {
  return graph.decisions.flatMap(({ id, name, logic }) => {
    const table = tables.find((each) => each.name === names.decisions.get(id));
    if (logic?.kind !== 'table' || !table || table.outputs.length < 2) return [];
    return logic.table.outputs.map((output, index) => ({ from: `${name}.${output.name}`, to: `${table.name}.${table.outputs[index]?.name ?? ''}` })).filter(({ from, to }) => from !== to);
  });
}

/** Decisions after those that they need, otherwise as the file has them: our order is the order of running. */
function inOrder(decisions: readonly GraphDecision[]): GraphDecision[] {
  const byId = new Map(decisions.map((each) => [each.id, each]));
  const done = new Set<GraphDecision>();
  const visit = (decision: GraphDecision, depth: number): void => {
    // Nobody stacks a thousand decisions; a circle ends here.
    if (done.has(decision) || depth > 1_000) return;
    for (const id of decision.needs) {
      const needed = byId.get(id);
      if (needed && needed !== decision && needed.logic?.kind === decision.logic?.kind) visit(needed, depth + 1);
    }
    done.add(decision);
  };
  for (const decision of decisions) visit(decision, 0);
  return [...done];
}

function noteOrder(graph: DecisionGraph, derived: readonly DerivedFact[], tables: readonly DecisionTable[], notes: DmnNote[]): void {
  for (const { name, expression } of derived) {
    if (namesRead([expression], tables.map((table) => table.name)).size > 0) notes.push(dmnNote('after-table', name));
  }
  if (tables.length === 0) notes.push(dmnNote('no-table', graph.name));
  const needed = new Set(graph.decisions.flatMap((each) => each.needs));
  const ends = graph.decisions.filter((each) => each.logic?.kind === 'table' && !needed.has(each.id));
  if (ends.length > 1) notes.push(dmnNote('many-ends', ends.map((each) => each.name).join(', ')));
}

/** Rows of a foreign file cite a clause named after their table, whose wording the company writes. */
const withClause = (table: DecisionTable): DecisionTable => ({ ...table, rows: table.rows.map((row) => (row.clause === '' ? { ...row, clause: table.name } : row)) });

function clausesFrom(extension: DmnElement | null, tables: readonly DecisionTable[], notes: DmnNote[]): Clause[] {
  const known = ownChildren(extension, 'clause').map((each): Clause => {
    const isInterpretation = truthOf(each, 'isInterpretation');
    return { key: attributeOf(each, 'key') ?? '', text: bilingualOf(each, 'text') ?? both(''), ...(isInterpretation === undefined ? {} : { isInterpretation }) };
  });
  if (extension) return known;
  const cited = new Set(tables.flatMap((table) => withClause(table).rows.map((row) => row.clause)));
  notes.push(...[...cited].map((key) => dmnNote('new-clause', key)));
  return [...cited].map((key) => ({ key, text: both(key) }));
}

function sumFrom(element: DmnElement): SumCheck {
  return { table: attributeOf(element, 'table') ?? '', outputs: ownChildren(element, 'output').map((each) => attributeOf(each, 'name') ?? ''), total: numberOf(element, 'total') ?? 0 };
}

function testFrom(element: DmnElement): PolicyTest {
  const values = (tag: string): FactValues => {
    const value = parseJson(bodyOf(ownChildren(element, tag)[0] ?? null));
    return isValues(value) ? value : {};
  };
  return { id: attributeOf(element, 'id') ?? '', label: bilingualOf(element, 'label') ?? both(''), facts: values('facts'), clause: attributeOf(element, 'clause') ?? '', results: values('results') };
}

const isValues = (value: unknown): value is FactValues => typeof value === 'object' && value !== null && !Array.isArray(value)
  && Object.values(value).every((each) => each === null || ['string', 'number', 'boolean'].includes(typeof each) || (Array.isArray(each) && each.every((item) => typeof item === 'string')));

