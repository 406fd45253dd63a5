import { compileCell } from './feel/cell-test.ts';
import { runAt, type CompiledTable } from './compiled-table.ts';
import type { PolicyModel, Row } from './decision-model.ts';
import { DiagramTooLarge, drawDiagram } from './decision-diagram.ts';
import type { Scope } from './feel/feel-value.ts';
import { factsBehind, namesIn } from './model-names.ts';
import { rowsIn } from './table-findings.ts';
import { tableVariables, type TableVariable } from './table-variables.ts';

/** What is known when a table's turn comes: values by name, and what each table that could not decide still needs. */
export interface Knowledge {
  readonly scope: Scope;
  readonly known: ReadonlySet<string>;
  readonly neededByTable: ReadonlyMap<string, readonly string[]>;
}

/**
 * How far a table is settled by what is known: every condition can be run; or these rows answer whatever the missing
 * facts are; or these facts, and no others, can still change the answer (RE-21), in the model's order.
 */
export type Settlement =
  | { readonly kind: 'complete' }
  | { readonly kind: 'settled'; readonly rows: readonly Row[] }
  | { readonly kind: 'open'; readonly missing: readonly string[] };

export function settle(model: PolicyModel, compiled: CompiledTable, knowledge: Knowledge): Settlement {
  const { table } = compiled;
  const isKnown = (text: string) => namesIn(model, text).every((name) => knowledge.known.has(name));
  const conditions = [...table.inputs.map((input) => input.expression), ...table.rows.flatMap((row) => row.conditions)];
  if (conditions.every(isKnown)) return { kind: 'complete' };
  const variables = tableVariables(model, table).map((variable) => narrowed(compiled, variable, knowledge.scope, isKnown));
  const { essential, rows } = answersOf(compiled, variables);
  const asking = essential.size > 0
    ? variables.filter((variable) => essential.has(variable.name)).map(({ expression, cell }) => `${expression} ${cell ?? ''}`)
    : rows.flatMap((row) => row.results).filter((result) => !isKnown(result));
  const missing = missingBehind(model, asking, knowledge);
  return missing.length > 0 ? { kind: 'open', missing } : { kind: 'settled', rows };
}

function missingBehind(model: PolicyModel, texts: readonly string[], { known, neededByTable }: Knowledge): string[] {
  const facts = new Set<string>();
  for (const text of texts) {
    for (const name of namesIn(model, text)) {
      for (const fact of neededByTable.get(name) ?? factsBehind(model, name)) facts.add(fact);
    }
  }
  return model.facts.map((fact) => fact.name).filter((name) => facts.has(name) && !known.has(name));
}

function answersOf({ table }: CompiledTable, variables: readonly TableVariable[]): { essential: ReadonlySet<string>; rows: readonly Row[] } {
  const answering = (rows: bigint) => (table.hitPolicy === 'F' ? rowsIn(table, rows).slice(0, 1) : rowsIn(table, rows));
  try {
    const { essential, endings } = drawDiagram(variables, table.rows.length, (rows) =>
      JSON.stringify(answering(rows).map((row) => [row.clause, row.results])));
    return { essential, rows: answering(endings[0]?.rows ?? 0n) };
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error;
    return { essential: new Set(variables.filter((each) => each.classes.length > 1).map((each) => each.name)), rows: [] };
  }
}

/** A variable whose facts are known keeps the one class of its value. */
function narrowed(compiled: CompiledTable, variable: TableVariable, scope: Scope, isKnown: (text: string) => boolean): TableVariable {
  const { expression, cell } = variable;
  if (!isKnown(expression) || !isKnown(cell ?? '')) return variable;
  const index = compiled.table.inputs.findIndex((input) => input.expression === expression);
  const value = compiled.inputs[index]?.(scope) ?? null;
  if (cell !== undefined) {
    const holds = runAt({ table: compiled.table.name, column: expression }, () => compileCell(cell)(value, scope));
    return { ...variable, classes: variable.classes.filter((each) => each.value === holds) };
  }
  const accepts = (rowIndex: number) => compiled.table.inputs.every((input, column) => {
    const row = compiled.rows[rowIndex];
    const isOther = input.expression !== expression || !isKnown(row?.row.conditions[column] ?? '');
    return isOther || row?.tests[column]?.(value, scope) === true;
  });
  let rows = 0n;
  compiled.rows.forEach((_, rowIndex) => {
    if (accepts(rowIndex)) rows |= 1n << BigInt(rowIndex);
  });
  return { ...variable, classes: [{ value, rows }] };
}
