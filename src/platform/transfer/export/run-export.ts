import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { objectLabel } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { JobCancelled } from '../../jobs/job-store.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import { runQuery } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { writeCsv, writeXlsx } from '../../tabular/write-table.ts';
import { objectNamed } from '../import/rows/import-plan.ts';
import { optionsFor } from '../import/run-import.ts';
import type { TableFormat } from '../send-table.ts';
import { exportFields, streamRequest } from './export-request.ts';
import { type ExportTable, exportTable } from './export-rows.ts';
import { type ExportRun, closeExport, endExport, exportPath, findExport, moveExport } from './export-store.ts';

const KEEP_DAYS = 7;

export const writeTable = (table: ExportTable, format: TableFormat, out: Writable, sheetName: string): Promise<number> =>
  format === 'csv'
    ? writeCsv(table.rows(), table.headers, out, { bom: true, columnTypes: table.columnTypes })
    : writeXlsx(table.rows(), table.headers, out, { sheetName, columnTypes: table.columnTypes });

/** Writes a large export to a file with the rights that the person has now; begun anew after a crash. */
export async function exportJob(job: JobRun, services: Services): Promise<'done' | 'again'> {
  const run = await findExport(services.database, String(job.data.export));
  if (run?.state !== 'running') return 'done';
  const who = await optionsFor(services, run.createdBy, run.id);
  const target = exportPath(services.dataDir, run.id);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  try {
    const rows = await runQuery(services, who, (ctx) => writeFile(ctx, services, job, run, `${target}.part`));
    await rename(`${target}.part`, target);
    const now = services.clock();
    const { size } = await stat(target);
    await closeExport(services.database, run.id, { storeKey: run.id, size, rows }, now, new Date(now.getTime() + KEEP_DAYS * 86_400_000));
    await tell(services, run.id);
    return 'done';
  } catch (error) {
    await rm(`${target}.part`, { force: true });
    if (error instanceof Returned) return 'again';
    throw error;
  }
}

/** The server stops: the file is begun anew elsewhere. */
class Returned extends Error {
  override readonly name = 'Returned';
}

async function writeFile(ctx: Context, services: Services, job: JobRun, run: ExportRun, file: string): Promise<number> {
  const def = objectNamed(ctx, run.object);
  const fields = exportFields(ctx, def, run.request);
  let done = 0;
  const table = exportTable(ctx, def, fields, streamRequest(run.request, fields), run.id, async (rows) => {
    done += rows;
    if (job.signal.aborted) throw new Returned();
    await job.progress(services.database, done, run.rowCount);
    await moveExport(services.database, run.id, done);
    await tell(services, run.id);
  });
  await writeTable(table, run.format, createWriteStream(file, { mode: 0o600 }), objectLabel(def, ctx.locale, 'many'));
  return done;
}

export async function giveUpExport(services: Services, id: string, error: string): Promise<void> {
  await endExport(services.database, id, error === 'cancelled' || error === JobCancelled.name ? 'cancelled' : 'failed', services.clock());
  await tell(services, id);
}

async function tell(services: Services, id: string): Promise<void> {
  const run = await findExport(services.database, id);
  if (!run) return;
  const payload = { id, state: run.state, rowsDone: run.rowsDone, rowCount: run.rowCount, fileName: run.fileName };
  services.events.announce({ kind: 'personal', event: { userId: run.createdBy, topic: 'export', payload } });
}
