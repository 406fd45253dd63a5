import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { objectLabel } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { JobCancelled } from '../../jobs/job-store.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import { runQuery } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { writeCsv, writeXlsx } from '../../tabular/write-table.ts';
import { objectNamed } from '../import/rows/import-plan.ts';
import { optionsFor } from '../import/run-import.ts';
import { isTime } from '../progress-pace.ts';
import type { TableFormat } from '../send-table.ts';
import { type ExportRequest, exportFields, fullFields, streamRequest } from './export-request.ts';
import { type ExportTable, exportTable } from './export-rows.ts';
import { type ExportRun, closeExport, endExport, exportPath, findExport, moveExport } from './export-store.ts';

const KEEP_DAYS = 7;

export interface TableFile {
  readonly format: TableFormat;
  readonly encoding: ExportRequest['encoding'];
  readonly sheetName: string;
}

/** Writes the table and ends `out`; answers the number of rows. */
export async function writeTable(table: ExportTable, file: TableFile, out: Writable): Promise<number> {
  const { rows, headers, columnTypes } = table;
  if (file.format === 'xlsx') return writeXlsx(rows(), headers, out, { sheetName: file.sheetName, columnTypes });
  // Exports made before there was a choice have none.
  if (file.encoding !== 'gb18030') return writeCsv(rows(), headers, out, { bom: true, columnTypes });
  const encoder = encoderTo(file.encoding);
  const [count] = await Promise.all([writeCsv(rows(), headers, encoder, { bom: false, columnTypes }), pipeline(encoder, out)]);
  return count;
}

/** Whole lines come in, so that no character is cut in two. */
const encoderTo = (encoding: string): Transform =>
  new Transform({ decodeStrings: false, transform: (text: string | Buffer, _, done) => done(null, iconv.encode(String(text), encoding)) });

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
    await tellEnd(services, run.id);
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
  const full = fullFields(ctx, def, fields, run.request);
  const onPage = async (rows: number) => {
    done += rows;
    if (job.signal.aborted) throw new Returned();
    await job.progress(services.database, done, run.rowCount);
    await moveExport(services.database, run.id, done);
    tell(services, { ...run, rowsDone: done });
  };
  const table = exportTable(ctx, def, fields, streamRequest(run.request, fields), { id: run.id, full, onPage });
  const { encoding } = run.request;
  await writeTable(table, { format: run.format, encoding, sheetName: objectLabel(def, ctx.locale, 'many') }, createWriteStream(file, { mode: 0o600 }));
  return done;
}

export async function giveUpExport(services: Services, id: string, error: string): Promise<void> {
  await endExport(services.database, id, error === 'cancelled' || error === JobCancelled.name ? 'cancelled' : 'failed', services.clock());
  await tellEnd(services, id);
}

/** The last word is read anew, and is never held back. */
async function tellEnd(services: Services, id: string): Promise<void> {
  const run = await findExport(services.database, id);
  if (run) tell(services, run, true);
}

function tell(services: Services, run: ExportRun, isLast = false): void {
  if (!isTime(services, run.id, isLast)) return;
  const payload = { id: run.id, state: run.state, rowsDone: run.rowsDone, rowCount: run.rowCount, fileName: run.fileName, hasFile: run.storeKey !== null };
  services.events.announce({ kind: 'personal', event: { userId: run.createdBy, topic: 'export', payload } });
}
