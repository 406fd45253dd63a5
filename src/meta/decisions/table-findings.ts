import type { DecisionTable, PolicyModel, Row } from './decision-model.ts';
import { DiagramTooLarge, drawDiagram, type Ending } from './decision-diagram.ts';
import type { FeelValue } from './feel/feel-value.ts';
import { tableVariables, type TableVariable } from './table-variables.ts';

/** One value of an example: what a person would have to enter to see the finding. `cell` is set for FEEL that cannot be split. */
export interface ExampleValue {
  readonly expression: string;
  readonly value: FeelValue;
  readonly cell?: string;
}

/**
 * What the checker says about a table (PL-40): facts for which no row decides, rows that decide the same facts although
 * the hit policy forbids it, rows that can never decide, or a table too large to check.
 */
export type TableFinding =
  | { readonly kind: 'gap'; readonly table: string; readonly example: readonly ExampleValue[] }
  | { readonly kind: 'overlap'; readonly table: string; readonly rows: readonly string[]; readonly example: readonly ExampleValue[] }
  | { readonly kind: 'unreachable'; readonly table: string; readonly rows: readonly string[] }
  | { readonly kind: 'unchecked'; readonly table: string };

/** Checks one table for every combination of its declared values, not for samples. */
export function findInTable(model: PolicyModel, table: DecisionTable): TableFinding[] {
  const variables = tableVariables(model, table);
  try {
    const { endings } = drawDiagram(variables, table.rows.length, (rows) => rows.toString(36));
    return [...gaps(table, variables, endings), ...overlaps(table, variables, endings), ...unreachable(table, endings)];
  } catch (error) {
    if (error instanceof DiagramTooLarge) return [{ kind: 'unchecked', table: table.name }];
    throw error;
  }
}

/** Rows of a set, in table order. */
export function rowsIn(table: DecisionTable, rows: bigint): Row[] {
  return table.rows.filter((_, index) => ((rows >> BigInt(index)) & 1n) === 1n);
}

function example(variables: readonly TableVariable[], ending: Ending): ExampleValue[] {
  return variables.map(({ expression, cell, classes }, index) => ({
    expression,
    value: classes[ending.path[index] ?? 0]?.value ?? null,
    ...(cell === undefined ? {} : { cell }),
  }));
}

function gaps(table: DecisionTable, variables: readonly TableVariable[], endings: readonly Ending[]): TableFinding[] {
  const gap = endings.find((ending) => ending.rows === 0n);
  const mayBeEmpty = table.hitPolicy.startsWith('C') || table.outputs.some((output) => output.fallback !== undefined);
  return gap && !mayBeEmpty ? [{ kind: 'gap', table: table.name, example: example(variables, gap) }] : [];
}

function overlaps(table: DecisionTable, variables: readonly TableVariable[], endings: readonly Ending[]): TableFinding[] {
  if (table.hitPolicy !== 'U' && table.hitPolicy !== 'A') return [];
  const found = new Map<string, TableFinding>();
  for (const ending of endings) {
    const rows = rowsIn(table, ending.rows);
    const clash = table.hitPolicy === 'U' ? rows : differing(rows);
    if (clash.length < 2) continue;
    const ids = clash.map((row) => row.id);
    found.set(ids.join(), { kind: 'overlap', table: table.name, rows: ids, example: example(variables, ending) });
  }
  return [...found.values()];
}

const differing = (rows: readonly Row[]) => (new Set(rows.map((row) => JSON.stringify(row.results))).size > 1 ? rows : []);

function unreachable(table: DecisionTable, endings: readonly Ending[]): TableFinding[] {
  let reached = 0n;
  for (const { rows } of endings) reached |= table.hitPolicy === 'F' ? rows & -rows : rows;
  const rows = table.rows.filter((_, index) => ((reached >> BigInt(index)) & 1n) === 0n).map((row) => row.id);
  return rows.length === 0 ? [] : [{ kind: 'unreachable', table: table.name, rows }];
}
