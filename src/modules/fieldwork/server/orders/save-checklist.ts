import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import type { ChecklistItem } from '../../rules/order-report.ts';

export interface ChecklistDraft {
  /** Absent for a new one. */
  readonly id?: Id | undefined;
  readonly name: string;
  readonly nameEn: string;
  readonly state: 'active' | 'retired';
  readonly items: readonly ChecklistItem[];
}

/** Saves a checklist; orders that were made keep theirs. Errors: record.not-found, record.invalid when a key comes twice. */
export async function saveChecklist(ctx: Context, { id, items, ...draft }: ChecklistDraft): Promise<{ readonly id: Id }> {
  if (new Set(items.map(({ key }) => key)).size !== items.length) throw fail('record.invalid', { count: 1 }, [{ path: 'items', code: 'not-unique', params: { value: '' } }]);
  const values = { ...draft, itemCount: items.length };
  const columns = { items: JSON.stringify(items) };
  if (id === undefined) return { id: await insertRecord(ctx, 'orderChecklist', { values, columns }) };
  await changeRecord(ctx, 'orderChecklist', id, values, columns);
  return { id };
}
