import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { fieldOf } from '../records/use-meta.ts';

export interface Column {
  readonly field: FieldMeta;
  /** CSS pixels. */
  readonly width: number;
}

const MIN_WIDTH = 64;
const MAX_WIDTH = 720;

const typeWidths: Partial<Record<FieldMeta['type'], number>> = {
  address: 240, longText: 220, richText: 220, date: 112, dateTime: 120, boolean: 72, choice: 116, integer: 96, number: 110, percent: 88,
  money: 128, phone: 132, reference: 116, autoNumber: 132, email: 180, url: 180,
};

/** The table's columns with their widths. */
export function columnsOf(object: ObjectMeta, keys: readonly string[], widths: Readonly<Record<string, number>>): Column[] {
  return keys.flatMap((key) => {
    const field = fieldOf(object, key);
    if (!field) return [];
    return [{ field, width: widths[key] ?? (key === object.title ? 260 : (typeWidths[field.type] ?? 150)) }];
  });
}

/** A width that leaves the head readable, in whole CSS pixels. */
export const fitWidth = (width: number): number => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(width)));

/** Moves a column by steps; the title column stays first. */
export function moveColumn(keys: readonly string[], key: string, to: number): readonly string[] {
  const rest = keys.filter((k) => k !== key);
  const at = Math.max(1, Math.min(rest.length, to));
  return [...rest.slice(0, at), key, ...rest.slice(at)];
}

export interface SortPart {
  readonly key: string;
  readonly isDescending: boolean;
}

export const readSort = (sort: string): readonly SortPart[] =>
  sort.split(',').filter(Boolean).map((part) => ({ key: part.replace(/^-/, ''), isDescending: part.startsWith('-') }));

export const writeSort = (parts: readonly SortPart[]): string => parts.map((p) => `${p.isDescending ? '-' : ''}${p.key}`).join(',');

/** A click on a header: ascending, descending, off; `isAdded` keeps the others (sort by several). */
export function nextSort(sort: string, key: string, isAdded: boolean): string {
  const parts = readSort(sort);
  const now = parts.find((p) => p.key === key);
  const rest = isAdded ? parts.filter((p) => p.key !== key) : [];
  if (!now) return writeSort([...(isAdded ? rest : []), { key, isDescending: false }]);
  if (!now.isDescending) return isAdded ? writeSort(parts.map((p) => (p.key === key ? { ...p, isDescending: true } : p))) : writeSort([{ key, isDescending: true }]);
  return writeSort(rest);
}
