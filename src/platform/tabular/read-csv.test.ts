import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from './read-table.ts';
import type { TableRow, TableSource } from './table-types.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function table(content: string | Buffer, fileName = 'file.csv'): Promise<TableSource> {
  const path = join(folder, 'upload');
  await writeFile(path, content);
  return openTable(path, { fileName });
}

async function all(source: TableSource, from?: number): Promise<TableRow[]> {
  return Array.fromAsync(source.rows(from));
}

describe('openTable on CSV', () => {
  it('reads quotes, line breaks in quotes, blank lines and ragged rows with the numbers Excel shows', async () => {
    const source = await table(
      '\ufeff名称,电话,备注\r\n甲,1,"一\n二"\r\n\r\n乙,"a ""b"", c"\r\n,,\r\n丙,2,三,四\r\n丁,3,,,\r\n',
    );
    expect(source).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1, rowCount: 6 });
    expect(source.headers).toEqual(['名称', '电话', '备注']);
    expect(await all(source)).toEqual([
      { number: 2, cells: ['甲', '1', '一\n二'], ragged: false },
      { number: 4, cells: ['乙', 'a "b", c', null], ragged: true },
      { number: 6, cells: ['丙', '2', '三', '四'], ragged: true },
      { number: 7, cells: ['丁', '3', null], ragged: false },
    ]);
  });

  it.each([
    ['tab', '\t'],
    ['semicolon', ';'],
    ['bar', '|'],
  ])('finds the %s as delimiter although commas occur', async (_, mark) => {
    const lines = [['名称', '地址', '额'], ['甲', '沪,宁', '1'], ['乙', '京', `"2${mark},,,,"`]];
    const source = await table(lines.map((line) => line.join(mark)).join('\n'));
    expect(source.delimiter).toBe(mark);
    expect((await all(source)).map((row) => row.cells)).toEqual([
      ['甲', '沪,宁', '1'],
      ['乙', '京', `2${mark},,,,`],
    ]);
  });

  it('obeys the line sep= and reads single columns, old Mac line ends and mixed ones', async () => {
    expect((await all(await table('sep=;\r\na;b\r\n1;2\r\n')))[0]).toMatchObject({ number: 3, cells: ['1', '2'] });
    expect((await table('名称\n甲\n')).headers).toEqual(['名称']);
    expect(await all(await table('a,b\rc,d\r'))).toEqual([{ number: 2, cells: ['c', 'd'], ragged: false }]);
    expect((await all(await table('a,b\r\nc,d\ne,f\r\n'))).length).toBe(2);
  });

  it('reads GB18030 and UTF-16 as it reads UTF-8', async () => {
    const text = '名称,地区\n新 希 望,四川\n万 科Ａ𠮷,广东\n';
    const plain = await all(await table(text));
    for (const bytes of [iconv.encode(text, 'gb18030'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(await all(await table(bytes))).toEqual(plain);
    }
    expect(plain[1]?.cells).toEqual(['万 科Ａ𠮷', '广东']);
  });

  it('starts anywhere and hands out batches', async () => {
    const source = await table(`n,v\n${Array.from({ length: 25 }, (_, i) => `${i},x`).join('\n')}`);
    expect((await all(source, 20)).map((row) => row.number)).toEqual([20, 21, 22, 23, 24, 25, 26]);
    const batches = await Array.fromAsync(source.batches(10, 4));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 3]);
    for await (const batch of source.batches(5)) {
      expect(batch).toHaveLength(5);
      break;
    }
    expect(await all(source)).toHaveLength(25);
  });

  it('restores what an export neutralised', async () => {
    expect((await all(await table("名称,额\n'=1+1,'+86\n")))[0]?.cells).toEqual(['=1+1', '+86']);
  });

  it.each([
    ['empty', '', 'a.csv'],
    ['empty', '\n\n, \n\u3000,\n', 'a.csv'],
    ['not-a-table', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0, 0, 2, 0, 0]), 'a.csv'],
    ['not-a-table', '%PDF-1.7\nx', 'a.csv'],
    ['html-as-xls', '<html><table><tr><td>1</td></tr></table></html>', 'a.xls'],
    ['too-many-columns', Array.from({ length: 501 }, () => 'x').join(','), 'a.csv'],
    ['cell-too-long', `a,b\n1,${'x'.repeat(100_001)}\n`, 'a.csv'],
    ['unclosed-quote', 'a,b\n1,"2\n3,4\n', 'a.csv'],
    ['damaged', 'PK\u0003\u0004 no archive', 'a.xlsx'],
  ])('refuses with %s', async (code, content, name) => {
    await expect(table(content, name)).rejects.toMatchObject({ name: 'TableError', code });
  });

  it('names the row of a fault far down', async () => {
    const source = await table(`a,b\n${'1,2\n'.repeat(100)}3,${'x'.repeat(100_001)}\n`);
    await expect(all(source)).rejects.toMatchObject({ code: 'cell-too-long', row: 102 });
  });
});
