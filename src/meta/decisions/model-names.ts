import type { Domain } from './cell-classes.ts';
import type { PolicyModel } from './decision-model.ts';

/** The declared values of a column's expression: a fact, a derived fact, a parameter, or `table.output`; null for any other FEEL. */
export function domainOf(model: PolicyModel, expression: string): Domain | null {
  const fact = model.facts.find((each) => each.name === expression) ?? model.derived.find((each) => each.name === expression);
  if (fact) return fact;
  const [tableName, outputName] = expression.split('.');
  const table = model.tables.find((each) => each.name === tableName);
  const output = table?.outputs.find((each) => each.name === outputName);
  return output && expression.split('.').length === 2 ? { ...output, isNullable: table?.hitPolicy !== 'U' } : null;
}

const nameFollows = (text: string, name: string) => new RegExp(`(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_])`, 'u').test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));

const namesByModel = new WeakMap<PolicyModel, Map<string, readonly string[]>>();

/** The facts, derived facts and tables that a FEEL text reads, found by their names outside of quotes; remembered per model. */
export function namesIn(model: PolicyModel, text: string): readonly string[] {
  const names = namesByModel.get(model) ?? new Map<string, readonly string[]>();
  namesByModel.set(model, names);
  const known = names.get(text);
  if (known) return known;
  const found = [...model.facts, ...model.derived, ...model.tables].map((each) => each.name).filter((name) => nameFollows(text, name));
  names.set(text, found);
  return found;
}

/** The input facts that a FEEL text depends on, through derived facts and tables. */
export function factsBehind(model: PolicyModel, text: string, seen: ReadonlySet<string> = new Set()): Set<string> {
  const facts = new Set<string>();
  for (const name of namesIn(model, text)) {
    if (seen.has(name)) continue;
    if (model.facts.some((fact) => fact.name === name)) facts.add(name);
    const inner = new Set([...seen, name]);
    for (const behind of textsBehind(model, name)) for (const fact of factsBehind(model, behind, inner)) facts.add(fact);
  }
  return facts;
}

function textsBehind(model: PolicyModel, name: string): string[] {
  const derived = model.derived.find((each) => each.name === name);
  if (derived) return [derived.expression];
  const table = model.tables.find((each) => each.name === name);
  if (!table) return [];
  return [...table.inputs.map((input) => input.expression), ...table.rows.flatMap((row) => [...row.conditions, ...row.results])];
}
