import { isEmpty } from './completeness.ts';

/** One of the records to be merged: values by field, when each was last verified, when the record last changed. */
export type MergeSide = {
  values: Readonly<Record<string, unknown>>;
  verifiedAt: Readonly<Record<string, string>>;
  updatedAt: string;
};

/** Whose value is kept: a choice shown field by field before the merge; `union` for lists. */
export type SurvivorChoice = {
  field: string;
  from: 'survivor' | 'loser' | 'union';
  value: unknown;
  why: 'same' | 'only-one' | 'verified' | 'newer' | 'united';
  conflict: boolean;
};

/**
 * Proposes the value of each field for a merge (CU-11); the user may choose otherwise. The value that is filled wins,
 * then the verified one, then the later verified, then the record changed later; the survivor on a tie. Lists are
 * united, the survivor's order first. `conflict`: both sides hold different values, so a person should look.
 * Instants are ISO texts in UTC, so that they compare as texts.
 */
export function mergeValues(fields: readonly string[], survivor: MergeSide, loser: MergeSide): SurvivorChoice[] {
  return fields.map((field) => chooseValue(field, survivor, loser));
}

function chooseValue(field: string, survivor: MergeSide, loser: MergeSide): SurvivorChoice {
  const kept = survivor.values[field];
  const other = loser.values[field];
  const choice = (from: 'survivor' | 'loser', why: SurvivorChoice['why'], conflict: boolean): SurvivorChoice => ({
    field, from, value: (from === 'survivor' ? kept : other) ?? null, why, conflict,
  });
  if (sameValue(kept, other) || (isEmpty(kept) && isEmpty(other))) return choice('survivor', 'same', false);
  if (isEmpty(other)) return choice('survivor', 'only-one', false);
  if (isEmpty(kept)) return choice('loser', 'only-one', false);
  if (Array.isArray(kept) && Array.isArray(other)) {
    return { field, from: 'union', value: unite(kept, other), why: 'united', conflict: false };
  }
  const keptVerified = survivor.verifiedAt[field] ?? '';
  const otherVerified = loser.verifiedAt[field] ?? '';
  if (keptVerified !== otherVerified) {
    return choice(keptVerified > otherVerified ? 'survivor' : 'loser', 'verified', true);
  }
  return choice(loser.updatedAt > survivor.updatedAt ? 'loser' : 'survivor', 'newer', true);
}

function unite(kept: readonly unknown[], other: readonly unknown[]): unknown[] {
  const seen = new Map<string, unknown>();
  for (const item of [...kept, ...other]) {
    if (!isEmpty(item) && !seen.has(stableText(item))) seen.set(stableText(item), item);
  }
  return [...seen.values()];
}

function sameValue(a: unknown, b: unknown): boolean {
  return stableText(a) === stableText(b);
}

/** JSON with sorted keys and trimmed texts, so that {city, street} equals {street, city}. */
function stableText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.trim());
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableText(item)}`).join(',')}}`;
}
