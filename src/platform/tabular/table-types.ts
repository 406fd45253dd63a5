/** A cell as read or written. Dates are read as ISO text; a Date is written as a date and time without zone (UTC). */
export type TableCell = string | number | boolean | Date | null;

export type TableRow = {
  /** Row number in the file as Excel shows it: blank rows count, a header in the first row is 1. */
  number: number;
  /** At least as long as the headers; an empty cell, or one of white space only, is null. */
  cells: TableCell[];
  /** The row has more or (CSV only) fewer cells than the header. */
  ragged: boolean;
};

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export type TableSource = {
  format: 'csv' | 'xlsx';
  encoding?: TextEncodingName;
  delimiter?: string;
  /** Row number of the (last) header row. */
  headerRow: number;
  headers: string[];
  /** Names of all worksheets, in order (xlsx). */
  sheets?: string[];
  /** The worksheet that is read (xlsx). */
  sheet?: string;
  /** Data rows, for a progress bar only: blank rows and stray quotes may make it a little too high. */
  rowCount?: number;
  /** Data rows in order, from row number `from` on; may be called again, each call reads the file anew. */
  rows(from?: number): AsyncGenerator<TableRow, void, undefined>;
  /** The same rows in arrays of `size` (the last one shorter); the next is read when the caller asks for it. */
  batches(size: number, from?: number): AsyncGenerator<TableRow[], void, undefined>;
};

export const tableLimits = {
  columns: 500,
  cellCharacters: 100_000,
  /** Bytes of one CSV record; a quote that is never closed would otherwise swallow the file. */
  recordBytes: 16_000_000,
  /** Bytes of all parts of a workbook after inflation (a sheet of 1 048 576 × 20 cells has about 1.3 GB). */
  workbookBytes: 4 * 1024 ** 3,
  /** Bytes of a part that is held in memory: shared strings, styles, workbook list. */
  partBytes: 256 * 1024 ** 2,
  /** Inflated : compressed, judged for parts above `ratioFromBytes`; sheets of equal rows reach about 100. */
  ratio: 200,
  ratioFromBytes: 64 * 1024 ** 2,
} as const;

export const tableErrorTexts = {
  'not-a-table': {
    zh: '无法识别为表格。请上传 CSV 或 Excel（.xlsx）文件。',
    en: 'This is not a table. Upload a CSV or Excel (.xlsx) file.',
  },
  'old-xls': {
    zh: '这是旧版 Excel（.xls）文件。请在 Excel 中另存为 .xlsx 后再上传。',
    en: 'This is an old Excel file (.xls). Save it as .xlsx in Excel and upload it again.',
  },
  'html-as-xls': {
    zh: '这是扩展名为 .xls 的网页文件。请在 Excel 中打开，另存为 .xlsx 后再上传。',
    en: 'This is a web page named .xls. Open it in Excel, save it as .xlsx and upload it again.',
  },
  'binary-workbook': {
    zh: '这是二进制工作簿（.xlsb）。请在 Excel 中另存为 .xlsx 后再上传。',
    en: 'This is a binary workbook (.xlsb). Save it as .xlsx in Excel and upload it again.',
  },
  encrypted: {
    zh: '文件设有密码。请在 Excel 中去掉密码后再上传。',
    en: 'The file has a password. Remove it in Excel and upload the file again.',
  },
  damaged: {
    zh: '文件已损坏或未传完。请在 Excel 中打开并重新保存后再上传。',
    en: 'The file is damaged or incomplete. Open it in Excel, save it and upload it again.',
  },
  empty: {
    zh: '文件里没有数据。第一行请填写列名，以下每行一条记录。',
    en: 'The file has no data. Put the column names in the first row and one record in each row below.',
  },
  'no-such-sheet': {
    zh: '找不到该工作表。请重新选择工作表。',
    en: 'This worksheet was not found. Choose another worksheet.',
  },
  'too-many-columns': {
    zh: '列数超过 500。请删除多余的列后再上传。',
    en: 'The table has more than 500 columns. Remove the columns you do not need and upload it again.',
  },
  'cell-too-long': {
    zh: '有单元格超过 10 万字。请缩短该单元格后再上传。',
    en: 'A cell has more than 100 000 characters. Shorten it and upload the file again.',
  },
  'unclosed-quote': {
    zh: '有引号没有成对。请检查该行的引号，或改用 .xlsx 文件。',
    en: 'A quotation mark is not closed. Check the quotes in this row, or use an .xlsx file.',
  },
  'zip-bomb': {
    zh: '文件解压后过大，已拒绝。请拆分成几个文件后再上传。',
    en: 'The file is refused because it unpacks to too much data. Split it into several files.',
  },
} as const;

export type TableErrorCode = keyof typeof tableErrorTexts;

/** A file that cannot be read as a table; `code` selects the text in `tableErrorTexts`, `row` is the place if known. */
export class TableError extends Error {
  readonly code: TableErrorCode;
  readonly row: number | undefined;

  constructor(code: TableErrorCode, detail?: { row?: number; cause?: unknown }) {
    super(`${code}${detail?.row === undefined ? '' : ` (row ${detail.row})`}`, { cause: detail?.cause });
    this.name = 'TableError';
    this.code = code;
    this.row = detail?.row;
  }
}

/** Nothing but white space (the ideographic space included) counts as an empty cell. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most cells begin with a visible ASCII or Chinese character: no need to trim those.
  if ((first > 0x20 && first < 0x80) || (first > 0x3000 && first < 0xfeff)) return false;
  return text.trim() === '';
}

/** Groups rows into arrays of `size`; pulls no further than the caller asks. */
export async function* inBatches(
  rows: AsyncIterable<TableRow>,
  size: number,
): AsyncGenerator<TableRow[], void, undefined> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
