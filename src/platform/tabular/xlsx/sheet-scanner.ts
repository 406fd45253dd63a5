import { restoreCell } from '#kernel/csv-safety.ts';
import { isoOfSerial } from './cell-format.ts';
import type { CellFormat } from './cell-format.ts';
import type { MergedRange, NumberedRow } from '../header-row.ts';
import { isBlankText, TableError, tableLimits } from '../table-types.ts';
import type { TableCell } from '../table-types.ts';
import { attributeOf, decodeXmlText, stringItemText } from './xml-text.ts';

export type SheetContext = { strings: readonly string[]; formats: readonly CellFormat[]; is1904: boolean };

type RowTags = { row: string; rowEnd: string; cell: string; cellEnd: string; value: string; dataEnd: string };

/**
 * The filled rows of a worksheet part, a chunk's worth at a time. Written by hand for two reasons: hucre 1.0 buffers
 * the archive when the shared strings stand behind the sheet (as Excel writes it), and its parser does not wait for
 * a slow reader, so that a whole sheet piles up in memory behind an import.
 */
export async function* scanSheet(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<NumberedRow[], void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let tags: RowTags | undefined;
  let lastRow = 0;
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (tags === undefined) {
      const start = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*)?>/.exec(text);
      if (start === null) {
        refuseEndless(text);
        continue;
      }
      tags = tagsWithPrefix(start[1] ?? '');
      text = text.slice(start.index + start[0].length);
      if (start[0].endsWith('/>')) return;
    }
    const taken = takeRows(text, tags, lastRow, context);
    ({ lastRow } = taken);
    if (taken.rows.length > 0) yield taken.rows;
    if (taken.isEnd) return;
    text = text.slice(taken.used);
    refuseEndless(text);
  }
}

export type SheetOutline = { rows: number; merges: MergedRange[] };

/** Counts the rows and finds merged cells in the first `topRows` rows: they are listed behind the data. */
export async function outlineSheet(chunks: AsyncIterable<Uint8Array>, topRows: number): Promise<SheetOutline> {
  const outline: SheetOutline = { rows: 0, merges: [] };
  const pattern = /<(?:[\w.-]+:)?(?:row(?=[\s>/])|mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)")/g;
  let rest = '';
  for await (const chunk of chunks) {
    // Only ASCII is looked for, so that the bytes need no decoding.
    const text = rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    let used = 0;
    for (const [whole, left, top, right, bottom] of text.matchAll(pattern)) {
      used = text.indexOf(whole, used) + whole.length;
      if (left === undefined || right === undefined) outline.rows += 1;
      else if (Number(top) <= topRows) {
        const range = { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
        if (range.right < tableLimits.columns) outline.merges.push(range);
      }
    }
    rest = text.slice(Math.max(used, text.length - 100));
  }
  return outline;
}

/** Zero-based column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function takeRows(
  text: string,
  tags: RowTags,
  before: number,
  context: SheetContext,
): { rows: NumberedRow[]; used: number; lastRow: number; isEnd: boolean } {
  const rows: NumberedRow[] = [];
  let lastRow = before;
  let used = 0;
  const dataEnd = text.indexOf(tags.dataEnd);
  for (;;) {
    const start = text.indexOf(tags.row, used);
    // Behind the data, `rowBreaks` begins like a row.
    if (dataEnd >= 0 && (start < 0 || start > dataEnd)) return { rows, used, lastRow, isEnd: true };
    const tagEnd = start < 0 ? -1 : text.indexOf('>', start);
    if (tagEnd < 0) return { rows, used, lastRow, isEnd: false };
    const isBlank = text[tagEnd - 1] === '/';
    const end = isBlank ? tagEnd : text.indexOf(tags.rowEnd, tagEnd);
    if (end < 0) return { rows, used, lastRow, isEnd: false };
    const number = attributeOf(text.slice(start + tags.row.length, tagEnd), 'r');
    lastRow = number === undefined ? lastRow + 1 : Number(number);
    if (!isBlank) {
      const cells = cellsOf(text.slice(tagEnd + 1, end), tags, lastRow, context);
      if (cells.length > 0) rows.push({ number: lastRow, cells });
    }
    used = isBlank ? tagEnd + 1 : end + tags.rowEnd.length;
  }
}

/** Empty for a row that holds formats only. */
function cellsOf(xml: string, tags: RowTags, row: number, context: SheetContext): TableCell[] {
  const cells: TableCell[] = [];
  let column = -1;
  let at = xml.indexOf(tags.cell);
  while (at >= 0) {
    const tagEnd = xml.indexOf('>', at);
    if (tagEnd < 0) break;
    const isBlank = xml[tagEnd - 1] === '/';
    const attributes = xml.slice(at + tags.cell.length, isBlank ? tagEnd - 1 : tagEnd);
    const reference = attributeOf(attributes, 'r');
    column = reference === undefined ? column + 1 : columnOf(reference);
    const end = isBlank ? tagEnd : xml.indexOf(tags.cellEnd, tagEnd);
    if (end < 0) break;
    const value = isBlank ? null : cellValue(attributes, xml.slice(tagEnd + 1, end), tags, context);
    if (value !== null) {
      if (column < 0 || column >= tableLimits.columns) throw new TableError('too-many-columns', { row });
      if (typeof value === 'string' && value.length > tableLimits.cellCharacters) {
        throw new TableError('cell-too-long', { row });
      }
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
    at = xml.indexOf(tags.cell, end);
  }
  return cells;
}

function cellValue(attributes: string, inner: string, tags: RowTags, context: SheetContext): TableCell {
  const type = attributeOf(attributes, 't');
  if (type === 'inlineStr') return textCell(stringItemText(inner));
  const start = inner.indexOf(tags.value);
  const open = start < 0 ? -1 : inner.indexOf('>', start);
  if (open < 0) return null;
  const raw = inner.slice(open + 1, inner.indexOf('<', open));
  if (type === 's') return textCell(context.strings[Number(raw)] ?? '');
  if (raw === '') return null;
  if (type === 'b') return raw === '1' || raw === 'true';
  if (type === 'd') return decodeXmlText(raw).replace(/T00:00:00(\.0+)?Z?$/, '');
  if (type === 'str' || type === 'e') return textCell(decodeXmlText(raw));
  return numberCell(raw, context.formats[Number(attributeOf(attributes, 's') ?? '0')], context.is1904);
}

/** Numbers stay exact: what a double cannot hold (an 18-digit identity number) stays text. */
function numberCell(raw: string, format: CellFormat | undefined, is1904: boolean): TableCell {
  const value = Number(raw);
  if (Number.isNaN(value)) return textCell(decodeXmlText(raw));
  if (format?.kind === 'date') return isoOfSerial(value, is1904) ?? value;
  if (format?.kind === 'digits' && Number.isSafeInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0');
  }
  return /^-?\d{16,}$/.test(raw) && !Number.isSafeInteger(value) ? raw : value;
}

/** Texts that an export had neutralised come back as they were (SEC-23). */
function textCell(text: string): TableCell {
  return isBlankText(text) ? null : restoreCell(text);
}

function tagsWithPrefix(prefix: string): RowTags {
  return {
    row: `<${prefix}row`,
    rowEnd: `</${prefix}row>`,
    cell: `<${prefix}c`,
    cellEnd: `</${prefix}c>`,
    value: `<${prefix}v`,
    dataEnd: `</${prefix}sheetData>`,
  };
}

function refuseEndless(text: string): void {
  if (text.length > tableLimits.recordBytes) throw new TableError('damaged');
}
