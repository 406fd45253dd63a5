/** One header line, unfolded; `value` holds one character per byte (latin1), not decoded. */
export interface RawHeader {
  readonly key: string;
  readonly value: string;
}

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_HEADERS = 20_000;

/** The header block at the beginning of a mail, tolerant: lines that are no header are left out. */
export function readHeaders(raw: Uint8Array): RawHeader[] {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MAX_BYTES)).toString('latin1');
  const headers: { key: string; value: string[] }[] = [];
  for (const line of head.split(/\r?\n/)) {
    if (line === '' || headers.length >= MAX_HEADERS) break;
    const named = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line);
    if (/^[ \t]/.test(line)) headers.at(-1)?.value.push(line.replace(/^[ \t]+/, ' '));
    else if (named) headers.push({ key: (named[1] ?? '').toLowerCase(), value: [named[2] ?? ''] });
  }
  return headers.map(({ key, value }) => ({ key, value: value.join('').trim() }));
}

/** The first of that name; undefined when there is none. */
export const headerOf = (headers: readonly RawHeader[], key: string): string | undefined => headers.find((header) => header.key === key)?.value;

/** The ids in angle brackets of References or In-Reply-To, in order, at most 100, without the brackets. */
export const idsIn = (value: string | undefined): string[] =>
  [...(value ?? '').slice(0, 20_000).matchAll(/<([^<>\s\p{Cc}]{1,400})>/gu)].flatMap((match) => match[1] ?? []).slice(-100);
