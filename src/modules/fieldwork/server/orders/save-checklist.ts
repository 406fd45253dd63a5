import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { type ChecklistFault, type ChecklistItem, checklistFaults } from '../../rules/order-report.ts';

export interface ChecklistDraft {
  /** Absent for a new one. */
  readonly id?: Id | undefined;
  /** The revision that was edited; a later one is not overwritten unseen. */
  readonly revision?: number | undefined;
  readonly name: string;
  readonly nameEn: string;
  readonly state: 'active' | 'retired';
  readonly items: readonly ChecklistItem[];
}

const codeOf: Readonly<Record<ChecklistFault['code'], 'not-unique' | 'invalid'>> = { 'key-twice': 'not-unique', range: 'invalid', choices: 'invalid', 'choice-twice': 'not-unique' };

/**
 * Saves a checklist; where its items differ it gets a new revision, and orders that were made keep theirs (SE-11).
 * Errors: record.not-found, record.invalid with what is wrong with which item, fieldwork.newer-checklist for an older revision.
 */
export async function saveChecklist(ctx: Context, { id, revision, items, ...draft }: ChecklistDraft): Promise<{ readonly id: Id; readonly revision: number }> {
  const faults = checklistFaults(items);
  if (faults.length > 0) throw fail('record.invalid', { count: faults.length }, faults.map(({ at, code }) => ({ path: `items.${at}`, code: codeOf[code], params: { value: '' } })));
  const json = JSON.stringify(items);
  if (id === undefined) {
    const made = await insertRecord(ctx, 'orderChecklist', { values: { ...draft, itemCount: items.length, revision: 1 }, columns: { items: json } });
    await keepRevision(ctx, made, 1, json);
    return { id: made, revision: 1 };
  }
  const old = await ctx.db.maybe<{ revision: number; isSame: boolean }>(sql`
    SELECT revision, items = ${json}::jsonb AS "isSame" FROM order_checklist WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!old) throw fail('record.not-found');
  if (revision !== undefined && revision !== old.revision) throw fail('fieldwork.newer-checklist', { revision: old.revision });
  const next = old.isSame ? old.revision : old.revision + 1;
  await changeRecord(ctx, 'orderChecklist', id, { ...draft, itemCount: items.length, revision: next }, { items: json });
  if (!old.isSame) await keepRevision(ctx, id, next, json);
  return { id, revision: next };
}

const keepRevision = (ctx: Context, id: Id, revision: number, items: string): Promise<number> => ctx.db.run(sql`
  INSERT INTO order_checklist_revision (checklist_id, revision, items, saved_at, saved_by) VALUES (${id}, ${revision}, ${items}::jsonb, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
