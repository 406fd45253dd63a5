import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { CellValue, ColumnDef } from 'hucre/xlsx';
import { neutraliseCell } from '#kernel/csv-safety.ts';
import type { TableCell } from './table-types.ts';

/**
 * What a column holds. `number` takes decimal text too (`-12.30`), `date` and `datetime` ISO text; text of a number
 * column that is no number, and every text of the others, is neutralised (SEC-23).
 */
export type ColumnType = 'text' | 'number' | 'date' | 'datetime' | 'boolean';

export type Rows = AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;

const flushCharacters = 64 * 1024;
const plainNumber = /^-?\d+(\.\d+)?$/;
const isoDate = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)Z?)?$/;

/**
 * Writes a CSV file and ends `out`; waits whenever `out` is full. The byte order mark makes Excel read the Chinese
 * rightly. Returns the number of data rows (CU-12, SEC-23).
 */
export async function writeCsv(
  rows: Rows,
  headers: readonly string[],
  out: Writable,
  options: { bom: boolean; columnTypes?: readonly ColumnType[] },
): Promise<number> {
  const types = options.columnTypes ?? [];
  const closed = finished(out);
  // Without a listener a failing disk would end the process before the write below sees it.
  closed.catch(() => undefined);
  let text = `${options.bom ? '\ufeff' : ''}${csvLine(headers, [])}`;
  let count = 0;
  for await (const row of rows) {
    count += 1;
    text += csvLine(row, types);
    if (text.length < flushCharacters) continue;
    if (!out.write(text)) await Promise.race([once(out, 'drain'), closed]);
    text = '';
  }
  out.end(text);
  await closed;
  return count;
}

/**
 * Writes an .xlsx file to a stream (which it ends) or a path. Dates become real dates, numbers real numbers; beyond
 * 1 048 576 rows a further sheet is begun. Returns the number of data rows (CU-12, SEC-23).
 */
export async function writeXlsx(
  rows: Rows,
  headers: readonly string[],
  out: Writable | string,
  options: { sheetName: string; columnTypes?: readonly ColumnType[] },
): Promise<number> {
  const types = options.columnTypes ?? [];
  let count = 0;
  async function* cells(): AsyncGenerator<CellValue[], void, undefined> {
    for await (const row of rows) {
      count += 1;
      yield Array.from(row, (cell, column) => xlsxCell(cell, types[column]));
    }
  }
  const columns = headers.map((header, column) => columnOf(header, types[column]));
  // Loaded with the first workbook (PL-71).
  const { writeXlsxStream } = await import('hucre/xlsx');
  const bytes = writeXlsxStream(cells(), {
    name: sheetNameOf(options.sheetName),
    columns,
    freezePane: { rows: 1 },
  });
  const target = typeof out === 'string' ? createWriteStream(out) : out;
  await pipeline(Readable.from(chunksOf(bytes), { objectMode: false, highWaterMark: flushCharacters }), target);
  return count;
}

function csvLine(cells: readonly TableCell[], types: readonly ColumnType[]): string {
  let line = '';
  for (let column = 0; column < cells.length; column += 1) {
    if (column > 0) line += ',';
    line += csvCell(cells[column] ?? null, types[column]);
  }
  return `${line}\r\n`;
}

function csvCell(cell: TableCell, type: ColumnType | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return dateText(cell, type);
  if (type === 'number' && plainNumber.test(cell)) return cell;
  const text = neutraliseCell(cell);
  return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function xlsxCell(cell: TableCell, type: ColumnType | undefined): CellValue {
  if (typeof cell !== 'string') return cell;
  if (type === 'number' && plainNumber.test(cell) && isExactDouble(cell)) return Number(cell);
  if (type === 'date' || type === 'datetime') {
    const match = isoDate.exec(cell);
    const date = match === null ? undefined : new Date(`${match[1]}T${match[2] ?? '00:00'}Z`);
    if (date !== undefined && !Number.isNaN(date.getTime())) return date;
  }
  return xlsxText(cell);
}

/** Excel keeps 15 significant digits: a longer amount or number stays text rather than being rounded. */
function isExactDouble(text: string): boolean {
  return text.replace(/^-?0*\.?0*/, '').replace('.', '').length <= 15;
}

/**
 * Leaves out control characters and lone surrogates, which XML cannot hold (Excel refuses the file), and escapes what
 * Excel would read as an escape (`_x0041_`); hucre does neither.
 */
function xlsxText(text: string): string {
  const lawful = text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '');
  return neutraliseCell(lawful.replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x'));
}

function dateText(date: Date, type: ColumnType | undefined): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return type === 'date' ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

function columnOf(header: string, type: ColumnType | undefined): ColumnDef {
  const width = Math.min(40, Math.max(12, header.length * 2 + 4));
  const definition = { header: xlsxText(header), width };
  if (type === 'date') return { ...definition, numFmt: 'yyyy-mm-dd' };
  if (type === 'datetime') return { ...definition, numFmt: 'yyyy-mm-dd hh:mm:ss', width: 20 };
  return type === 'text' ? { ...definition, numFmt: '@' } : definition;
}

/** Excel allows 31 characters and none of these in the name of a sheet. */
function sheetNameOf(name: string): string {
  const allowed = name.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31);
  return allowed === '' ? 'Sheet1' : allowed;
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // An aborted download must end the query that feeds the rows.
    await reader.cancel().catch(() => undefined);
  }
}
