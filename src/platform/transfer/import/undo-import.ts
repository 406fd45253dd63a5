import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import { auditMany } from '../../records/batch/audit-many.ts';
import { eraseMany, referredTo } from '../../records/batch/remove-many.ts';
import { putBackMany } from '../../records/batch/update-many.ts';
import { runAction } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import type { SideRows } from './import-adapter.ts';
import { objectNamed } from './rows/import-plan.ts';
import { tellMany, tellProgress } from './import-progress.ts';
import { findImport, lockImport, setState } from './import-store.ts';
import { optionsFor } from './run-import.ts';

const BATCH = 1_000;

interface UndoRow {
  readonly row: number;
  readonly state: 'created' | 'updated';
  readonly record_id: Id;
  readonly version: number;
  readonly before: Record<string, unknown> | null;
  readonly side: SideRows | null;
}

/** What a row of the undo ended as. */
interface Undone {
  readonly row: number;
  readonly state: 'removed' | 'restored' | 'kept';
  readonly reason?: 'changed-since' | 'in-use';
}

/**
 * Takes an import back, last rows first: new records go wholly, changed ones become what they were, version and times
 * included (UX-9). Records that somebody changed since, or that others refer to, stay and are listed.
 */
export async function undoJob(job: JobRun, services: Services): Promise<'done' | 'again'> {
  const id = String(job.data.import);
  for (;;) {
    const run = await findImport(services.database, id);
    if (run?.state !== 'undoing') return 'done';
    const who = await optionsFor(services, job.actorId ?? run.createdBy, id);
    const isOver = await runAction(services, who, (ctx) => undoBatch(ctx, services, job, id));
    const now = await findImport(services.database, id);
    if (now) tellProgress(services, now, isOver);
    if (isOver && now) {
      tellMany(services, now);
      return 'done';
    }
    if (job.signal.aborted) return 'again';
  }
}

async function undoBatch(ctx: Context, services: Services, job: JobRun, id: Id): Promise<boolean> {
  const run = await lockImport(ctx.db, id);
  if (run?.state !== 'undoing') return true;
  const rows = await ctx.db.rows<UndoRow>(sql`
    SELECT row, state, record_id, version, before, side FROM import_row
    WHERE import_id = ${id} AND phase = 1 AND state IN ('created', 'updated') AND row < ${run.nextRow}
    ORDER BY row DESC LIMIT ${BATCH}`);
  const last = rows.at(-1);
  if (!last) {
    await setState(ctx.db, id, 'undone', ctx.now);
    await writeAudit(ctx, [{ action: 'import-undo', object: run.object, detail: { import: id, kept: run.kept } }]);
    return true;
  }
  const def = objectNamed(ctx, run.object);
  const done = [...(await undoUpdates(ctx, def, rows)), ...(await undoCreates(ctx, def, rows))];
  await removeSides(ctx, services, def, rows, done);
  await auditUndo(ctx, def, rows, done, id);
  await markRows(ctx, id, done);
  const kept = done.filter((row) => row.state === 'kept').length;
  await ctx.db.run(sql`
    UPDATE import_run SET next_row = ${last.row}, rows_done = rows_done - ${rows.length}, kept_count = kept_count + ${kept} WHERE id = ${id}`);
  await job.progress(ctx.db, run.created + run.updated - Math.max(0, run.rowsDone - rows.length), run.created + run.updated);
  return false;
}

async function undoUpdates(ctx: Context, def: ObjectDef, rows: readonly UndoRow[]): Promise<Undone[]> {
  const updates = rows.filter((row) => row.state === 'updated');
  const data = updates.map((row) => ({ id: row.record_id, version: row.version, before: row.before ?? {} }));
  const back = await putBackMany(ctx, def, data);
  return updates.map((row) => (back.has(row.record_id) ? { row: row.row, state: 'restored' } : { row: row.row, state: 'kept', reason: 'changed-since' }));
}

async function undoCreates(ctx: Context, def: ObjectDef, rows: readonly UndoRow[]): Promise<Undone[]> {
  const creates = rows.filter((row) => row.state === 'created');
  if (creates.length === 0) return [];
  const inUse = await referredTo(ctx, def, creates.map((row) => row.record_id));
  const gone = await eraseMany(ctx, def, creates.filter((row) => !inUse.has(row.record_id)).map((row) => ({ id: row.record_id, version: row.version })));
  return creates.map((row) => {
    if (gone.has(row.record_id)) return { row: row.row, state: 'removed' };
    return { row: row.row, state: 'kept', reason: inUse.has(row.record_id) ? 'in-use' : 'changed-since' };
  });
}

async function removeSides(ctx: Context, services: Services, def: ObjectDef, rows: readonly UndoRow[], done: readonly Undone[]): Promise<void> {
  const { removeSide } = services.importAdapter(def.key);
  if (!removeSide) return;
  const back = new Set(done.filter((row) => row.state !== 'kept').map((row) => row.row));
  const sides: Record<string, Id[]> = {};
  for (const row of rows) {
    if (!row.side || !back.has(row.row)) continue;
    for (const [table, ids] of Object.entries(row.side)) sides[table] = [...(sides[table] ?? []), ...ids];
  }
  if (Object.keys(sides).length > 0) await removeSide(ctx, sides);
}

async function auditUndo(ctx: Context, def: ObjectDef, rows: readonly UndoRow[], done: readonly Undone[], id: Id): Promise<void> {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const entries = done.flatMap(({ row, state }) => {
    const source = byRow.get(row);
    if (!source || state === 'kept') return [];
    const customerId = def.partOf === 'id' ? source.record_id : null;
    return [{ recordId: source.record_id, customerId, action: state === 'removed' ? 'erase' : 'restore-values', version: source.version }];
  });
  await auditMany(ctx, def, entries, { import: id, undo: true });
}

async function markRows(ctx: Context, id: Id, done: readonly Undone[]): Promise<void> {
  const data = JSON.stringify(done.map(({ row, state, reason }) => ({ row, state, issues: reason ? [{ path: '', code: reason }] : null })));
  await ctx.db.run(sql`
    UPDATE import_row i SET state = r.state, issues = coalesce(r.issues, i.issues)
    FROM jsonb_to_recordset(${data}::jsonb) AS r (row bigint, state text, issues jsonb)
    WHERE i.import_id = ${id} AND i.phase = 1 AND i.row = r.row`);
}
