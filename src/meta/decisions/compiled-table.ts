import { compileCell, type CellTest } from './feel/cell-test.ts';
import type { DecisionTable, OutputColumn, Row } from './decision-model.ts';
import { compileSubset, type Run } from './feel/feel-expression.ts';
import { BeyondSubset } from './feel/feel-tokens.ts';
import type { FeelValue, Scope } from './feel/feel-value.ts';
import { referenceValue } from './feel/reference-engine.ts';

export interface CompiledRow {
  readonly row: Row;
  readonly tests: readonly CellTest[];
  readonly results: readonly Run[];
}

export interface CompiledTable {
  readonly table: DecisionTable;
  readonly inputs: readonly Run[];
  readonly rows: readonly CompiledRow[];
  readonly fallbacks: readonly Run[] | null;
}

/** Where in a model something went wrong, so that the person who wrote it finds the cell (PL-40). */
export interface ModelPlace {
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly derived?: string;
}

/** A FEEL text that could not be run, and where it stands. */
export class CellFailure extends Error {
  readonly place: ModelPlace;
  constructor(place: ModelPlace, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.place = place;
  }
}

/** FEEL as a function: compiled where possible, by the reference engine otherwise. An empty text is null. */
export function compileExpression(text: string): Run {
  if (text.trim() === '') return () => null;
  try {
    return compileSubset(text);
  } catch (error) {
    if (!(error instanceof BeyondSubset)) throw error;
    return (scope) => referenceValue(text, scope);
  }
}

/** Compiles every cell once; a table is run many times. `compile` differs where names may hold blanks, as in foreign DMN files. */
export function compileTable(table: DecisionTable, compile: (text: string) => Run = compileExpression): CompiledTable {
  const hasFallback = table.outputs.some((output) => output.fallback !== undefined);
  return {
    table,
    inputs: table.inputs.map((input) => compile(input.expression)),
    rows: table.rows.map((row) => ({ row, tests: row.conditions.map(compileCell), results: row.results.map((text) => compile(text)) })),
    fallbacks: hasFallback ? table.outputs.map((output) => compile(output.fallback ?? '')) : null,
  };
}

/** Runs a piece of a model; a failure names its place. */
export function runAt<T>(place: ModelPlace, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new CellFailure(place, error);
  }
}

/** The values of the condition columns. */
export function inputValues({ table, inputs }: CompiledTable, scope: Scope): FeelValue[] {
  return inputs.map((run, index) => runAt({ table: table.name, column: table.inputs[index]?.expression ?? '' }, () => run(scope)));
}

/** The rows whose every condition holds. */
export function matchingRows(compiled: CompiledTable, values: readonly FeelValue[], scope: Scope): CompiledRow[] {
  return compiled.rows.filter(({ row, tests }) => tests.every((test, index) =>
    runAt({ table: compiled.table.name, row: row.id, column: compiled.table.inputs[index]?.expression ?? '' }, () => test(values[index] ?? null, scope))));
}

/** A row's results by output name. */
export function rowResults(table: DecisionTable, { row, results }: CompiledRow, scope: Scope): Record<string, FeelValue> {
  const value = (output: OutputColumn, index: number) =>
    runAt({ table: table.name, row: row.id, column: output.name }, () => results[index]?.(scope) ?? null);
  return Object.fromEntries(table.outputs.map((output, index) => [output.name, value(output, index)]));
}
