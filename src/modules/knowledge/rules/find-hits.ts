/** What of a text matched a search, as it stands there. */
export type Fold = (text: string) => string;

interface Folded {
  readonly text: string;
  /** Of each sign of the folded text the sign of the original that it came from. */
  readonly from: readonly number[];
}

function foldSigns(signs: readonly string[], fold: Fold): Folded {
  let text = '';
  const from: number[] = [];
  for (const [place, sign] of signs.entries()) {
    const folded = fold(sign);
    text += folded;
    for (let count = 0; count < folded.length; count += 1) from.push(place);
  }
  return { text, from };
}

/** A search has few words that matter; a text of one sign over and over must not cost more than others. */
const MAX_HITS = 40;

/** The places at which words stand in a text, by width, case and traditional forms alike; as [from, to) in its signs. */
function placesOf(signs: readonly string[], words: readonly string[], fold: Fold): (readonly [number, number])[] {
  const { text, from } = foldSigns(signs, fold);
  const places: (readonly [number, number])[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0 && places.length < MAX_HITS; at = text.indexOf(word, at + word.length)) places.push([from[at] ?? 0, (from[at + word.length - 1] ?? 0) + 1]);
  }
  return places;
}

/** Different forms of the words that stand in a text, the longest first. `words` are folded already. */
export function hitsIn(text: string, words: readonly string[], fold: Fold): string[] {
  const signs = [...text];
  const hits = new Set(placesOf(signs, words, fold).map(([from, to]) => signs.slice(from, to).join('')));
  return [...hits].toSorted((one, other) => other.length - one.length);
}

/** So many signs of a text, from a little before the first word that was looked for; from its beginning without one. */
export function excerptAround(text: string, words: readonly string[], { fold, length }: { readonly fold: Fold; readonly length: number }): string {
  const signs = [...text];
  const first = Math.min(...placesOf(signs, words, fold).map(([from]) => from));
  const begin = !Number.isFinite(first) || first < length * 0.75 ? 0 : Math.max(0, first - Math.floor(length / 4));
  const part = signs.slice(begin, begin + length).join('');
  return `${begin > 0 ? '…' : ''}${part}${begin + length < signs.length ? '…' : ''}`;
}

export interface MarkedPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** A text in parts: what was found in it and what lies between. Together they are the text. */
export function splitByHits(text: string, hits: readonly string[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let plain = '';
  let rest = text;
  while (rest !== '') {
    const hit = hits.find((each) => each !== '' && rest.startsWith(each));
    if (hit === undefined) {
      plain += rest[0] ?? '';
      rest = rest.slice(1);
      continue;
    }
    if (plain !== '') parts.push({ text: plain, isHit: false });
    plain = '';
    parts.push({ text: hit, isHit: true });
    rest = rest.slice(hit.length);
  }
  return plain === '' ? parts : [...parts, { text: plain, isHit: false }];
}
