import sql from 'sql-template-tag';
import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { problemBody } from '../http/problem.ts';
import { type CreateOptions, createRecord } from './create-record.ts';
import { type Selection, selectionSql } from './list-records.ts';
import { removeRecord, restoreRecord } from './remove-record.ts';
import { StatementBuilder } from './statement.ts';
import { updateRecord } from './update-record.ts';

export interface Operation {
  readonly op: 'create' | 'update' | 'delete' | 'restore';
  readonly id?: Id | undefined;
  readonly version?: number | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** The reason and an accepted duplicate (CU-10), as with a single write. */
  readonly options?: CreateOptions | undefined;
}

export interface OperationResult {
  readonly status: number;
  readonly id?: Id;
  readonly problem?: unknown;
}

/** Each operation has its own result; one that fails leaves no trace and does not hinder the others (PL-20). */
export async function bulkRecords(ctx: Context, def: ObjectDef, operations: readonly Operation[]): Promise<OperationResult[]> {
  const results: OperationResult[] = [];
  for (const operation of operations) results.push(await runOne(ctx, def, operation));
  return results;
}

async function runOne(ctx: Context, def: ObjectDef, operation: Operation): Promise<OperationResult> {
  await ctx.db.run(sql`SAVEPOINT one_operation`);
  try {
    const result = await apply(ctx, def, operation);
    await ctx.db.run(sql`RELEASE SAVEPOINT one_operation`);
    return result;
  } catch (error) {
    await ctx.db.run(sql`ROLLBACK TO SAVEPOINT one_operation`);
    if (!(error instanceof Failure)) throw error;
    const problem = problemBody(error, ctx.locale, ctx.requestId);
    return { status: error.status, ...(operation.id !== undefined && { id: operation.id }), problem };
  }
}

async function apply(ctx: Context, def: ObjectDef, operation: Operation): Promise<OperationResult> {
  const { op, id = '', version, values = {}, options = {} } = operation;
  if (op === 'create') return { status: 201, id: await createRecord(ctx, def, values, options) };
  if (op === 'delete') await removeRecord(ctx, def, id, version);
  else if (op === 'restore') await restoreRecord(ctx, def, id);
  else await updateRecord(ctx, def, id, values, { ...options, ...(version !== undefined && { version }) });
  return { status: 200, id };
}

/** The ids of a selection that the actor may treat so, for "select all N results" (UX-1). */
export async function selectedIds(ctx: Context, def: ObjectDef, selection: Selection, action: 'update' | 'delete', max: number): Promise<Id[]> {
  const b = new StatementBuilder();
  const where = selectionSql(ctx, def, selection, b);
  const readable = selectionSql(ctx, def, { isDeleted: selection.isDeleted ?? false }, b, action);
  const limit = b.param(max + 1);
  const rows = await ctx.db.prepared<{ id: Id }>(b.plain(`SELECT t.id FROM ${def.table} t WHERE ${where} AND ${readable} ORDER BY t.id LIMIT ${limit}`));
  return rows.map((row) => row.id);
}
