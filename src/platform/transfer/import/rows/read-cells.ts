import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import type { Field } from '#meta/field.ts';
import type { Parsed, TextContext } from '#meta/fields/field-type.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { TableCell, TableRow } from '../../../tabular/table-types.ts';
import type { Mapping } from '../import-options.ts';

/** A row of the file as values; names of other records are still text. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly TableCell[];
  readonly values: Record<string, unknown>;
  readonly links: readonly { readonly field: Field; readonly text: string }[];
  readonly issues: Issue[];
  readonly decision?: RowDecision;
}

/** What a person chose for one row: leave it out, change this record, or make a new one although it is a double (UX-9). */
export interface RowDecision {
  readonly do: 'skip' | 'update' | 'create';
  /** The record to change. */
  readonly record?: Id | undefined;
}

/** What a person said about one row on the page: corrected cells by column, and what is to become of it. */
export interface RowFix {
  readonly cells: Readonly<Record<string, string>>;
  readonly decision?: RowDecision;
}

export type Fixes = ReadonlyMap<number, RowFix>;
export type CellReader = (row: TableRow, fixes: Fixes) => ReadRow;

// Files repeat regions, choices and dates: remembering them saves most of the parsing.
const REMEMBERED = new Set(['choice', 'multiChoice', 'boolean', 'address', 'date', 'dateTime']);
const MAX_REMEMBERED = 20_000;

/** The reader for one file: each mapped cell becomes a value by its field type, or an issue at that field. */
export function makeCellReader(def: ObjectDef, mapping: Mapping, texts: TextContext): CellReader {
  const columns = mapping.flatMap((key, column) => {
    const field = key === null ? undefined : findField(def, key);
    return field ? [{ column, field, parse: parserOf(field, texts) }] : [];
  });
  return (source, fixes) => {
    const fix = fixes.get(source.number);
    const cells = fixed(source.cells, fix?.cells);
    const row: ReadRow & { links: { field: Field; text: string }[] } = {
      row: source.number, cells, values: {}, links: [], issues: [], ...(fix?.decision && { decision: fix.decision }),
    };
    // Only more cells than headers are a fault: some programs leave out empty cells at the end of a line.
    if (cells.length > mapping.length) row.issues.push({ path: '', code: 'too-many-cells' });
    for (const { column, field, parse } of columns) {
      const text = textOf(cells[column] ?? null);
      // What an export had shortened says nothing about the value: it must not overwrite it (SEC-27).
      const isShortened = (field.mask !== undefined || field.sensitive === true) && text.includes('****');
      if (text === '' || isShortened) continue;
      if (field.type === 'reference' || field.type === 'multiReference') {
        row.links.push({ field, text });
        continue;
      }
      const parsed = parse(text);
      if (parsed.ok) {
        row.values[field.key] = parsed.value;
        // Asked ahead, while the database writes the batch before; the write then finds it remembered.
        if (field.search === 'name' && typeof parsed.value === 'string') pinyinKeys(parsed.value, { surname: isPersonName(def) });
      }
      if (!parsed.ok) row.issues.push({ path: field.key, code: parsed.code, ...(parsed.params && { params: parsed.params }) });
    }
    return row;
  };
}

const isPersonName = (def: ObjectDef): boolean => def.key === 'contact' || def.key === 'user';

export function textOf(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

function fixed(cells: readonly TableCell[], fix: Readonly<Record<string, string>> | undefined): readonly TableCell[] {
  if (!fix) return cells;
  const next = [...cells];
  for (const [column, text] of Object.entries(fix)) next[Number(column)] = text === '' ? null : text;
  return next;
}

function parserOf(field: Field, texts: TextContext): (text: string) => Parsed {
  const type = typeOf(field);
  if (!REMEMBERED.has(field.type)) return (text) => type.fromText(text, field, texts);
  const known = new Map<string, Parsed>();
  return (text) => {
    const held = known.get(text);
    if (held) return held;
    const parsed = type.fromText(text, field, texts);
    if (known.size < MAX_REMEMBERED) known.set(text, parsed);
    return parsed;
  };
}
