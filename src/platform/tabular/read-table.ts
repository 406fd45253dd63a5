import { open } from 'node:fs/promises';
import { openCsv } from './csv-source.ts';
import { TableError } from './table-types.ts';
import type { TableSource } from './table-types.ts';
import { openXlsx } from './xlsx/xlsx-source.ts';

/** `fileName` is the name the user gave; what the file is, its bytes decide (SEC-21). */
export type OpenTableOptions = { fileName: string; sheet?: string };

/**
 * Opens a CSV or .xlsx file for import (CU-12, UX-9) without loading it. Throws `TableError`; rows read later may throw
 * it too (a damaged part, a quote that is never closed), with the row's number.
 */
export async function openTable(path: string, options: OpenTableOptions): Promise<TableSource> {
  const file = await open(path, 'r');
  let head: Buffer;
  try {
    const buffer = Buffer.alloc(4096);
    head = buffer.subarray(0, (await file.read(buffer, 0, buffer.length, 0)).bytesRead);
    if (head.length === 0) throw new TableError('empty');
    if (head.subarray(0, 8).equals(oleMagic)) throw new TableError(await oleErrorCode(file, head));
  } finally {
    await file.close();
  }
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4))) {
    return openXlsx(path, { sheet: options.sheet });
  }
  refuseOtherFiles(head, options.fileName);
  return openCsv(path);
}

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Old .xls and password-protected .xlsx share the OLE container; its first directory sector tells them apart. */
async function oleErrorCode(
  file: Awaited<ReturnType<typeof open>>,
  head: Buffer,
): Promise<'encrypted' | 'old-xls' | 'not-a-table'> {
  if (head.length < 512) return 'not-a-table';
  const sectorBytes = 2 ** Math.min(12, Math.max(9, head.readUInt16LE(30)));
  const directory = Buffer.alloc(sectorBytes * 4);
  await file.read(directory, 0, directory.length, (head.readUInt32LE(48) + 1) * sectorBytes);
  const has = (name: string): boolean => directory.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted';
  return has('Workbook') || has('Book') ? 'old-xls' : 'not-a-table';
}

function refuseOtherFiles(head: Buffer, fileName: string): void {
  const start = head.toString('latin1').replace(/^(\u00ef\u00bb\u00bf|\s)+/, '').slice(0, 400).toLowerCase();
  if (/^<(!doctype html|html|table|\?xml|meta|head)/.test(start)) {
    throw new TableError(/\.xls$/i.test(fileName) ? 'html-as-xls' : 'not-a-table');
  }
  if (/^(%pdf-|\{\\rtf|gif8|\u0089png)/.test(start)) throw new TableError('not-a-table');
}
