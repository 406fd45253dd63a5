import { Failure, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Actor } from '../../context/actor.ts';
import type { Context } from '../../context/context.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import { runAction, runQuery } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { openTable } from '../../tabular/read-table.ts';
import { TableError, type TableRow } from '../../tabular/table-types.ts';
import { isExportMark } from '../export/export-mark.ts';
import { forgetKeys } from './rows/earlier-rows.ts';
import { checkBatch, importBatch } from './rows/import-batch.ts';
import { importPath } from './import-files.ts';
import { checkOptions } from './import-options.ts';
import { type ImportPlan, makePlan } from './rows/import-plan.ts';
import { tellMany, tellProgress } from './import-progress.ts';
import { type ImportRun, findImport, loadFixes, lockImport, moveOn, setState } from './import-store.ts';
import type { ReadRow } from './rows/read-cells.ts';

// Large enough that a batch's fixed cost does not count, small enough that a pause or a kill loses little work.
const BATCH = 1_000;
// Rights are read anew after so many batches (SEC-14).
const RIGHTS_EVERY = 10;

interface Pass {
  readonly state: 'checking' | 'running';
  readonly write: (ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]) => ReturnType<typeof importBatch>;
  readonly finish: (ctx: Context, run: ImportRun) => Promise<void>;
}

const trial: Pass = {
  state: 'checking',
  write: checkBatch,
  finish: async (ctx, run) => {
    await forgetKeys(ctx, run.id);
    await setState(ctx.db, run.id, 'checked', ctx.now);
  },
};

const real: Pass = {
  state: 'running',
  write: importBatch,
  finish: async (ctx, run) => {
    await setState(ctx.db, run.id, 'done', ctx.now);
    const { created, updated, unchanged, duplicates, errors } = run;
    await writeAudit(ctx, [{ action: 'import', object: run.object, detail: { import: run.id, file: run.fileName, created, updated, unchanged, duplicates, errors } }]);
  },
};

/** The trial run (CU-12) and the import itself: batch by batch from where the last committed batch ended. */
export const checkJob = (job: JobRun, services: Services) => work(job, services, trial);
export const importJob = (job: JobRun, services: Services) => work(job, services, real);

async function work(job: JobRun, services: Services, pass: Pass): Promise<'done' | 'again'> {
  const run = await findImport(services.database, String(job.data.import));
  if (!run || run.state !== pass.state) return 'done';
  try {
    return await readOn(job, services, pass, run);
  } catch (error) {
    // What no second try would change: the file, the person's rights.
    if (!(error instanceof TableError) && !(error instanceof Failure)) throw error;
    await failImport(services, run.id, error.code);
    return 'done';
  }
}

async function readOn(job: JobRun, services: Services, pass: Pass, run: ImportRun): Promise<'done' | 'again'> {
  let who = await optionsFor(services, run.createdBy, run.id);
  const plan = await runQuery(services, who, async (ctx) => {
    const made = makePlan(ctx, run, services.importAdapter(run.object));
    await checkOptions(ctx, made.def, run.mapping, run.options);
    return made;
  });
  const fixes = await loadFixes(services.database, run.id);
  const source = await openTable(importPath(services.dataDir, run.storeKey ?? ''), { fileName: run.fileName, ...(run.sheet && { sheet: run.sheet }) });
  const batches = source.batches(BATCH, run.nextRow);
  const read = async () => toRead((await batches.next()).value, (row) => plan.read(row, fixes));
  try {
    let ahead = read();
    let place = run.nextRow;
    for (let count = 1; ; count += 1) {
      const rows = await ahead;
      if (!rows) break;
      // The next batch is read and parsed while the database writes this one.
      ahead = read();
      ahead.catch(() => undefined);
      if (count % RIGHTS_EVERY === 0) who = await optionsFor(services, run.createdBy, run.id);
      const next = await oneBatch({ job, services, pass, plan, who, place }, rows);
      if (next === undefined) return 'done';
      place = next;
      if (job.signal.aborted) return 'again';
    }
  } finally {
    await batches.return(undefined);
  }
  return finish(services, pass, who, run.id);
}

const toRead = (rows: readonly TableRow[] | void, read: (row: TableRow) => ReadRow): readonly ReadRow[] | undefined =>
  rows ? rows.filter((row) => !isExportMark(row.cells)).map(read) : undefined;

interface BatchWork {
  readonly job: JobRun;
  readonly services: Services;
  readonly pass: Pass;
  readonly plan: ImportPlan;
  readonly who: { readonly actor: Actor };
  /** Where this job believes the import to be. Another place: somebody began anew, or another job went on, and this one ends. */
  readonly place: number;
}

/** One transaction: the place in the file moves only with the batch's effects. Undefined when the run was paused, ended or begun anew meanwhile. */
async function oneBatch({ job, services, pass, plan, who, place }: BatchWork, rows: readonly ReadRow[]): Promise<number | undefined> {
  const next = (rows.at(-1)?.row ?? place - 1) + 1;
  const went = await runAction(services, who, async (ctx) => {
    const run = await lockImport(ctx.db, plan.importId);
    if (!run || run.state !== pass.state || run.nextRow !== place) return false;
    const counts = await pass.write(ctx, plan, rows);
    await moveOn(ctx.db, run.id, next, counts);
    await job.progress(ctx.db, run.rowsDone + counts.rows, run.rowCount);
    return true;
  });
  const now = await findImport(services.database, plan.importId);
  if (now) tellProgress(services, now, !went);
  return went ? next : undefined;
}

async function finish(services: Services, pass: Pass, who: { actor: Actor }, id: Id): Promise<'done'> {
  await runAction(services, who, async (ctx) => {
    const run = await lockImport(ctx.db, id);
    if (run?.state === pass.state) await pass.finish(ctx, run);
  });
  const run = await findImport(services.database, id);
  if (run) tellProgress(services, run, true);
  if (run && pass === real) tellMany(services, run);
  return 'done';
}

/** A person with today's rights; the work of somebody who may no longer sign in stops. */
export async function optionsFor(services: Services, userId: Id, importId: Id): Promise<{ actor: Actor; requestId: string }> {
  const actor = await services.actorOf(userId);
  if (!actor) throw fail('auth.required');
  return { actor, requestId: importId };
}

export async function failImport(services: Services, id: Id, problem: string): Promise<void> {
  await setState(services.database, id, 'failed', services.clock(), problem);
  const run = await findImport(services.database, id);
  if (run) tellProgress(services, run, true);
}
