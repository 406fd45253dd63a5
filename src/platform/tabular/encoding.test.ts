import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectEncoding, scanTextFile, textDecoding } from './encoding.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-encoding-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function scan(bytes: Buffer): Promise<Awaited<ReturnType<typeof scanTextFile>>> {
  const path = join(folder, 'file.csv');
  await writeFile(path, bytes);
  return scanTextFile(path);
}

const text = '编号,客户名称\r\n1,上海石化㐀𠮷\r\n';
const gb = iconv.encode(text, 'gb18030');

describe('detectEncoding', () => {
  it('knows UTF-8, GB18030 and UTF-16 with and without a mark', () => {
    expect(detectEncoding(Buffer.from(text))).toBe('utf-8');
    expect(detectEncoding(Buffer.from(`\ufeff${text}`))).toBe('utf-8');
    expect(detectEncoding(gb)).toBe('gb18030');
    expect(detectEncoding(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('utf-16le');
    expect(detectEncoding(Buffer.from(text, 'utf16le'))).toBe('utf-16le');
    expect(detectEncoding(Buffer.from(text, 'utf16le').swap16())).toBe('utf-16be');
    expect(detectEncoding(Buffer.from('a,b\n1,2\n'))).toBe('utf-8');
  });

  it('tolerates a UTF-8 character cut at any byte of the end', () => {
    const bytes = Buffer.from('名称,地区\n石化𠮷');
    for (let cut = 0; cut < 8; cut += 1) expect(detectEncoding(bytes.subarray(0, bytes.length - cut))).toBe('utf-8');
  });

  it('takes 联通 for GB18030, whose bytes are UTF-8 to a lenient test', () => {
    expect(detectEncoding(iconv.encode('联通', 'gb18030'))).toBe('gb18030');
  });

  it('keeps UTF-8 when one byte of a long text is damaged', () => {
    const bytes = Buffer.from('客户名称上海石化'.repeat(50));
    bytes[100] = 0xff;
    expect(detectEncoding(bytes)).toBe('utf-8');
  });
});

describe('scanTextFile', () => {
  it('finds GB18030 behind two megabytes of plain ASCII', async () => {
    const ascii = Buffer.from('1,abcdefgh\n'.repeat(200_000));
    const found = await scan(Buffer.concat([ascii, gb]));
    expect(found).toEqual({ encoding: 'gb18030', markBytes: 0, lines: 200_002, hasZeroBytes: false });
  });

  it('finds UTF-8 whatever byte its blocks end in', async () => {
    for (const shift of [0, 1, 2]) {
      const found = await scan(Buffer.from('a'.repeat(shift) + '客'.repeat(800_000)));
      expect(found.encoding).toBe('utf-8');
    }
  });

  it('takes a lone GB18030 character at the very end for what it is', async () => {
    expect((await scan(Buffer.from([0x61, 0x0a, 0xe4, 0xb8]))).encoding).toBe('gb18030');
    expect((await scan(Buffer.from('客\n客').subarray(0, 6))).encoding).toBe('utf-8');
  });

  it('counts lines outside quotes and sees zero bytes', async () => {
    expect((await scan(Buffer.from('a,b\n"1\n2",3\n4,5'))).lines).toBe(3);
    expect((await scan(Buffer.from([0x89, 0x50, 0, 0, 0, 1, 0x80, 0x81]))).hasZeroBytes).toBe(true);
  });
});

describe('textDecoding', () => {
  it('decodes GB18030 split at every byte as in one piece', () => {
    for (let cut = 0; cut <= gb.length; cut += 1) {
      const decoding = textDecoding('gb18030');
      const pieces = [gb.subarray(0, cut), gb.subarray(cut)].map((piece) => decoding.write(piece));
      expect(pieces.join('') + decoding.end()).toBe(text);
    }
  });
});
