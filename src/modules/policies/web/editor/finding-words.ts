import type { Locale, TextKey } from '#kernel/texts.ts';
import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import type { Literal } from '#meta/decisions/feel/cell-test.ts';
import type { DecisionTable, PolicyModel } from '#meta/decisions/decision-model.ts';
import type { ModelFault } from '#meta/decisions/model-faults.ts';
import type { ExampleValue, TableFinding } from '#meta/decisions/table-findings.ts';
import { literalWords } from '../../rules/cell-words.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { columnsOf } from './condition-columns.ts';

type Say = (key: TextKey<(typeof policiesTexts)['trees']['zh-CN']>, params?: Readonly<Record<string, string | number>>) => string;

/** A line below a table's head: what is wrong, and the rows to look at. */
export interface Remark {
  readonly key: string;
  readonly text: string;
  readonly rows: readonly string[];
  /** A place inside the row: the expression or output's name. */
  readonly column?: string;
  readonly isBlocking: boolean;
}

const isLiteral = (value: unknown): value is Literal => value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof CalendarDate;

/** An example as a person would tell it: `来过：是；月数：2 个月`. */
export function exampleWords(model: PolicyModel, table: DecisionTable, example: readonly ExampleValue[], locale: Locale): string {
  const columns = columnsOf(model, table, locale);
  return example.map(({ expression, value, cell }) => {
    const column = columns.find((each) => each.expression === expression);
    const name = column?.label ?? expression;
    if (cell !== undefined) return policiesTexts.t(locale, value === true ? 'finding.holds' : 'finding.holdsNot', { column: name, cell });
    const words = isLiteral(value) ? literalWords(value, column?.type ? { type: column.type, ...(column.choices ? { choices: column.choices } : {}), ...(column.unit ? { unit: column.unit } : {}) } : null, locale) : JSON.stringify(value);
    return policiesTexts.t(locale, 'finding.value', { column: name, value: words });
  }).join(locale === 'zh-CN' ? '；' : '; ');
}

const rowNumbers = (table: DecisionTable, rows: readonly string[]): string => rows.map((id) => table.rows.findIndex((row) => row.id === id) + 1).join(', ');

/** Gaps, overlaps and rows that never decide, each with an example in words. */
export function findingRemark(model: PolicyModel, finding: TableFinding, locale: Locale, say: Say): Remark | null {
  const table = model.tables.find((each) => each.name === finding.table);
  if (!table) return null;
  switch (finding.kind) {
    case 'gap': return { key: 'gap', text: say('finding.gap', { example: exampleWords(model, table, finding.example, locale) }), rows: [], isBlocking: true };
    case 'overlap': return { key: `overlap-${finding.rows.join('-')}`, text: say('finding.overlap', { rows: rowNumbers(table, finding.rows), example: exampleWords(model, table, finding.example, locale) }), rows: finding.rows, isBlocking: true };
    case 'unreachable': return { key: 'unreachable', text: say('finding.unreachable', { rows: rowNumbers(table, finding.rows) }), rows: finding.rows, isBlocking: false };
    default: return { key: 'unchecked', text: say('finding.unchecked'), rows: [], isBlocking: false };
  }
}

/** A fault of a cell or of the model, with its place in words. */
export function faultRemark(model: PolicyModel, fault: ModelFault, locale: Locale, say: Say): Remark {
  const { table: tableName, row, column, derived } = fault.place;
  const table = model.tables.find((each) => each.name === tableName);
  const at = table && row !== undefined ? say('finding.row', { row: rowNumbers(table, [row]) }) : derived !== undefined ? (model.derived.find((each) => each.name === derived)?.label[locale] ?? derived) : (column ?? '');
  const named = table && column !== undefined && row !== undefined
    ? (columnsOf(model, table, locale).find((each) => each.expression === column)?.label ?? table.outputs.find((each) => each.name === column)?.label[locale] ?? column)
    : '';
  const place = [at, named].filter((part) => part !== '').join(' · ');
  return { key: JSON.stringify(fault), text: say(`fault.${fault.code}`, { place, text: fault.text }), rows: row === undefined ? [] : [row], ...(column === undefined ? {} : { column }), isBlocking: true };
}
