import { acceptsValue, readCell, type CellSyntax, type Literal } from './feel/cell-test.ts';
import { addSpan, CalendarDate, CalendarSpan } from './feel/calendar-date.ts';
import type { Choice, FactType } from './decision-model.ts';
import { compareFeel, type FeelValue } from './feel/feel-value.ts';

/** The values that a column may take, as far as they are declared. */
export interface Domain {
  readonly type: FactType;
  readonly choices?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly isNullable?: boolean;
}

/** Values that no cell of the column tells apart: one stands for all. `rows` has bit n set when row n accepts it. */
export interface ValueClass {
  readonly value: FeelValue;
  readonly rows: bigint;
}

/** Splits a domain by the cells of its column. Rows with an opaque cell count as accepting: those are variables of their own. */
export function classesOf(domain: Domain, cells: readonly CellSyntax[]): ValueClass[] {
  const byRows = new Map<bigint, FeelValue>();
  for (const value of candidates(domain, cells)) {
    let rows = 0n;
    cells.forEach((cell, index) => {
      if (cell.kind === 'opaque' || acceptsValue(cell, value)) rows |= 1n << BigInt(index);
    });
    if (!byRows.has(rows)) byRows.set(rows, value);
  }
  return [...byRows].map(([rows, value]) => ({ rows, value }));
}

/** At least one value of each class: the declared choices, or every bound, what lies beside it and between. */
function candidates(domain: Domain, cells: readonly CellSyntax[]): FeelValue[] {
  const nothing = domain.isNullable === true ? [null] : [];
  if (domain.type === 'boolean') return [true, false, ...nothing];
  if (domain.type === 'choice') return [...(domain.choices ?? []).map((choice) => choice.value), ...nothing];
  const bounds = literals(cells).toSorted((a, b) => compareFeel(a, b) ?? 0);
  if (domain.type === 'number') return [...numbers(domain, bounds.filter((bound) => typeof bound === 'number')), ...nothing];
  if (domain.type === 'date') return [...dates(bounds.filter((bound) => bound instanceof CalendarDate)), ...nothing];
  const texts = bounds.filter((bound) => typeof bound === 'string');
  return [...texts, ...texts.map((text) => `${text}\u0001`), '', ...nothing];
}

function literals(cells: readonly CellSyntax[]): Literal[] {
  return cells.flatMap((cell) => (cell.kind === 'oneOf' ? cell.alternatives : []))
    .flatMap((each) => (each.kind === 'range' ? [each.low, each.high] : [each.value]));
}

function numbers(domain: Domain, bounds: readonly number[]): number[] {
  const edges = [...bounds, ...(domain.min === undefined ? [] : [domain.min]), ...(domain.max === undefined ? [] : [domain.max])].toSorted((a, b) => a - b);
  const step = domain.isWhole === true ? [-1, 0, 1] : [0];
  const around = edges.flatMap((edge) => step.map((by) => edge + by));
  const between = domain.isWhole === true ? [] : edges.slice(1).map((edge, index) => (edge + (edges[index] ?? edge)) / 2);
  const outside = edges.length === 0 ? [0] : [(edges[0] ?? 0) - 1, (edges.at(-1) ?? 0) + 1];
  return [...around, ...between, ...outside].filter((value) => value >= (domain.min ?? -Infinity) && value <= (domain.max ?? Infinity));
}

function dates(bounds: readonly CalendarDate[]): CalendarDate[] {
  const day = (date: CalendarDate, by: number) => addSpan(date, new CalendarSpan(0, by));
  return bounds.length === 0 ? [new CalendarDate('2000-01-01')] : bounds.flatMap((bound) => [day(bound, -1), bound, day(bound, 1)]);
}

export const readCells = (texts: readonly string[]): CellSyntax[] => texts.map(readCell);
