import type { Filter } from '#meta/filter.ts';
import { fromParts, isCondition, topParts } from '../filter/filter-model.ts';

/** A province by the first two digits of its code, as the map sets it. */
const isPlace = (part: Filter, field: string): boolean =>
  isCondition(part) && part.field === field && ((part.op === 'startsWith' && typeof part.value === 'string') || part.op === 'isNull');

/** The province that the filter asks for, six digits; '' for "no address", undefined for all. */
export function placeOf(filter: Filter | undefined, field: string): string | undefined {
  const part = topParts(filter).find((p) => isPlace(p, field));
  if (!part || !isCondition(part)) return undefined;
  return typeof part.value === 'string' ? part.value.slice(0, 2).padEnd(6, '0') : '';
}

export const withoutPlace = (filter: Filter | undefined, field: string): Filter | undefined =>
  fromParts(topParts(filter).filter((p) => !isPlace(p, field)));

/** The filter with one province, with none, or (undefined) with all. */
export function withPlace(filter: Filter | undefined, field: string, code: string | undefined): Filter | undefined {
  const rest = topParts(withoutPlace(filter, field));
  if (code === undefined) return fromParts(rest);
  const place: Filter = code === '' ? { field, op: 'isNull', value: true } : { field, op: 'startsWith', value: code.slice(0, 2) };
  return fromParts([...rest, place]);
}
