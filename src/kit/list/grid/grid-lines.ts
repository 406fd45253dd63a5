import type { RecordData, SummaryRow } from '../../records/record-types.ts';

/** One line of the table: a record, a group's heading, or "show all of this group". */
export type GridLine =
  | { readonly kind: 'record'; readonly record: RecordData; readonly index: number }
  | { readonly kind: 'group'; readonly group: SummaryRow; readonly isOpen: boolean }
  | { readonly kind: 'more'; readonly group: SummaryRow }
  | { readonly kind: 'waiting'; readonly id: string };

export interface GroupRecords {
  readonly group: SummaryRow;
  readonly isOpen: boolean;
  /** Undefined while they load. */
  readonly records: readonly RecordData[] | undefined;
}

export const groupId = (group: SummaryRow): string => String(group.key ?? '');

export const recordLines = (records: readonly RecordData[]): readonly GridLine[] =>
  records.map((record, index) => ({ kind: 'record', record, index }));

/** Groups in order, the open ones with their first records. */
export function groupLines(groups: readonly GroupRecords[]): readonly GridLine[] {
  let index = 0;
  return groups.flatMap(({ group, isOpen, records }): GridLine[] => {
    const head: GridLine = { kind: 'group', group, isOpen };
    if (!isOpen) return [head];
    if (!records) return [head, { kind: 'waiting', id: groupId(group) }];
    const lines = records.map((record): GridLine => ({ kind: 'record', record, index: index++ }));
    return records.length < group.count ? [head, ...lines, { kind: 'more', group }] : [head, ...lines];
  });
}
