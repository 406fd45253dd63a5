import type { Filter } from '#meta/filter.ts';

/** A record as the API answers it; references are ids, or `{id, name}` when included. */
export interface RecordData {
  readonly id: string;
  readonly version: number;
  readonly capabilities?: readonly string[];
  readonly [field: string]: unknown;
}

export interface RecordPage {
  readonly data: readonly RecordData[];
  readonly page: { readonly next: string | null; readonly total: number | null };
}

export interface SummaryRow {
  /** The group's value; a reference's id, a province's code; null for records without a value. */
  readonly key: string | number | boolean | null;
  readonly count: number;
  readonly [measure: string]: unknown;
}

/** The words by which people call a record; '' when it has none or they are not for this person. */
export function titleOf(object: { readonly title: string }, record: RecordData): string {
  const title = record[object.title];
  return typeof title === 'string' || typeof title === 'number' ? String(title) : '';
}

/** What chooses the records of a list. */
export interface RecordQuery {
  readonly filter?: Filter | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

export interface NamedRef {
  readonly id: string;
  readonly name: string;
}

export const isNamedRef = (value: unknown): value is NamedRef =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && typeof value.name === 'string';

/** The id in a reference's value, included or not. */
export function refId(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isNamedRef(value) ? value.id : undefined;
}

const plainValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainValue);
  return isNamedRef(value) ? value.id : value;
};

/** A filter as the server takes it: the address keeps names of referenced records for the chips, the wire only ids. */
export function wireFilter(filter: Filter | undefined): Filter | undefined {
  if (filter === undefined) return undefined;
  if ('and' in filter) return { and: filter.and.map(wireFilter).filter((f) => f !== undefined) };
  if ('or' in filter) return { or: filter.or.map(wireFilter).filter((f) => f !== undefined) };
  if ('not' in filter) {
    const inner = wireFilter(filter.not);
    return inner && { not: inner };
  }
  return 'value' in filter ? { ...filter, value: plainValue(filter.value) } : filter;
}

export const filterParam = (filter: Filter | undefined): string | undefined =>
  filter ? JSON.stringify(wireFilter(filter)) : undefined;
