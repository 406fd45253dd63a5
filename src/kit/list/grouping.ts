import type { Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import type { SummaryRow } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { type PeriodStep, periodEnd } from '../texts/periods.ts';
import { dayRange } from './day-range.ts';

export interface Grouping {
  readonly field: FieldMeta;
  /** For dates. */
  readonly step: PeriodStep | undefined;
}

/** Types with few different values. */
const groupable = new Set(['choice', 'boolean', 'reference', 'address', 'integer']);

/** Reads `stage` or `createdAt:month`; undefined when the object has no such field. */
export function readGrouping(object: ObjectMeta, groupBy: string | undefined): Grouping | undefined {
  const [key = '', step] = (groupBy ?? '').split(':');
  const field = fieldOf(object, key);
  if (!field) return undefined;
  const isDate = field.type === 'date' || field.type === 'dateTime';
  return { field, step: isDate ? (step === 'week' ? 'week' : 'month') : undefined };
}

/** What a list can be grouped by: `key` as in the address and in saved views. */
export function groupings(object: ObjectMeta): readonly (Grouping & { readonly key: string })[] {
  const fields = object.fields.filter((f) => f.isGroupable && !f.retired);
  const plain = fields.filter((f) => groupable.has(f.type)).map((field) => ({ key: field.key, field, step: undefined }));
  const dates = fields.filter((f) => f.type === 'date' || f.type === 'dateTime')
    .flatMap((field) => (['week', 'month'] as const).map((step) => ({ key: `${field.key}:${step}`, field, step })));
  return [...plain, ...dates];
}

/** The records of one group. */
export function groupFilter({ field, step }: Grouping, group: SummaryRow, zone: string): Filter {
  if (group.key === null) return { field: field.key, op: 'isNull', value: true };
  if (step !== undefined && typeof group.key === 'string') return dayRange(field, group.key, periodEnd(group.key, step), zone);
  if (field.type === 'address' && typeof group.key === 'string') return { field: field.key, op: 'startsWith', value: group.key.slice(0, 2) };
  return { field: field.key, op: 'eq', value: group.key };
}

/** Choices in their own order, the newest time first, everything else by size; records without a value last. */
export function inOrder({ field, step }: Grouping, groups: readonly SummaryRow[]): readonly SummaryRow[] {
  if (step !== undefined) return groups.toSorted((a, b) => String(b.key ?? '').localeCompare(String(a.key ?? '')));
  const { choices } = field;
  if (!choices) return groups.toSorted((a, b) => b.count - a.count);
  const place = (group: SummaryRow) => {
    const at = choices.findIndex((c) => c.value === group.key);
    return at < 0 ? choices.length : at;
  };
  return groups.toSorted((a, b) => place(a) - place(b));
}
