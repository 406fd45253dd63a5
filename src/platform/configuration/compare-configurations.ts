import { isJsonObject, isSameJson } from '#kernel/json.ts';

export const changeKinds = ['object', 'field', 'layout', 'setting', 'role', 'view'] as const;
export type ConfigurationKind = (typeof changeKinds)[number];

export interface ConfigurationChange {
  readonly kind: ConfigurationKind;
  readonly key: string;
  readonly change: 'added' | 'changed';
  /** What is new of it; of an added one everything is. */
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

/** Everything of one company by kind and name. */
export type ConfigurationImage = Readonly<Record<ConfigurationKind, ReadonlyMap<string, unknown>>>;

/** What differs between two states of one company, by kind and name; what is the same is not spoken of. */
export function compareConfigurations(before: ConfigurationImage, after: ConfigurationImage): ConfigurationChange[] {
  return changeKinds.flatMap((kind) => [...after[kind]].flatMap(([key, to]): ConfigurationChange[] => {
    const from = before[kind].get(key);
    if (isSameJson(from ?? null, to ?? null)) return [];
    return [{ kind, key, change: before[kind].has(key) ? 'changed' : 'added', changes: before[kind].has(key) ? differences(from, to) : [] }];
  }));
}

function differences(from: unknown, to: unknown): ConfigurationChange['changes'] {
  if (!isJsonObject(from) || !isJsonObject(to)) return [{ field: '', from: from ?? null, to: to ?? null }];
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return fields.filter((field) => !isSameJson(from[field] ?? null, to[field] ?? null)).map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}
