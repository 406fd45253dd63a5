import { textOf } from '#kit/field/field-props.ts';
import { type RecordData, refId } from '#kit/records/record-types.ts';

export interface CauseLine {
  readonly id: string;
  readonly name: string;
  /** 0 for a group. */
  readonly depth: number;
}

/** The causes as a tree, each below its group, in their order; one whose group is gone stands for itself. */
export function causeLines(records: readonly RecordData[]): readonly CauseLine[] {
  const known = new Set(records.map((record) => record.id));
  const position = (record: RecordData): number => Number(record['position'] ?? 0);
  const parentOf = (record: RecordData): string => {
    const parent = refId(record['parent']);
    return parent !== undefined && known.has(parent) ? parent : '';
  };
  const below = (parent: string, depth: number, above: ReadonlySet<string>): CauseLine[] => records
    .filter((record) => parentOf(record) === parent && !above.has(record.id)).toSorted((a, b) => position(a) - position(b))
    .flatMap((record) => [{ id: record.id, name: textOf(record['name']), depth }, ...below(record.id, depth + 1, new Set([...above, record.id]))]);
  return below('', 0, new Set());
}
