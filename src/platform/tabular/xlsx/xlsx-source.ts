import { findHeader, hasGaps } from '../header-row.ts';
import type { NumberedRow } from '../header-row.ts';
import { outlineSheet, scanSheet } from './sheet-scanner.ts';
import type { SheetContext, SheetOutline } from './sheet-scanner.ts';
import { inBatches, TableError } from '../table-types.ts';
import type { TableRow, TableSource } from '../table-types.ts';
import { readFormats, readSharedStrings, readWorkbook } from './workbook-parts.ts';
import type { Worksheet } from './workbook-parts.ts';
import { inflateEntry, readZipDirectory } from './zip-entries.ts';

const previewRows = 30;
const unknownOutline: SheetOutline = { rows: 0, merges: [] };

/** Opens one worksheet of a workbook (CU-12): the named one, else the first that is not hidden. */
export async function openXlsx(path: string, options: { sheet?: string | undefined } = {}): Promise<TableSource> {
  const book = await readWorkbook(path, await readZipDirectory(path));
  const { sheet: wanted } = options;
  const sheet =
    wanted === undefined
      ? (book.sheets.find((one) => !one.isHidden) ?? book.sheets[0])
      : book.sheets.find((one) => one.name === wanted);
  if (sheet === undefined) throw new TableError('no-such-sheet');
  const context: SheetContext = {
    strings: await readSharedStrings(book),
    formats: await readFormats(book),
    is1904: book.is1904,
  };
  const preview = await firstRows(path, sheet, context);
  const topRow = preview.at(-1)?.number ?? 0;
  const declared = await declaredRows(path, sheet);
  const isOutlineNeeded = declared === undefined || hasGaps(preview);
  const outline = isOutlineNeeded ? await outlineSheet(inflateEntry(path, sheet.entry), topRow) : unknownOutline;
  const header = findHeader(preview, outline.merges);
  if (header === undefined || header.headers.length === 0) throw new TableError('empty');
  const { headers, headerRow } = header;
  const rows = (from = 0): AsyncGenerator<TableRow, void, undefined> =>
    dataRows(path, sheet, context, headers.length, Math.max(from, headerRow + 1));
  return {
    format: 'xlsx',
    headerRow,
    headers,
    sheets: book.sheets.map((one) => one.name),
    sheet: sheet.name,
    rowCount: Math.max(0, (declared ?? outline.rows) - headerRow),
    rows,
    batches: (size, from) => inBatches(rows(from), size),
  };
}

async function firstRows(path: string, sheet: Worksheet, context: SheetContext): Promise<NumberedRow[]> {
  const preview: NumberedRow[] = [];
  for await (const rows of scanSheet(inflateEntry(path, sheet.entry), context)) {
    preview.push(...rows.slice(0, previewRows - preview.length));
    if (preview.length >= previewRows) break;
  }
  return preview;
}

/** The last row by the sheet's own account; undefined when it gives none or a placeholder such as `A1`. */
async function declaredRows(path: string, sheet: Worksheet): Promise<number | undefined> {
  for await (const chunk of inflateEntry(path, sheet.entry)) {
    const last = /<(?:[\w.-]+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(chunk.toString('latin1'))?.[1];
    return last === undefined ? undefined : Number(last);
  }
  return undefined;
}

async function* dataRows(
  path: string,
  sheet: Worksheet,
  context: SheetContext,
  width: number,
  from: number,
): AsyncGenerator<TableRow, void, undefined> {
  for await (const rows of scanSheet(inflateEntry(path, sheet.entry), context)) {
    for (const { number, cells } of rows) {
      if (number < from) continue;
      // A sheet leaves empty cells out, so that a short row is nothing unusual here.
      while (cells.length < width) cells.push(null);
      yield { number, cells, ragged: cells.length > width };
    }
  }
}
