/** How badly a text was decoded: characters that could not be, and escape sequences that were not taken as such. */
export function faultsIn(text: string): number {
  let faults = 0;
  for (const sign of text) if (sign === '\uFFFD') faults += 1;
  return faults + 5 * (text.match(/\x1b[$(][@-J]/g)?.length ?? 0);
}

/** What a mail that names the wrong charset is really in, likeliest first. */
export const otherCharsets = ['utf-8', 'gb18030', 'iso-2022-jp', 'big5', 'shift_jis'] as const;

function tryDecode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes by the label; where that leaves faults, by whichever of the usual ones leaves the fewest. */
export function decoderFor(label: string, bytes: Uint8Array): string {
  const aliases: Readonly<Record<string, string>> = { gb2312: 'gb18030', gbk: 'gb18030', cp936: 'gb18030', 'x-gbk': 'gb18030', cp950: 'big5', utf8: 'utf-8' };
  const named = tryDecode(aliases[label] ?? label, bytes);
  if (named !== undefined && faultsIn(named) === 0) return named;
  const tries = [named, ...otherCharsets.map((other) => tryDecode(other, bytes))].filter((text) => text !== undefined);
  return tries.toSorted((one, other) => faultsIn(one) - faultsIn(other))[0] ?? Buffer.from(bytes).toString('latin1');
}
