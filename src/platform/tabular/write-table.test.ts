import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from './read-table.ts';
import type { TableCell } from './table-types.ts';
import { writeCsv, writeXlsx } from './write-table.ts';
import type { ColumnType } from './write-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-write-'));
});
afterAll(() => rm(folder, { recursive: true }));

const risky = ['=1+1', ' =cmd()', '\t=x', '＝1', '-5', '+86 138', '@sum', "'=1", "'", "O'Neil"].concat(
  '普通', 'a_x0041_b', 'a,"b"\r\nc',
);

async function written(format: 'csv' | 'xlsx', rows: TableCell[][], columnTypes?: ColumnType[]): Promise<string> {
  const path = join(folder, `out.${format}`);
  const headers = rows[0]?.map((_, i) => `列${String.fromCharCode(65 + i)}`) ?? [];
  const types = columnTypes === undefined ? {} : { columnTypes };
  const count =
    format === 'csv'
      ? await writeCsv(rows, headers, createWriteStream(path), { bom: true, ...types })
      : await writeXlsx(rows, headers, path, { sheetName: '客户', ...types });
  expect(count).toBe(rows.length);
  return path;
}

async function reread(format: 'csv' | 'xlsx', rows: TableCell[][], columnTypes?: ColumnType[]): Promise<TableCell[][]> {
  const source = await openTable(await written(format, rows, columnTypes), { fileName: `out.${format}` });
  return (await Array.fromAsync(source.rows())).map((row) => row.cells);
}

describe.each(['csv', 'xlsx'] as const)('%s', (format) => {
  it('neutralises formulas in the file and reads every text back as it was (SEC-23)', async () => {
    const rows = risky.map((text) => ['x', text]);
    expect(await reread(format, rows)).toEqual(rows);
    const path = await written(format, rows);
    const cells =
      format === 'xlsx'
        ? ((await readXlsx(await readFile(path))).sheets[0]?.rows ?? []).map((row) => row[1])
        : (await readFile(path, 'utf8')).split('\r\n').map((line) => line.slice(2));
    for (const text of ['=1+1', '＝1', '-5', '+86 138', '@sum', "'=1"]) {
      expect(cells).toContain(`'${text}`);
      expect(cells).not.toContain(text);
    }
  });

  it('reads back any text it wrote', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'=+-@\'" ,;\n\t中万Ａ＝a0_x<&>|'), minLength: 1, maxLength: 12 })
      .filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constant('k'), text), { minLength: 1, maxLength: 8 }), async (rows) => {
        expect(await reread(format, rows)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('writeCsv', () => {
  it('begins with the mark, keeps numbers and decimal text plain', async () => {
    const rows = [[-5, '-12.30', '-12.30', true, null, new Date('2024-01-05T08:30:00Z'), 'a;b']];
    const path = await written('csv', rows, ['number', 'number', 'text', 'boolean', 'text', 'date', 'text']);
    expect(await readFile(path, 'utf8')).toBe(
      `\ufeff列A,列B,列C,列D,列E,列F,列G\r\n-5,-12.30,'-12.30,TRUE,,2024-01-05,"a;b"\r\n`,
    );
  });

  it('waits for a slow reader instead of piling up', async () => {
    let made = 0;
    async function* rows(): AsyncGenerator<TableCell[]> {
      for (; made < 20_000; made += 1) yield ['x'.repeat(100)];
    }
    const out = new PassThrough({ highWaterMark: 1024 });
    const writing = writeCsv(rows(), ['a'], out, { bom: false });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(made).toBeLessThan(2_000);
    out.resume();
    expect(await writing).toBe(20_000);
  });

  it('fails when the target fails', async () => {
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const rows = Array.from({ length: 5_000 }, () => ['x'.repeat(100)]);
    await expect(writeCsv(rows, ['a'], out, { bom: false })).rejects.toThrow('disk full');
  });
});

describe('writeXlsx', () => {
  it('writes real numbers and dates, and leaves as text what a number cannot hold', async () => {
    const rows = [
      ['12.30', '440106199001011234', '2024-01-05', '2024-01-05T08:30:00', 7.99, true, '0013'],
      ['无', '-0.5', '未定', null, null, false, null],
    ];
    const types: ColumnType[] = ['number', 'number', 'date', 'datetime', 'number', 'boolean', 'text'];
    expect(await reread('xlsx', rows, types)).toEqual([
      [12.3, '440106199001011234', '2024-01-05', '2024-01-05T08:30:00', 7.99, true, '0013'],
      ['无', -0.5, '未定', null, null, false, null],
    ]);
    const book = await readXlsx(await readFile(await written('xlsx', rows, types)));
    expect(book.sheets[0]?.rows[1]?.[2]).toEqual(new Date('2024-01-05T00:00:00Z'));
  });

  it('drops what XML cannot hold and makes the sheet name lawful', async () => {
    const path = join(folder, 'control.xlsx');
    const sheetName = `客户/清单:2024?${'一二三四五六七八九十'.repeat(3)}`;
    await writeXlsx([['a\u0001b\ud800c𠮷']], ['名称'], path, { sheetName });
    const source = await openTable(path, { fileName: 'control.xlsx' });
    expect(source.sheet).toBe(`客户 清单 2024 ${'一二三四五六七八九十'.repeat(2)}`.slice(0, 31));
    expect((await Array.fromAsync(source.rows()))[0]?.cells).toEqual(['abc𠮷']);
  });

  it('ends the rows when the target breaks off', async () => {
    let isEnded = false;
    async function* rows(): AsyncGenerator<TableCell[]> {
      try {
        for (let i = 0; ; i += 1) yield [`客户${(i * 7919) % 100_003}`, i];
      } finally {
        isEnded = true;
      }
    }
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('closed')) });
    await expect(writeXlsx(rows(), ['a', 'b'], out, { sheetName: 'x' })).rejects.toThrow('closed');
    await expect.poll(() => isEnded).toBe(true);
  });
});
