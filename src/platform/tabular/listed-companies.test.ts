import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';
import type { FieldCandidate } from './guess-columns.ts';
import { openTable } from './read-table.ts';
import type { TableRow, TableSource } from './table-types.ts';
import { writeXlsx } from './write-table.ts';

const data = process.env['ZHIKE_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const realPath = join(data, 'listed-companies.csv');
const isPresent = existsSync(realPath);

const small =
  '股票代码,客户名称,行业,地区,上市日期,总股本(亿),股东人数\n600001,新 希 样,饲料,四川,1998-03-11,7.9,1200\n' +
  '000002,万 样Ａ,地产,广东,1991-01-29,12.95,56000\n';

const candidates: FieldCandidate[] = [
  { field: 'name', labels: ['客户名称'], synonyms: [], type: 'text' },
  { field: 'industry', labels: ['行业'], synonyms: [], type: 'text' },
  { field: 'region', labels: ['地区'], synonyms: [], type: 'text' },
  { field: 'shares', labels: ['总股本'], synonyms: [], type: 'decimal' },
  { field: 'listedOn', labels: ['上市日期'], synonyms: [], type: 'date' },
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-listed-'));
  await writeFile(join(folder, 'utf8.csv'), small);
  await writeFile(join(folder, 'gb.csv'), iconv.encode(small, 'gb18030'));
});
afterAll(() => rm(folder, { recursive: true }));

const rowsOf = (source: TableSource): Promise<TableRow[]> => Array.fromAsync(source.rows());

async function checkBothEncodings(utf8Path: string, gbPath: string, count: number): Promise<void> {
  const utf8 = await openTable(utf8Path, { fileName: 'a.csv' });
  const gb = await openTable(gbPath, { fileName: 'b.csv' });
  expect([utf8.encoding, gb.encoding]).toEqual(['utf-8', 'gb18030']);
  expect(gb.headers).toEqual(utf8.headers);
  const rows = await rowsOf(utf8);
  expect(rows).toHaveLength(count);
  expect([utf8.rowCount, gb.rowCount]).toEqual([count, count]);
  expect(await rowsOf(gb)).toEqual(rows);
  expect(rows.filter((row) => row.ragged)).toEqual([]);
  const guesses = guessColumns(utf8.headers, candidates, rows.slice(0, 50).map((row) => row.cells));
  expect(guesses.map((guess) => guess.field)).toEqual([null, 'name', 'industry', 'region', 'listedOn', 'shares', null]);
  const path = join(folder, 'again.xlsx');
  await writeXlsx(rows.map((row) => row.cells), utf8.headers, path, { sheetName: '客户' });
  expect(await rowsOf(await openTable(path, { fileName: 'again.xlsx' }))).toEqual(rows);
}

describe('listed companies', () => {
  it('reads our small file alike in both encodings and through xlsx', () =>
    checkBothEncodings(join(folder, 'utf8.csv'), join(folder, 'gb.csv'), 2));

  const presence = `real file present: ${isPresent ? 'yes' : 'no, left out'}`;

  it(`reads the 3 621 real companies alike in both encodings (${presence})`, async () => {
    if (isPresent) await checkBothEncodings(realPath, join(data, 'listed-companies.gb18030.csv'), 3_621);
    expect(existsSync(realPath)).toBe(isPresent);
  });
});
