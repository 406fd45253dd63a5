import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { cachedFolder } from './cache-folder.ts';

const WEIGHTS = [400, 700];
const require = createRequire(import.meta.url);

/** Chromium's fontconfig reads neither woff nor woff2 from a folder, so the woff tables are put back into an sfnt file. */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a woff file');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + 16 * count);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts: Buffer[] = [header];
  let position = header.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    const record = 12 + 16 * index;
    woff.copy(header, record, entry, entry + 4);
    woff.copy(header, record + 4, entry + 16, entry + 20);
    header.writeUInt32BE(position, record + 8);
    header.writeUInt32BE(length, record + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(table, Buffer.alloc(padding));
    position += length + padding;
  }
  return Buffer.concat(parts);
}

/**
 * Writes a fontconfig setup whose only family is Noto Sans SC (400 and 700), so that Chinese renders on a machine
 * without fonts and screenshots look alike everywhere. Returns the path for FONTCONFIG_FILE (Linux).
 */
export async function chineseFontConfig(): Promise<string> {
  const license = require.resolve('@fontsource/noto-sans-sc/LICENSE');
  const folder = await cachedFolder('fonts-noto-sans-sc', (draft) => {
    for (const weight of WEIGHTS) {
      const woff = join(dirname(license), 'files', `noto-sans-sc-chinese-simplified-${weight}-normal.woff`);
      writeFileSync(join(draft, `noto-sans-sc-${weight}.ttf`), woffToSfnt(readFileSync(woff)));
    }
    copyFileSync(license, join(draft, 'LICENSE'));
  });
  return writeConfig(folder);
}

function writeConfig(folder: string): string {
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  const file = join(folder, `fonts-${process.pid}.conf`);
  const xml = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
  writeFileSync(file, xml);
  process.once('exit', () => rmSync(file, { force: true }));
  return file;
}
