import { builtInFormat, formatOfCode } from './cell-format.ts';
import type { CellFormat } from './cell-format.ts';
import { TableError, tableLimits } from '../table-types.ts';
import { attributeOf, stringItemText, tagsOf } from './xml-text.ts';
import { inflateEntry, readEntryText } from './zip-entries.ts';
import type { ZipEntry } from './zip-entries.ts';

export type Worksheet = { name: string; isHidden: boolean; entry: ZipEntry };

export type Workbook = {
  path: string;
  sheets: Worksheet[];
  is1904: boolean;
  stringsEntry: ZipEntry | undefined;
  stylesEntry: ZipEntry | undefined;
};

type Relationship = { id: string; type: string; target: string };

/** Reads the list of worksheets and the places of their parts; `not-a-table` for any other zip archive. */
export async function readWorkbook(path: string, entries: Map<string, ZipEntry>): Promise<Workbook> {
  if (entries.has('EncryptedPackage')) throw new TableError('encrypted');
  const root = await relationships(path, entries, '_rels/.rels', '');
  const bookPath = root.find((relation) => relation.type === 'officeDocument')?.target;
  if (bookPath?.endsWith('.bin')) throw new TableError('binary-workbook');
  const bookEntry = bookPath === undefined ? undefined : entries.get(bookPath);
  if (bookPath === undefined || bookEntry === undefined) throw new TableError('not-a-table');
  const slash = bookPath.lastIndexOf('/') + 1;
  const folder = bookPath.slice(0, slash);
  const relations = await relationships(path, entries, `${folder}_rels/${bookPath.slice(slash)}.rels`, folder);
  const book = await readEntryText(path, bookEntry);
  const sheets = tagsOf(book, 'sheet').flatMap((tag) => {
    const id = /\s[\w.-]+:id=["']([^"']*)["']/.exec(tag)?.[1];
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
    const entry = relation && entries.get(relation.target);
    const state = attributeOf(tag, 'state') ?? 'visible';
    return entry ? [{ name: attributeOf(tag, 'name') ?? '', isHidden: state !== 'visible', entry }] : [];
  });
  if (sheets.length === 0) throw new TableError('not-a-table');
  const system = attributeOf(tagsOf(book, 'workbookPr')[0] ?? '', 'date1904');
  const part = (type: string): ZipEntry | undefined =>
    entries.get(relations.find((one) => one.type === type)?.target ?? '');
  return {
    path,
    sheets,
    is1904: system === '1' || system === 'true',
    stringsEntry: part('sharedStrings'),
    stylesEntry: part('styles'),
  };
}

/** The format of each cell style, by style number. */
export async function readFormats(book: Workbook): Promise<CellFormat[]> {
  if (book.stylesEntry === undefined) return [];
  const xml = await readEntryText(book.path, book.stylesEntry);
  const own = new Map<string, CellFormat>();
  for (const tag of tagsOf(xml, 'numFmt')) {
    own.set(attributeOf(tag, 'numFmtId') ?? '', formatOfCode(attributeOf(tag, 'formatCode') ?? ''));
  }
  const start = xml.search(/<(?:[\w.-]+:)?cellXfs[\s>]/);
  if (start < 0) return [];
  const length = xml.slice(start).search(/<\/(?:[\w.-]+:)?cellXfs>/);
  const styles = xml.slice(start, length < 0 ? undefined : start + length);
  return tagsOf(styles, 'xf').map((tag) => {
    const id = attributeOf(tag, 'numFmtId') ?? '0';
    return own.get(id) ?? builtInFormat(Number(id));
  });
}

/** The texts that cells refer to by number. The format gives no way around holding them: bounded by `partBytes`. */
export async function readSharedStrings(book: Workbook): Promise<string[]> {
  const entry = book.stringsEntry;
  if (entry === undefined) return [];
  if (entry.bytes > tableLimits.partBytes) throw new TableError('zip-bomb');
  const strings: string[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const opening = /<((?:[\w.-]+:)?si)(?:\s[^<>]*)?(\/?)>/g;
  const take = (text: string): void => {
    let done = 0;
    for (;;) {
      opening.lastIndex = done;
      const match = opening.exec(text);
      if (match === null) break;
      const end = match[2] === '/' ? opening.lastIndex : text.indexOf(`</${match[1]}>`, opening.lastIndex);
      if (end < 0) break;
      strings.push(stringItemText(text.slice(opening.lastIndex, end)));
      done = match[2] === '/' ? end : text.indexOf('>', end) + 1;
    }
    rest = text.slice(done);
    if (rest.length > tableLimits.recordBytes) throw new TableError('damaged');
  };
  for await (const chunk of inflateEntry(book.path, entry)) take(rest + decoder.decode(chunk, { stream: true }));
  take(rest + decoder.decode());
  return strings;
}

async function relationships(
  path: string,
  entries: Map<string, ZipEntry>,
  name: string,
  folder: string,
): Promise<Relationship[]> {
  const entry = entries.get(name);
  if (entry === undefined) return [];
  const tags = tagsOf(await readEntryText(path, entry), 'Relationship');
  return tags
    .filter((tag) => attributeOf(tag, 'TargetMode') !== 'External')
    .map((tag) => ({
      id: attributeOf(tag, 'Id') ?? '',
      type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      target: joined(folder, attributeOf(tag, 'Target') ?? ''),
    }));
}

function joined(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
