/** A name in FEEL texts that reads otherwise on the other side of a file. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** `registration` alone, never the start of `registration.state`. */
  readonly isWhole?: boolean;
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
const quoted = String.raw`"(?:[^"\\]|\\.)*"`;

type Replace = (text: string) => string;
/** A file has thousands of cells and one list of names. */
const replaceByNames = new WeakMap<readonly Renaming[], Replace>();

/** Replaces names outside of quotes, the longest first; a part of a longer name is left alone. */
export function renameIn(text: string, renamings: readonly Renaming[]): string {
  if (renamings.length === 0) return text;
  const replace = replaceByNames.get(renamings) ?? replacing(renamings);
  replaceByNames.set(renamings, replace);
  return replace(text);
}

function replacing(renamings: readonly Renaming[]): Replace {
  const sorted = renamings.toSorted((a, b) => b.from.length - a.from.length);
  const names = sorted.map(({ from, isWhole }) => `${literally(from)}${isWhole === true ? String.raw`(?!\s*\.[^.])` : ''}`);
  const pattern = new RegExp(`${quoted}|(?<![\\p{L}\\p{N}_.])(${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const to = new Map(sorted.map((each) => [each.from, each.to]));
  return (text) => text.replace(pattern, (whole, name?: string) => (name === undefined ? whole : (to.get(name) ?? whole)));
}

/** Is a name read by a FEEL text, outside of quotes? */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])${literally(name)}(?![\\p{L}\\p{N}_])`, 'u').test(text.replace(new RegExp(quoted, 'g'), '""'));
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
