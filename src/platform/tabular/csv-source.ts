import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { restoreCell } from '#kernel/csv-safety.ts';
import { scanTextFile, textDecoding } from './encoding.ts';
import type { TextScan } from './encoding.ts';
import { findHeader } from './header-row.ts';
import type { NumberedRow } from './header-row.ts';
import { inBatches, isBlankText, TableError, tableLimits } from './table-types.ts';
import type { TableCell, TableRow, TableSource, TextEncodingName } from './table-types.ts';

type CsvShape = {
  path: string;
  encoding: TextEncodingName;
  markBytes: number;
  delimiter: string;
  recordDelimiter: string[];
  /** The line `sep=;` that Excel understands is not a record, yet counts as a row. */
  hasSeparatorLine: boolean;
};

const previewRecords = 30;
const sampleBytes = 256 * 1024;

/** Opens a delimited text file (CU-12): comma, semicolon, tab or bar; UTF-8, GB18030 or UTF-16. */
export async function openCsv(path: string): Promise<TableSource> {
  const scan = await scanTextFile(path);
  if (scan.hasZeroBytes) throw new TableError('not-a-table');
  const shape = await shapeOf(path, scan);
  const preview: NumberedRow[] = [];
  for await (const row of records(shape)) {
    preview.push(row);
    if (preview.length >= previewRecords) break;
  }
  const header = findHeader(preview);
  if (header === undefined || header.headers.length === 0) throw new TableError('empty');
  const { headers, headerRow } = header;
  const rows = (from = 0): AsyncGenerator<TableRow, void, undefined> =>
    dataRows(shape, headers.length, Math.max(from, headerRow + 1));
  return {
    format: 'csv',
    encoding: scan.encoding,
    delimiter: shape.delimiter,
    headerRow,
    headers,
    ...(scan.lines === undefined ? {} : { rowCount: Math.max(0, scan.lines - headerRow) }),
    rows,
    batches: (size, from) => inBatches(rows(from), size),
  };
}

/** The delimiter that splits the most of the first lines into the same number of cells; a comma when none does. */
export function detectDelimiter(sample: string): string {
  const lines = linesOutsideQuotes(sample).filter((line) => line.trim() !== '').slice(0, 30);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', '\t', ';', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    if (counts.length === 0) continue;
    const frequency = new Map<number, number>();
    for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    const [columns, agreeing] = [...frequency].reduce((a, b) => (b[1] * b[0] > a[1] * a[0] ? b : a));
    const score = (agreeing / lines.length) ** 2 * Math.min(columns, 20);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Lines with everything between quotes taken out. */
function linesOutsideQuotes(sample: string): string[] {
  return sample.replace(/"[^"]*("|$)/g, '').split(/\r\n|\n|\r/);
}

async function shapeOf(path: string, scan: TextScan): Promise<CsvShape> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(sampleBytes);
    const { bytesRead } = await file.read(bytes, 0, sampleBytes, scan.markBytes);
    const sample = textDecoding(scan.encoding).write(bytes.subarray(0, bytesRead));
    const separator = /^sep=([,;|\t])\r?\n/i.exec(sample)?.[1];
    return {
      path,
      encoding: scan.encoding,
      markBytes: scan.markBytes,
      delimiter: separator ?? detectDelimiter(sample),
      recordDelimiter: sample.includes('\n') ? ['\r\n', '\n'] : ['\r'],
      hasSeparatorLine: separator !== undefined,
    };
  } finally {
    await file.close();
  }
}

async function* dataRows(shape: CsvShape, width: number, from: number): AsyncGenerator<TableRow, void, undefined> {
  for await (const { number, cells } of records(shape)) {
    if (number < from) continue;
    const isShort = cells.length < width;
    let { length } = cells;
    while (length > width && cells[length - 1] === null) length -= 1;
    cells.length = length;
    while (cells.length < width) cells.push(null);
    yield { number, cells, ragged: isShort || length > width };
  }
}

/** All records that hold something, with their numbers in the file. */
async function* records(shape: CsvShape): AsyncGenerator<NumberedRow, void, undefined> {
  const parser = parse({
    delimiter: shape.delimiter,
    record_delimiter: shape.recordDelimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: tableLimits.recordBytes,
  });
  const abort = new AbortController();
  const source = createReadStream(shape.path, { start: shape.markBytes, highWaterMark: 256 * 1024 });
  // The parser's own error reaches the loop below; the pipeline only has to close the file.
  const feeding = (
    shape.encoding === 'utf-8'
      ? pipeline(source, parser, { signal: abort.signal })
      : pipeline(source, decodingStream(shape.encoding), parser, { signal: abort.signal })
  ).catch(() => undefined);
  const parsed: AsyncIterable<string[]> = parser;
  let number = 0;
  try {
    for await (const record of parsed) {
      number += 1;
      if (number === 1 && shape.hasSeparatorLine) continue;
      const cells = toCells(record, number);
      if (cells !== undefined) yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? tableErrorOf(error, number + 1) : error;
  } finally {
    abort.abort();
    await feeding;
  }
}

function tableErrorOf(error: CsvError, row: number): TableError {
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return new TableError(isQuote ? 'unclosed-quote' : 'damaged', { row, cause: error });
}

/** Undefined for a blank row. Texts that an export had neutralised come back as they were (SEC-23). */
function toCells(record: string[], row: number): TableCell[] | undefined {
  const cells: TableCell[] = [];
  let last = -1;
  for (let column = 0; column < record.length; column += 1) {
    const text = record[column] ?? '';
    if (text.length > tableLimits.cellCharacters) throw new TableError('cell-too-long', { row });
    const isBlank = isBlankText(text);
    if (!isBlank) last = column;
    cells.push(isBlank ? null : restoreCell(text));
  }
  if (last >= tableLimits.columns) throw new TableError('too-many-columns', { row });
  return last < 0 ? undefined : cells;
}

function decodingStream(encoding: TextEncodingName): Transform {
  const decoding = textDecoding(encoding);
  return new Transform({
    encoding: 'utf8',
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, decoding.write(chunk));
    },
    flush(done) {
      done(null, decoding.end());
    },
  });
}
