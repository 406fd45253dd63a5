import { open } from 'node:fs/promises';
import { fail } from '#kernel/failure.ts';
import type { TextParams } from '#kernel/texts.ts';
import { TableError } from '../tabular/table-types.ts';
import { readZipDirectory } from '../tabular/xlsx/zip-entries.ts';
import { type FileKind, kindOf } from './file-kinds.ts';
import { imageSize } from './image-size.ts';

export const MAX_MEGAPIXELS = 100;
const HEAD_BYTES = 1024 * 1024;
const TEXT_BYTES = 64 * 1024;
const ZIPPED = /^application\/(zip|ofd|vnd\.openxmlformats|vnd\.oasis)/;

const refuse = (code: string, params: TextParams = {}) => fail('file.refused', {}, [{ path: 'file', code, params }]);

export interface Inspected {
  readonly kind: FileKind;
  /** Cleaned, with an ending that fits the content. */
  readonly name: string;
}

/** Decides by the content, never by what the sender says, whether a file is taken and as what (SEC-21). */
export async function inspectFile(path: string, givenName: string): Promise<Inspected> {
  const head = await readHead(path);
  const kind = await kindOfContent(path, head);
  if (!kind) throw refuse('file-type');
  if (kind.family === 'image') checkPixels(kind, head);
  const name = cleanName(givenName);
  const ending = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return { kind, name: `${name || 'file'}.${kind.endings[0] ?? ''}` };
  if (!kind.endings.includes(ending)) throw refuse('file-name', { ending });
  return { kind, name };
}

/** Only the last part of a path, without characters that mislead (control, direction) or that file systems refuse. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\u2028\u2029<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, clean.length - ending.length).slice(0, 180)}${ending}`;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function kindOfContent(path: string, head: Buffer): Promise<FileKind | undefined> {
  // Loaded with the first upload (PL-71).
  const { fileTypeFromFile } = await import('file-type');
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime;
  if (found === undefined) return isPlainText(head) ? kindOf('text/plain') : undefined;
  if (found === 'application/x-cfb') return isInstaller(head) ? undefined : kindOf(found);
  if (!ZIPPED.test(found)) return kindOf(found === 'image/heif' ? 'image/heic' : found);
  const names = await zipNames(path);
  const isOfd = names.has('OFD.xml');
  return kindOf(isOfd ? 'application/ofd' : found);
}

/** The names in an archive; one that would unpack to far more than it is, is refused. */
async function zipNames(path: string): Promise<Set<string>> {
  try {
    return new Set((await readZipDirectory(path)).keys());
  } catch (error) {
    if (error instanceof TableError) throw refuse('file-archive');
    throw error;
  }
}

function checkPixels(kind: FileKind, head: Buffer): void {
  const size = imageSize(kind.mime, head);
  if (!size || size.width < 1 || size.height < 1) throw refuse('file-type');
  if (size.width * size.height > MAX_MEGAPIXELS * 1_000_000) throw refuse('file-pixels', { max: MAX_MEGAPIXELS });
}

// The class of an installer's root storage, {000C1084-0000-0000-C000-000000000046}; patches have 1086.
const INSTALLER = /^8[46]100c0000000000c000000000000046$/;

/** Windows installers have the same container as old Office documents. */
function isInstaller(head: Buffer): boolean {
  if (head.length < 52) return true;
  const root = 512 + head.readUInt32LE(48) * 512;
  // A directory beyond what was read is told by the content's end: such large old documents are rare, installers are not.
  return root + 96 > head.length ? false : INSTALLER.test(head.toString('hex', root + 80, root + 96));
}

const ACTIVE = /<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|\?php|\?xml)\b|^#!|^\s*%!PS/i;

/** Text in UTF-8, UTF-16 with its mark, or GB18030, that no browser could take for a page. */
export function isPlainText(head: Buffer): boolean {
  const part = head.subarray(0, TEXT_BYTES);
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  const encodings = isUtf16 ? [part[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  const text = encodings.map((encoding) => decode(part, encoding)).find((decoded) => decoded !== undefined);
  return text !== undefined && text !== '' && !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) && !ACTIVE.test(text);
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    // `stream`: a character that is cut at the end of the part is no fault.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
