import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import { type SearchKeys, searchKeys } from '#kernel/search-keys.ts';

/** The columns by which a person is ordered and found (PL-60). */
export function userColumns(person: {
  readonly name: string; readonly username: string; readonly phone: string | null; readonly email: string | null;
}): SearchKeys & { readonly sort: string } {
  const keys = searchKeys({
    names: [], persons: [person.name], codes: [person.username],
    phones: person.phone === null ? [] : [person.phone], emails: person.email === null ? [] : [person.email],
  });
  return { ...keys, sort: pinyinKeys(person.name, { surname: true }).sort };
}
