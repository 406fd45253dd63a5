import { classesOf, readCells, type Domain, type ValueClass } from './cell-classes.ts';
import type { CellSyntax } from './feel/cell-test.ts';
import type { DecisionTable, PolicyModel } from './decision-model.ts';
import type { Variable } from './decision-diagram.ts';
import { domainOf } from './model-names.ts';

/** A variable of a table's diagram, and where it comes from. */
export interface TableVariable extends Variable {
  readonly expression: string;
  /** The opaque cell that this yes-or-no stands for; undefined for the column itself. */
  readonly cell?: string;
}

/** The cells of one expression: two columns on one fact are one variable, or impossible pairs would count. */
interface ColumnGroup {
  readonly expression: string;
  readonly columns: readonly { readonly texts: readonly string[]; readonly cells: readonly CellSyntax[] }[];
}

const variablesByModel = new WeakMap<PolicyModel, Map<DecisionTable, readonly TableVariable[]>>();

/**
 * The variables of a table for its check and for missing facts: each column once, each opaque cell as a yes-or-no.
 * Remembered per model: the desk asks at every key what a policy in force still needs, and its cells never change.
 */
export function tableVariables(model: PolicyModel, table: DecisionTable): readonly TableVariable[] {
  const known = variablesByModel.get(model) ?? new Map<DecisionTable, readonly TableVariable[]>();
  variablesByModel.set(model, known);
  const variables = known.get(table) ?? readVariables(model, table);
  known.set(table, variables);
  return variables;
}

function readVariables(model: PolicyModel, table: DecisionTable): TableVariable[] {
  return columnGroups(table).flatMap((group) => {
    const domain = domainOf(model, group.expression);
    const { expression } = group;
    const column: TableVariable[] = domain ? [{ name: expression, expression, classes: groupClasses(domain, group, table.rows.length) }] : [];
    return [...column, ...yesOrNoVariables(group, (cell) => cell.kind === 'opaque' || (domain === null && cell.kind !== 'any'))];
  });
}

function columnGroups(table: DecisionTable): ColumnGroup[] {
  const groups = new Map<string, ColumnGroup>();
  table.inputs.forEach(({ expression }, index) => {
    const texts = table.rows.map((row) => row.conditions[index] ?? '-');
    const columns = groups.get(expression)?.columns ?? [];
    groups.set(expression, { expression, columns: [...columns, { texts, cells: readCells(texts) }] });
  });
  return [...groups.values()];
}

/** Splits a fact by the cells of all its columns together; a row needs every one of them. */
function groupClasses(domain: Domain, { columns }: ColumnGroup, rowCount: number): ValueClass[] {
  return classesOf(domain, columns.flatMap((column) => column.cells)).map(({ value, rows }) => {
    let every = (1n << BigInt(rowCount)) - 1n;
    columns.forEach((_, index) => {
      every &= rows >> BigInt(index * rowCount);
    });
    return { value, rows: every };
  });
}

function yesOrNoVariables({ expression, columns }: ColumnGroup, isWanted: (cell: CellSyntax) => boolean): TableVariable[] {
  const rowsOf = new Map<string, bigint>();
  for (const { texts, cells } of columns) {
    cells.forEach((cell, row) => {
      const text = texts[row] ?? '-';
      if (isWanted(cell)) rowsOf.set(text, (rowsOf.get(text) ?? 0n) | (1n << BigInt(row)));
    });
  }
  return [...rowsOf].map(([cell, rows]) => ({
    name: `${expression} ${cell}`,
    expression,
    cell,
    classes: [{ value: true, rows: -1n }, { value: false, rows: ~rows }],
  }));
}
