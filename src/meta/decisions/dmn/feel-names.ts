/** A name in FEEL texts that reads otherwise on the other side of a file. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** `registration` alone, never the start of `registration.state`. */
  readonly isWhole?: boolean;
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
const partOf = String.raw`(?<![\p{L}\p{N}_.])`;
const endOf = String.raw`(?![\p{L}\p{N}_])`;
/** Signs. Cells hold some ten, our models 2 000; a longer text is left alone, for it may be made to take hours. */
const maxFeelLength = 4_000;
export const isReadable = (text: string): boolean => text.length <= maxFeelLength;

type Replace = (text: string) => string;
/** A file has thousands of cells and one list of names. */
const replaceByNames = new WeakMap<readonly Renaming[], Replace>();

/** Replaces names outside of quotes, the longest first; a part of a longer name is left alone. */
export function renameIn(text: string, renamings: readonly Renaming[]): string {
  if (renamings.length === 0 || !isReadable(text)) return text;
  const replace = replaceByNames.get(renamings) ?? replacing(renamings);
  replaceByNames.set(renamings, replace);
  return replace(text);
}

function replacing(renamings: readonly Renaming[]): Replace {
  const sorted = renamings.toSorted((a, b) => b.from.length - a.from.length);
  const names = sorted.map(({ from, isWhole }) => `${literally(from)}${isWhole === true ? String.raw`(?!\s*\.[^.])` : ''}`);
  const pattern = new RegExp(String.raw`${quoted}|${partOf}(${names.join('|')})${endOf}`, 'gu');
  const to = new Map(sorted.map((each) => [each.from, each.to]));
  return (text) => text.replace(pattern, (whole, name?: string) => (name === undefined ? whole : (to.get(name) ?? whole)));
}

/** The names that FEEL texts read, outside of quotes. */
export function namesRead(texts: readonly string[], names: readonly string[]): Set<string> {
  const pattern = new RegExp(String.raw`${quoted}|${partOf}(${names.map(literally).join('|')})${endOf}`, 'gu');
  if (names.length === 0) return new Set();
  return new Set(texts.filter(isReadable).flatMap((text) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])));
}

/** A name that our models allow, made of any other; `taken` says what is in use. */
export function plainName(name: string, taken: (name: string) => boolean): string {
  const words = name.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
  const base = /^\p{L}/u.test(words) ? words : `n_${words}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}_${count}`;
    if (!taken(candidate)) return candidate;
  }
}
