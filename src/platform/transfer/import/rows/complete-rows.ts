import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../../../context/context.ts';
import type { CompletedRow } from '../import-adapter.ts';
import type { ImportPlan } from './import-plan.ts';
import type { PlannedRow } from './planned-row.ts';

/** A row with everything that is derived, ready to be written. */
export interface CompleteRow extends PlannedRow {
  readonly id: Id;
  /** Columns that are not fields. */
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Adds derived values and columns by the object's adapter, else by its hooks row by row; a refusal becomes an issue. */
export async function completeRows(ctx: Context, plan: ImportPlan, rows: readonly PlannedRow[]): Promise<CompleteRow[]> {
  const writing = rows.filter((row) => row.fate === 'create' || row.fate === 'update');
  const ids = new Map(writing.map((row) => [row.row, row.before?.id ?? ctx.newId()]));
  const added = await addedTo(ctx, plan, writing, ids);
  return rows.map((row) => {
    const { values = {}, columns = {}, issues = [] } = added.get(row.row) ?? {};
    return {
      ...row, id: ids.get(row.row) ?? row.before?.id ?? '', columns, values: { ...row.values, ...values },
      fate: issues.length > 0 ? ('error' as const) : row.fate, issues: [...row.issues, ...issues],
    };
  });
}

async function addedTo(ctx: Context, plan: ImportPlan, rows: readonly PlannedRow[], ids: ReadonlyMap<number, Id>): Promise<ReadonlyMap<number, CompletedRow>> {
  const { adapter, def, options } = plan;
  if (adapter.complete) return adapter.complete(ctx, rows, options.reason ?? '');
  const hook = ctx.hooks(def.key).beforeWrite;
  const added = new Map<number, CompletedRow>();
  if (!hook) return added;
  for (const row of rows) {
    const step = { ctx, before: row.before, values: row.values, id: ids.get(row.row) ?? '', isDuplicateAccepted: true, reason: options.reason ?? '' };
    added.set(row.row, await asked(() => hook(step)));
  }
  return added;
}

async function asked(work: () => Promise<CompletedRow>): Promise<CompletedRow> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { issues: error.issues.length > 0 ? error.issues : [{ path: '', code: 'not-saved', params: { value: error.code } }] };
  }
}
