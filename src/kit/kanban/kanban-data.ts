import type { Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { summaryQuery } from '../records/use-records.ts';
import type { RecordQuery, SummaryRow } from '../records/record-types.ts';

export interface BoardColumn {
  /** null: records without a value. */
  readonly value: string | null;
  readonly filter: Filter;
  readonly summary: SummaryRow | undefined;
}

/** The columns of a board in the order of the choices, with counts and sums. */
export function useBoardColumns(object: ObjectMeta, field: FieldMeta, sums: readonly string[], query: RecordQuery): readonly BoardColumn[] {
  const measures = ['count', ...sums.map((key) => `sum:${key}`)];
  const summary = useQuery(summaryQuery(object, field.key, measures, query));
  const rows = summary.data ?? [];
  const blank = rows.find((r) => r.key === null);
  const values = (field.choices ?? []).filter((c) => !c.retired || rows.some((r) => r.key === c.value)).map((c) => c.value);
  const columns: BoardColumn[] = values.map((value) => ({
    value, filter: { field: field.key, op: 'eq', value }, summary: rows.find((r) => r.key === value),
  }));
  const none: BoardColumn = { value: null, filter: { field: field.key, op: 'isNull', value: true }, summary: blank };
  return blank || field.required !== true ? [...(blank ? [none] : []), ...columns] : columns;
}
