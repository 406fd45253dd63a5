import { compileCell, readCell, type CellSyntax } from './feel/cell-test.ts';
import { CalendarDate } from './feel/calendar-date.ts';
import { compileExpression, type ModelPlace } from './compiled-table.ts';
import type { DecisionTable, FactType, PolicyModel, Row } from './decision-model.ts';
import { domainOf, namesIn } from './model-names.ts';

/** What makes a model unfit to be saved as ready; the page shows it beside the cell. */
export interface ModelFault {
  readonly place: ModelPlace;
  readonly code: 'name-taken' | 'bad-name' | 'row-length' | 'not-feel' | 'unknown-name' | 'wrong-type' | 'not-a-choice' | 'unknown-clause' | 'wrong-sum' | 'no-table' | 'runs-later';
  readonly text: string;
}

/** Everything about a model that can be known to be wrong without facts (PL-40). Gaps and overlaps are findings, not faults. */
export function findFaults(model: PolicyModel): ModelFault[] {
  return [
    ...nameFaults(model),
    ...(model.tables.length === 0 ? [{ place: {}, code: 'no-table' as const, text: model.key }] : []),
    ...model.derived.flatMap((derived) => expressionFaults(derived.expression, { derived: derived.name })),
    ...model.tables.flatMap((table, index) => tableFaults(model, table, index)),
    ...sumFaults(model),
  ];
}

function nameFaults(model: PolicyModel): ModelFault[] {
  const seen = new Set<string>();
  return [...model.facts, ...model.parameters, ...model.derived, ...model.tables].flatMap(({ name }): ModelFault[] => {
    const place = { column: name };
    if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) return [{ place, code: 'bad-name', text: name }];
    if (seen.has(name)) return [{ place, code: 'name-taken', text: name }];
    seen.add(name);
    return [];
  });
}

function expressionFaults(text: string, place: ModelPlace): ModelFault[] {
  try {
    compileExpression(text)({});
    return [];
  } catch {
    return [{ place, code: 'not-feel', text }];
  }
}

function tableFaults(model: PolicyModel, table: DecisionTable, index: number): ModelFault[] {
  const later = new Set(model.tables.slice(index).map((each) => each.name));
  const inputs = table.inputs.flatMap(({ expression }): ModelFault[] => {
    const place = { table: table.name, column: expression };
    if (namesIn(model, expression).some((name) => later.has(name))) return [{ place, code: 'runs-later', text: expression }];
    return namesIn(model, expression).length === 0 ? [{ place, code: 'unknown-name', text: expression }] : expressionFaults(expression, place);
  });
  return [...inputs, ...table.rows.flatMap((row) => rowFaults(model, table, row))];
}

function rowFaults(model: PolicyModel, table: DecisionTable, row: Row): ModelFault[] {
  const place = { table: table.name, row: row.id };
  if (row.conditions.length !== table.inputs.length || row.results.length !== table.outputs.length) return [{ place, code: 'row-length', text: row.id }];
  const clause = model.clauses.some((each) => each.key === row.clause) ? [] : [{ place, code: 'unknown-clause' as const, text: row.clause }];
  const conditions = row.conditions.flatMap((text, column) => conditionFaults(model, text, { ...place, column: table.inputs[column]?.expression ?? '' }));
  const results = row.results.flatMap((text, column) => expressionFaults(text, { ...place, column: table.outputs[column]?.name ?? '' }));
  const choices = row.results.flatMap((text, column) => resultFaults(table, text, column, place));
  return [...clause, ...conditions, ...results, ...choices];
}

function conditionFaults(model: PolicyModel, text: string, place: ModelPlace): ModelFault[] {
  const syntax = readCell(text);
  if (syntax.kind === 'opaque') {
    try {
      compileCell(text)(null, {});
      return [];
    } catch {
      return [{ place, code: 'not-feel', text }];
    }
  }
  const domain = domainOf(model, place.column ?? '');
  return domain ? literalFaults(domain.type, (domain.choices ?? []).map((choice) => choice.value), syntax, place, text) : [];
}

function literalFaults(type: FactType, choices: readonly string[], syntax: CellSyntax, place: ModelPlace, text: string): ModelFault[] {
  if (syntax.kind !== 'oneOf') return [];
  const literals = syntax.alternatives.flatMap((each) => (each.kind === 'range' ? [each.low, each.high] : [each.value])).filter((value) => value !== null);
  if (literals.some((value) => kindOf(value) !== kindOfType[type])) return [{ place, code: 'wrong-type', text }];
  const isStrange = type === 'choice' && literals.some((value) => !choices.some((choice) => choice === value));
  return isStrange ? [{ place, code: 'not-a-choice', text }] : [];
}

const kindOf = (value: unknown) => (value instanceof CalendarDate ? 'date' : typeof value);
const kindOfType: Readonly<Record<FactType, string>> = { boolean: 'boolean', choice: 'string', choices: 'string', text: 'string', number: 'number', date: 'date', dateTime: 'string' };

function resultFaults(table: DecisionTable, text: string, column: number, place: ModelPlace): ModelFault[] {
  const output = table.outputs[column];
  if (!output || text.trim() === '') return [];
  const at = { ...place, column: output.name };
  const syntax = readCell(text);
  if (syntax.kind !== 'oneOf') return [];
  return literalFaults(output.type, (output.choices ?? []).map((choice) => choice.value), syntax, at, text);
}

/** Shares that do not add up are found before a deal meets them; rows with computed results are checked when they run. */
function sumFaults(model: PolicyModel): ModelFault[] {
  return model.sums.flatMap((sum) => {
    const table = model.tables.find((each) => each.name === sum.table);
    const columns = sum.outputs.map((name) => table?.outputs.findIndex((output) => output.name === name) ?? -1);
    return (table?.rows ?? []).flatMap((row): ModelFault[] => {
      const parts = columns.map((column) => row.results[column]?.trim() ?? '').map((text) => (text === '' ? 0 : Number(text)));
      const total = parts.reduce((a, b) => a + b, 0);
      const isWrong = parts.every((part) => !Number.isNaN(part)) && total !== 0 && Math.abs(total - sum.total) > 1e-9;
      return isWrong ? [{ place: { table: sum.table, row: row.id }, code: 'wrong-sum', text: String(total) }] : [];
    });
  });
}
