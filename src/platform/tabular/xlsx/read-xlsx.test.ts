import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../read-table.ts';
import type { TableSource } from '../table-types.ts';
import { zipBytes } from './zip-bytes.ts';
import type { ZipPart } from './zip-bytes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(list: readonly [string, string, string][]): string {
  const tags = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${tags.join('')}</Relationships>`;
}

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="[h]:mm"/>' +
  '<numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164"/><xf numFmtId="165"/>' +
  '<xf numFmtId="166"/><xf numFmtId="31"/></cellXfs></styleSheet>';

type BookOptions = {
  strings?: string;
  prefix?: string;
  second?: string;
  hideFirst?: boolean;
  is1904?: boolean;
  tail?: string;
};

/** A workbook laid out as Excel lays it out: the sheets before the shared strings. */
function book(rows: string, options: BookOptions = {}): ZipPart[] {
  const p = options.prefix ?? '';
  const state = options.hideFirst === true ? ' state="hidden"' : '';
  const second = options.second === undefined ? '' : '<sheet name="表&amp;二" sheetId="2" r:id="rId2"/>';
  return [
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', '/xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content:
        `<workbook><workbookPr${options.is1904 === true ? ' date1904="1"' : ''}/>` +
        `<sheets><sheet name="客户" sheetId="1"${state} r:id="rId1"/>${second}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId3', 'sharedStrings', 'sharedStrings.xml'],
        ['rId4', 'styles', 'styles.xml'],
      ]),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content:
        `<?xml version="1.0"?><${p}worksheet><${p}cols><${p}col/></${p}cols><${p}sheetData>${rows}</${p}sheetData>` +
        `${options.tail ?? ''}<${p}rowBreaks/></${p}worksheet>`,
    },
    {
      name: 'xl/worksheets/sheet2.xml',
      content: `<worksheet><sheetData>${options.second ?? ''}</sheetData></worksheet>`,
    },
    { name: 'xl/styles.xml', content: styles },
    { name: 'xl/sharedStrings.xml', content: `<sst>${options.strings ?? ''}</sst>` },
  ];
}

async function open(parts: readonly ZipPart[] | Buffer, sheet?: string): Promise<TableSource> {
  const path = join(folder, 'upload');
  await writeFile(path, Buffer.isBuffer(parts) ? parts : zipBytes(parts));
  return openTable(path, { fileName: 'a.xlsx', ...(sheet === undefined ? {} : { sheet }) });
}

async function cells(source: TableSource): Promise<unknown[][]> {
  return (await Array.fromAsync(source.rows())).map((row) => row.cells);
}

const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (number: number, ...texts: (string | null)[]): string => {
  const list = texts.map((text, i) => (text === null ? '' : inline(`${String.fromCharCode(65 + i)}${number}`, text)));
  return `<row r="${number}">${list.join('')}</row>`;
};

describe('openTable on xlsx', () => {
  it('reads shared, rich and inline texts, entities and escapes', async () => {
    const strings =
      '<si><t>名称</t></si><si><r><rPr/><t>上</t></r><r><t xml:space="preserve"> 海</t></r>' +
      '<rPh sb="0"><t>シャンハイ</t></rPh></si>' +
      '<si/><si><t><![CDATA[a<b&c]]></t></si><si><t>一_x000D_二 &lt;&#x4e09;&gt;</t></si>';
    const s = (ref: string, i: number): string => `<c r="${ref}" t="s"><v>${i}</v></c>`;
    const source = await open(
      book(
        `<row r="1">${s('A1', 0)}${inline('B1', '备注')}</row><row r="2">${s('A2', 1)}${s('B2', 3)}</row>` +
          `<row r="3">${s('A3', 4)}${s('B3', 2)}</row>` +
          '<row r="4"><c r="A4" t="str"><f>A1&amp;"="</f><v>&apos;=x</v></c></row>',
        { strings },
      ),
    );
    expect(source).toMatchObject({ format: 'xlsx', sheets: ['客户'], sheet: '客户', headers: ['名称', '备注'], rowCount: 3 });
    expect(await cells(source)).toEqual([
      ['上 海', 'a<b&c'],
      ['一\r二 <三>', null],
      ['=x', null],
    ]);
  });

  it('reads numbers as written, dates as ISO text, padded digits with their zeros', async () => {
    const c = (ref: string, style: number, value: string): string => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
    const source = await open(
      book(
        `${rowOf(1, '甲', '乙', '丙', '丁', '戊', '己', '庚')}<row r="2">` +
          `${c('A2', 0, '7.9900000000000002')}${c('B2', 1, '45296')}` +
          `${c('C2', 2, '720')}${c('D2', 3, '1.5')}${c('E2', 4, '45296.354166666664')}${c('F2', 5, '59')}` +
          `${c('G2', 0, '440106199001011234')}</row><row r="3"><c r="A3" t="b"><v>1</v></c>${c('B3', 1, '0.5')}` +
          `<c r="C3" t="d"><v>2024-01-05T00:00:00</v></c><c r="D3" t="e"><v>#N/A</v></c>${c('E3', 1, '61')}</row>`,
      ),
    );
    expect(await cells(source)).toEqual([
      [7.99, '2024-01-05', '000720', 1.5, '2024-01-05T08:30:00', '1900-02-28', '440106199001011234'],
      [true, '12:00:00', '2024-01-05', '#N/A', '1900-03-01', null, null],
    ]);
  });

  it('counts dates from 1904 where the workbook says so', async () => {
    const rows = `${rowOf(1, '日期')}<row r="2"><c r="A2" s="1"><v>43834</v></c></row>`;
    const source = await open(book(rows, { is1904: true }));
    expect(await cells(source)).toEqual([['2024-01-05']]);
  });

  it('passes over blank rows and a title, and keeps the row numbers', async () => {
    const rows = `<row r="1"/><row r="2"><c r="A2" s="1"/></row>${rowOf(3, '客户清单')}${rowOf(5, '名称', '地区', '电话')}`;
    const source = await open(book(`${rows}${rowOf(6, '甲', '沪', '1')}${rowOf(9, '乙', null, '2', '多')}`));
    expect(source).toMatchObject({ headerRow: 5, headers: ['名称', '地区', '电话'] });
    expect(await Array.fromAsync(source.rows())).toEqual([
      { number: 6, cells: ['甲', '沪', '1'], ragged: false },
      { number: 9, cells: ['乙', null, '2', '多'], ragged: true },
    ]);
  });

  it('joins a header of two levels, and repeats a label that only spans columns', async () => {
    const tail = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
    const two = await open(
      book(`${rowOf(1, '名称', '联系人')}${rowOf(2, null, '姓名', '电话')}${rowOf(3, '甲', '王', '1')}`, { tail }),
    );
    expect(two).toMatchObject({ headerRow: 2, headers: ['名称', '联系人 姓名', '联系人 电话'] });
    expect(await cells(two)).toEqual([['甲', '王', '1']]);
    const one = await open(
      book(`${rowOf(1, '名称', '电话')}${rowOf(2, '甲', '1', '2')}`, {
        tail: '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
      }),
    );
    expect(one).toMatchObject({ headerRow: 1, headers: ['名称', '电话', '电话'] });
  });

  it('reads the first visible sheet or the one that is named', async () => {
    const parts = book(rowOf(1, 'x'), { second: `${rowOf(1, '名称')}${rowOf(2, '甲')}`, hideFirst: true });
    expect(await open(parts)).toMatchObject({ sheet: '表&二', sheets: ['客户', '表&二'] });
    expect(await open(parts, '客户')).toMatchObject({ sheet: '客户', headers: ['x'] });
    await expect(open(parts, '无')).rejects.toMatchObject({ code: 'no-such-sheet' });
  });

  it('reads prefixed tags and cells without references', async () => {
    const row = (text: string): string =>
      `<x:row><x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>`;
    const source = await open(book(row('名称') + row('甲'), { prefix: 'x:' }));
    expect(await Array.fromAsync(source.rows())).toEqual([{ number: 2, cells: ['甲', 2], ragged: false }]);
  });

  it('reads a sheet of many blocks whole, and a slow reader gets the same rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => rowOf(i + 2, `客户${i}`, `值${i * 7}`)).join('');
    const source = await open(book(rowOf(1, '名称', '值') + rows));
    let next = 0;
    for await (const batch of source.batches(5_000)) {
      for (const row of batch) {
        expect(row.cells[0]).toBe(`客户${next}`);
        next += 1;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(next).toBe(20_000);
  });
});

describe('files of another writer', () => {
  it('reads shared texts, numbers, dates and booleans as hucre writes them', async () => {
    const rows = [
      ['名称', '额', '日期', '有效'],
      ['甲 & 乙', 7.99, new Date('2024-01-05T08:30:00Z'), true],
      ['甲 & 乙', -3, null, false],
    ];
    const source = await open(Buffer.from(await writeXlsx({ sheets: [{ name: '客户', rows }], stringMode: 'shared' })));
    expect(await cells(source)).toEqual([
      ['甲 & 乙', 7.99, '2024-01-05T08:30:00', true],
      ['甲 & 乙', -3, null, false],
    ]);
  });
});

describe('hostile and foreign archives', () => {
  const sheet = (content: string, more: Partial<ZipPart>): ZipPart[] =>
    book(content).map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, ...more } : part));

  it('refuses a part that grows beyond its claim, and claims that are too large', async () => {
    const rows = rowOf(1, '名称') + rowOf(2, '甲').repeat(2_000);
    await expect(open(sheet(rows, { claimedBytes: 500 }))).rejects.toMatchObject({ code: 'zip-bomb' });
    await expect(open(sheet(rows, { claimedBytes: 4_000_000_000 }))).rejects.toMatchObject({ code: 'zip-bomb' });
    const many = Array.from({ length: 80 }, (_, i) => ({ name: `m${i}`, content: 'x', claimedBytes: 60_000_000 }));
    await expect(open([...many, ...book(rows)])).rejects.toMatchObject({ code: 'zip-bomb' });
    expect(await open([...many.slice(0, 60), ...book(rows)])).toMatchObject({ headers: ['名称'] });
    await expect(open([{ name: 'z', content: Buffer.alloc(70_000_000) }])).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  it('answers soon on parts full of tags that are never closed', async () => {
    const flood = (tag: string): string => tag.repeat(100_000);
    // Processor time: other work on the machine is not in it.
    const started = process.cpuUsage();
    for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/workbook.xml']) {
      for (const tag of ['<si><t><![CDATA[', '<cellXfs><rPh ', '<sheet "', '<sheetData><row><c t="inlineStr"><is>']) {
        const parts = book(rowOf(1, '名称')).map((one) => (one.name === part ? { ...one, content: flood(tag) } : one));
        await open(parts).catch((error: unknown) => expect(error).toMatchObject({ name: 'TableError' }));
      }
    }
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(30_000);
  }, 300_000);

  it('tells encrypted, old, binary and foreign files apart', async () => {
    await expect(open(sheet('', { isEncrypted: true }))).rejects.toMatchObject({ code: 'encrypted' });
    await expect(open(ole('EncryptedPackage'))).rejects.toMatchObject({ code: 'encrypted' });
    await expect(open(ole('Workbook'))).rejects.toMatchObject({ code: 'old-xls' });
    await expect(open(ole('WordDocument'))).rejects.toMatchObject({ code: 'not-a-table' });
    await expect(open([{ name: 'word/document.xml', content: '<w/>' }])).rejects.toMatchObject({ code: 'not-a-table' });
    const binary = relations([['rId1', 'officeDocument', 'xl/workbook.bin']]);
    await expect(open([{ name: '_rels/.rels', content: binary }])).rejects.toMatchObject({ code: 'binary-workbook' });
    await expect(open(book(''))).rejects.toMatchObject({ code: 'empty' });
  });

  it('refuses a cut or altered archive and too wide a sheet', async () => {
    const whole = zipBytes(book(rowOf(1, '名称')));
    await expect(open(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({ code: 'damaged' });
    const wide = book(`<row r="1">${inline('SG1', 'x')}</row>`);
    await expect(open(wide)).rejects.toMatchObject({ code: 'too-many-columns' });
    await expect(open(book(rowOf(1, 'x'.repeat(100_001))))).rejects.toMatchObject({ code: 'cell-too-long' });
  });

  function ole(stream: string): Buffer {
    const bytes = Buffer.alloc(4096);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write(stream, 1024 + 128, 'utf16le');
    return bytes;
  }
});
