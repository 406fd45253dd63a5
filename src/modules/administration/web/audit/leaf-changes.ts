import { isJsonObject, isSameJson } from '#kernel/json.ts';

export interface LeafChange {
  /** Keys down to the value, empty for the value itself. */
  readonly path: readonly string[];
  readonly from: unknown;
  readonly to: unknown;
}

/** Takes a change of nested values apart: `{a: {b: 1}} → {a: {b: 2}}` is one line `a b: 1 → 2`. Lists stay whole. */
export function leafChanges(from: unknown, to: unknown, path: readonly string[] = []): readonly LeafChange[] {
  if (isSameJson(from ?? null, to ?? null)) return [];
  const isNested = (isJsonObject(from) || from === null || from === undefined) && (isJsonObject(to) || to === null || to === undefined) && (isJsonObject(from) || isJsonObject(to));
  if (!isNested) return [{ path, from, to }];
  const before = isJsonObject(from) ? from : {};
  const after = isJsonObject(to) ? to : {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => leafChanges(before[key], after[key], [...path, key]));
}

/** A value in one short line; `none` stands for nothing. */
export function leafText(value: unknown, none: string): string {
  if (value === null || value === undefined || value === '') return none;
  if (Array.isArray(value)) return value.length === 0 ? none : value.map((item) => leafText(item, none)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
