import type { Context } from '../../../context/context.ts';
import { completeRows } from './complete-rows.ts';
import type { ImportPlan } from './import-plan.ts';
import { type BatchCounts, saveRows } from '../import-store.ts';
import { planRows } from './plan-rows.ts';
import type { ReadRow } from './read-cells.ts';
import { type RowOutcome, writeRows } from './write-rows.ts';
import { findEarlierRows } from './earlier-rows.ts';

/** Writes one batch in the caller's transaction: rows, audit and what became of each row (REL-1). */
export async function importBatch(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]): Promise<BatchCounts> {
  const planned = await planRows(ctx, plan, rows);
  const outcomes = await writeRows(ctx, plan, await completeRows(ctx, plan, planned));
  await saveRows(ctx.db, plan.importId, 1, outcomes);
  return countsOf(outcomes);
}

/** Judges one batch without writing records; keeps only rows that have something to say. */
export async function checkBatch(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]): Promise<BatchCounts> {
  const outcomes = await judgeRows(ctx, plan, rows, true);
  await saveRows(ctx.db, plan.importId, 0, outcomes.filter((row) => row.state === 'error' || row.state === 'duplicate' || (row.issues?.length ?? 0) > 0 || row.matches !== undefined));
  return countsOf(outcomes);
}

/** What would become of the rows. `inFile`: also look for doubles among earlier batches of the trial run. */
export async function judgeRows(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[], inFile: boolean): Promise<RowOutcome[]> {
  const complete = await completeRows(ctx, plan, await planRows(ctx, plan, rows));
  const earlier = inFile ? await findEarlierRows(ctx, plan, complete) : new Map<number, number>();
  return complete.map((row): RowOutcome => {
    const first = earlier.get(row.row);
    const isDouble = row.fate === 'create' && first !== undefined && (row.decision?.do ?? plan.options.duplicates) !== 'create';
    const state = isDouble ? 'duplicate' : row.fate === 'create' ? 'created' : row.fate === 'update' ? 'updated' : row.fate;
    const issues = isDouble ? [...row.issues, { path: '', code: 'duplicate-row', params: { value: first } }] : row.issues;
    return {
      row: row.row, state, issues, cells: row.cells, ...(row.matches.length > 0 && { matches: row.matches }),
      ...(row.before && { recordId: row.before.id }),
    };
  });
}

function countsOf(rows: readonly RowOutcome[]): BatchCounts {
  const count = (state: RowOutcome['state']) => rows.filter((row) => row.state === state).length;
  return {
    rows: rows.length, created: count('created'), updated: count('updated'), unchanged: count('unchanged'),
    duplicates: count('duplicate'), errors: count('error'),
  };
}
