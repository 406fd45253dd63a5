import { isSameJson } from '#kernel/json.ts';
import type { Condition, Filter } from '#meta/filter.ts';

/** The builder's shape: one level of groups, each joined by and/or. Deeper filters stay as `opaque` parts. */
export interface FilterGroup {
  readonly join: 'and' | 'or';
  readonly parts: readonly FilterPart[];
}
export type FilterPart =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'group'; readonly group: FilterGroup }
  | { readonly kind: 'opaque'; readonly filter: Filter };

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;

function toPart(filter: Filter, depth: number): FilterPart {
  if (isCondition(filter)) return { kind: 'condition', condition: filter };
  if ('not' in filter || depth >= 2) return { kind: 'opaque', filter };
  return { kind: 'group', group: toGroupAt(filter, depth) };
}

function toGroupAt(filter: Filter, depth: number): FilterGroup {
  if ('and' in filter) return { join: 'and', parts: filter.and.map((f) => toPart(f, depth + 1)) };
  if ('or' in filter) return { join: 'or', parts: filter.or.map((f) => toPart(f, depth + 1)) };
  return { join: 'and', parts: [toPart(filter, depth + 1)] };
}

/** Opens a filter for editing. */
export const toGroup = (filter: Filter | undefined): FilterGroup =>
  filter === undefined ? { join: 'and', parts: [] } : toGroupAt(filter, 0);

/** A condition without a value says nothing yet and is left out. */
export function isComplete({ op, value }: Condition): boolean {
  if (op === 'isNull') return typeof value === 'boolean';
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every((v) => v !== null && v !== undefined && v !== '');
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

function partFilter(part: FilterPart): Filter | undefined {
  if (part.kind === 'opaque') return part.filter;
  if (part.kind === 'condition') return isComplete(part.condition) ? part.condition : undefined;
  return groupFilter(part.group);
}

/** The filter that a group means; undefined when it restricts nothing. */
export function groupFilter({ join, parts }: FilterGroup): Filter | undefined {
  const filters = parts.map(partFilter).filter((f) => f !== undefined);
  if (filters.length <= 1) return filters[0];
  return join === 'and' ? { and: filters } : { or: filters };
}

/** Both filters hold. */
export function bothFilters(a: Filter | undefined, b: Filter | undefined): Filter | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const parts = (f: Filter): readonly Filter[] => ('and' in f ? f.and : [f]);
  return { and: [...parts(a), ...parts(b)] };
}

/** The top-level conditions joined by and, for the chips; others count as one. */
export const topParts = (filter: Filter | undefined): readonly Filter[] =>
  filter === undefined ? [] : 'and' in filter ? filter.and : [filter];

export function fromParts(parts: readonly Filter[]): Filter | undefined {
  return parts.length <= 1 ? parts[0] : { and: parts };
}

/** The values that a quick filter has set on a field: `{field, op: 'in', value: [...]}` at the top level. */
export function quickValues(filter: Filter | undefined, field: string): readonly unknown[] {
  const part = topParts(filter).find((f) => isCondition(f) && f.field === field && f.op === 'in');
  return part && isCondition(part) && Array.isArray(part.value) ? part.value : [];
}

/** Sets or drops a quick filter. */
export function withQuickValues(filter: Filter | undefined, field: string, values: readonly unknown[]): Filter | undefined {
  const rest = topParts(filter).filter((f) => !(isCondition(f) && f.field === field && f.op === 'in'));
  return fromParts(values.length === 0 ? rest : [...rest, { field, op: 'in', value: values }]);
}

export const isSameFilter = (a: Filter | undefined, b: Filter | undefined): boolean => isSameJson(a ?? null, b ?? null);

/** Reads a filter from the address; anything that has not the shape is dropped. */
export function readFilter(value: unknown): Filter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('field' in value && 'op' in value && typeof value.field === 'string') return value as Condition;
  if ('and' in value && Array.isArray(value.and)) return { and: value.and.map(readFilter).filter((f) => f !== undefined) };
  if ('or' in value && Array.isArray(value.or)) return { or: value.or.map(readFilter).filter((f) => f !== undefined) };
  if ('not' in value) {
    const inner = readFilter(value.not);
    return inner && { not: inner };
  }
  return undefined;
}
