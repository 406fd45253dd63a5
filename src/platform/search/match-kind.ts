import { lettersAndDigits } from '#kernel/full-width.ts';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import type { SearchTerm } from '#kernel/search-keys.ts';

export type MatchKind = 'name' | 'pinyin' | 'initials' | 'phone' | 'code';

/** What of a record the term was found in: `text` and `key` are its search columns, `names` those that it shows. */
export function matchKind(term: SearchTerm, found: { readonly text: string; readonly key: string; readonly isPerson: boolean }): MatchKind {
  if (term.kind === 'han') return 'name';
  if (found.text.includes(term.text)) return 'name';
  const keys = found.text.split('|').map((name) => pinyinKeys(name, { surname: found.isPerson }));
  if (keys.some((key) => key.initials.includes(term.text))) return 'initials';
  if (keys.some((key) => key.full.includes(term.text))) return 'pinyin';
  const isInKey = found.key.split(' ').some((word) => lettersAndDigits(word).includes(term.text));
  return term.kind === 'digits' && !isInKey ? 'phone' : 'code';
}
