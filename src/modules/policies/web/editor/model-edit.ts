import type { Clause, DecisionTable, DerivedFact, Fact, InputColumn, OutputColumn, Parameter, PolicyModel, PolicyTest, Row } from '#meta/decisions/decision-model.ts';

/** Every change that the editor makes, as functions from model to model: undo keeps the models. */
type Edit = (model: PolicyModel) => PolicyModel;

const onTable = (name: string, change: (table: DecisionTable) => DecisionTable): Edit => (model) =>
  ({ ...model, tables: model.tables.map((table) => (table.name === name ? change(table) : table)) });

const onRow = (table: string, id: string, change: (row: Row) => Row): Edit =>
  onTable(table, (each) => ({ ...each, rows: each.rows.map((row) => (row.id === id ? change(row) : row)) }));

const replaced = <T>(list: readonly T[], at: number, value: T): T[] => list.map((each, index) => (index === at ? value : each));
const inserted = <T>(list: readonly T[], at: number, value: T): T[] => [...list.slice(0, at), value, ...list.slice(at)];
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

export const setCondition = (table: string, row: string, column: number, text: string): Edit =>
  onRow(table, row, (each) => ({ ...each, conditions: replaced(each.conditions, column, text) }));

export const setResult = (table: string, row: string, column: number, text: string): Edit =>
  onRow(table, row, (each) => ({ ...each, results: replaced(each.results, column, text) }));

export const setClause = (table: string, row: string, clause: string): Edit => onRow(table, row, (each) => ({ ...each, clause }));

/** A new row below another (or at the end): any condition, no result, the clause of the row above. */
export const addRow = (table: string, id: string, after?: string): Edit => onTable(table, (each) => {
  const at = after === undefined ? each.rows.length : each.rows.findIndex((row) => row.id === after) + 1;
  const row: Row = { id, clause: each.rows[at - 1]?.clause ?? '', conditions: each.inputs.map(() => '-'), results: each.outputs.map(() => '') };
  return { ...each, rows: inserted(each.rows, at, row) };
});

export const copyRow = (table: string, from: string, id: string): Edit => onTable(table, (each) => {
  const at = each.rows.findIndex((row) => row.id === from);
  const row = each.rows[at];
  return row ? { ...each, rows: inserted(each.rows, at + 1, { ...row, id }) } : each;
});

export const removeRow = (table: string, id: string): Edit => onTable(table, (each) => ({ ...each, rows: each.rows.filter((row) => row.id !== id) }));

/** Moves a row to an index; out of range means the nearest end. */
export const moveRow = (table: string, id: string, to: number): Edit => onTable(table, (each) => {
  const from = each.rows.findIndex((row) => row.id === id);
  const row = each.rows[from];
  if (!row) return each;
  const rest = without(each.rows, from);
  return { ...each, rows: inserted(rest, Math.max(0, Math.min(rest.length, to)), row) };
});

/** A condition column at the end, open in every row. An offered fact that the model does not use yet joins it. */
export const addInput = (table: string, input: InputColumn, fact?: Fact): Edit => (model) => {
  const facts = fact && !model.facts.some((each) => each.name === fact.name) ? [...model.facts, fact] : model.facts;
  return onTable(table, (each) => ({ ...each, inputs: [...each.inputs, input], rows: each.rows.map((row) => ({ ...row, conditions: [...row.conditions, '-'] })) }))({ ...model, facts });
};

export const removeInput = (table: string, column: number): Edit => onTable(table, (each) =>
  ({ ...each, inputs: without(each.inputs, column), rows: each.rows.map((row) => ({ ...row, conditions: without(row.conditions, column) })) }));

/** Moves a condition column one place; its cells go along. */
export const moveInput = (table: string, column: number, step: -1 | 1): Edit => onTable(table, (each) => {
  const to = column + step;
  if (to < 0 || to >= each.inputs.length) return each;
  const swap = <T>(list: readonly T[]): T[] => {
    const [taken, other] = [list[column], list[to]];
    return taken === undefined || other === undefined ? [...list] : replaced(replaced(list, column, other), to, taken);
  };
  return { ...each, inputs: swap(each.inputs), rows: each.rows.map((row) => ({ ...row, conditions: swap(row.conditions) })) };
});

export const addOutput = (table: string, output: OutputColumn): Edit => onTable(table, (each) =>
  ({ ...each, outputs: [...each.outputs, output], rows: each.rows.map((row) => ({ ...row, results: [...row.results, ''] })) }));

export const removeOutput = (table: string, column: number): Edit => onTable(table, (each) =>
  ({ ...each, outputs: without(each.outputs, column), rows: each.rows.map((row) => ({ ...row, results: without(row.results, column) })) }));

export const setTable = (name: string, part: Partial<Pick<DecisionTable, 'label' | 'hitPolicy'>>): Edit => onTable(name, (table) => ({ ...table, ...part }));

/** A table before the last one, which gives the result. */
export const addTable = (table: DecisionTable): Edit => (model) => ({ ...model, tables: inserted(model.tables, Math.max(0, model.tables.length - 1), table) });

export const removeTable = (name: string): Edit => (model) => ({ ...model, tables: model.tables.filter((table) => table.name !== name) });

/** Writes a clause; under another key it is renamed wherever it is cited. */
export const putClause = (clause: Clause, former?: string): Edit => (model) => {
  const key = former ?? clause.key;
  const isKnown = model.clauses.some((each) => each.key === key);
  const clauses = isKnown ? model.clauses.map((each) => (each.key === key ? clause : each)) : [...model.clauses, clause];
  if (key === clause.key) return { ...model, clauses };
  const cited = (name: string) => (name === key ? clause.key : name);
  return {
    ...model, clauses,
    tables: model.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, clause: cited(row.clause) })) })),
    tests: model.tests.map((test) => ({ ...test, clause: cited(test.clause) })),
  };
};

export const removeClause = (key: string): Edit => (model) => ({ ...model, clauses: model.clauses.filter((each) => each.key !== key) });

const put = <T>(list: readonly T[], isSame: (each: T) => boolean, value: T): T[] =>
  (list.some(isSame) ? list.map((each) => (isSame(each) ? value : each)) : [...list, value]);

export const putParameter = (parameter: Parameter): Edit => (model) => ({ ...model, parameters: put(model.parameters, (each) => each.name === parameter.name, parameter) });
export const putDerived = (derived: DerivedFact): Edit => (model) => ({ ...model, derived: put(model.derived, (each) => each.name === derived.name, derived) });
export const removeDerived = (name: string): Edit => (model) => ({ ...model, derived: model.derived.filter((each) => each.name !== name) });
export const putTest = (test: PolicyTest): Edit => (model) => ({ ...model, tests: put(model.tests, (each) => each.id === test.id, test) });
export const removeTest = (id: string): Edit => (model) => ({ ...model, tests: model.tests.filter((each) => each.id !== id) });

/** An id that no row (or test) bears yet: `r1`, `r2` … */
export function freeId(taken: readonly string[], prefix: string): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}
