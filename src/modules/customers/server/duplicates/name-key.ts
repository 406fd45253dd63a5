import { foldText } from '#kernel/full-width.ts';
import { companyNameKey } from '#kernel/names/company-name.ts';

let latest: { readonly kind: unknown; readonly name: string; readonly key: string } | undefined;

/** The name reduced to what makes two customers the same (CU-10). One write asks several times for the same name. */
export function nameKeyOf(kind: unknown, name: unknown): string {
  if (typeof name !== 'string') return '';
  if (latest?.name === name && latest.kind === kind) return latest.key;
  const key = kind === 'person' ? foldText(name).replace(/\s/g, '') : companyNameKey(name).core;
  latest = { kind, name, key };
  return key;
}
