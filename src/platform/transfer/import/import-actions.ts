import sql from 'sql-template-tag';
import type { Readable } from 'node:stream';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireGrant } from '../../access/allowed-ids.ts';
import type { Context } from '../../context/context.ts';
import type { Services } from '../../runtime/services.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { TableError, tableErrorTexts } from '../../tabular/table-types.ts';
import { rm } from 'node:fs/promises';
import { importMegabytes } from '../transfer-settings.ts';
import { importPath, receiveFile } from './import-files.ts';
import { type ImportOptions, type Mapping, checkOptions, importOptionsSchema } from './import-options.ts';
import { objectNamed } from './rows/import-plan.ts';
import { type ImportRun, type ImportState, clearDecisions, clearRows, lockImport, resetRun, setState } from './import-store.ts';
import { headerKeyOf, inspectFile, rememberMapping, rememberedFor } from './inspect-import.ts';

export const CHECK_JOB = 'import.check';
export const IMPORT_JOB = 'import.run';
export const UNDO_JOB = 'import.undo';

/** Takes a file in, reads its head, and makes the draft of an import with guessed mapping. */
export async function uploadFile(ctx: Context, services: Services, body: Readable, request: { object: string; name: string; sheet?: string | undefined }): Promise<Id> {
  const def = objectNamed(ctx, request.object);
  requireGrant(ctx, def, 'import');
  const id = ctx.newId();
  const { size, sha256 } = await receiveFile(body, services.dataDir, id, await readSetting(ctx, importMegabytes));
  try {
    const path = importPath(services.dataDir, id);
    const seen = await readable(ctx, () => inspectFile(ctx, def, path, request.name, request.sheet));
    const { source } = seen;
    const remembered = await rememberedFor(ctx, def, seen.headerKey);
    const mapping = remembered?.mapping ?? seen.guesses.map((guess) => guess.field);
    const options = remembered?.options ?? importOptionsSchema.parse({});
    await ctx.db.run(sql`
      INSERT INTO import_run (id, object, file_name, store_key, size, sha256, format, encoding, sheet, sheets, headers, header_key, row_count,
        mapping, options, state, created_by, created_at)
      VALUES (${id}, ${def.key}, ${request.name}, ${id}, ${size}, ${sha256}, ${source.format}, ${source.encoding ?? null}, ${source.sheet ?? null},
        ${source.sheets ?? []}, ${source.headers}, ${seen.headerKey}, ${source.rowCount ?? null},
        ${JSON.stringify(mapping)}, ${JSON.stringify(options)}, 'draft', ${ctx.actor.userId}, ${ctx.now.toISOString()})`);
    return id;
  } catch (error) {
    await rm(importPath(services.dataDir, id), { force: true });
    throw error;
  }
}

/** A file that is no table is refused in words (SEC-21). */
export async function readable<R>(ctx: Context, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const texts = tableErrorTexts[error.code];
    throw fail('import.not-a-table', {}, [], { reason: error.code, detail: ctx.locale === 'zh-CN' ? texts.zh : texts.en, ...(error.row !== undefined && { row: error.row }) });
  }
}

/** The import locked for a change; 404 for those of other people unless the caller looks after jobs. */
export async function ownImport(ctx: Context, id: Id, states: readonly ImportState[]): Promise<ImportRun> {
  const run = await lockImport(ctx.db, id);
  if (!run || (run.createdBy !== ctx.actor.userId && !ctx.actor.rights.has('admin.jobs'))) throw fail('record.not-found');
  if (!states.includes(run.state)) throw fail('import.wrong-state');
  return run;
}

export interface Changes {
  readonly mapping?: Mapping | undefined;
  readonly options?: ImportOptions | undefined;
  readonly sheet?: string | undefined;
}

/** Changes mapping, options or worksheet; an earlier trial run no longer counts. */
export async function changeImport(ctx: Context, services: Services, id: Id, changes: Changes): Promise<void> {
  const run = await ownImport(ctx, id, ['draft', 'checked']);
  if (changes.sheet !== undefined && changes.sheet !== run.sheet) await changeSheet(ctx, services, run, changes.sheet);
  const { mapping = run.mapping, options = run.options } = changes;
  const width = changes.sheet === undefined ? run.headers.length : mapping.length;
  if (mapping.length !== width) throw fail('request.invalid', {}, [{ path: 'mapping', code: 'invalid' }]);
  await clearRows(ctx.db, id, 0);
  await ctx.db.run(sql`
    UPDATE import_run SET mapping = coalesce(${changes.mapping ? JSON.stringify(changes.mapping) : null}::jsonb, mapping),
      options = ${JSON.stringify(options)}, state = 'draft' WHERE id = ${id}`);
}

async function changeSheet(ctx: Context, services: Services, run: ImportRun, sheet: string): Promise<void> {
  const def = objectNamed(ctx, run.object);
  const seen = await readable(ctx, () => inspectFile(ctx, def, importPath(services.dataDir, run.storeKey ?? ''), run.fileName, sheet));
  await ctx.db.run(sql`DELETE FROM import_fix WHERE import_id = ${run.id}`);
  await ctx.db.run(sql`
    UPDATE import_run SET sheet = ${sheet}, headers = ${seen.source.headers}, header_key = ${headerKeyOf(seen.source.headers)},
      row_count = ${seen.source.rowCount ?? null}, mapping = ${JSON.stringify(seen.guesses.map((guess) => guess.field))} WHERE id = ${run.id}`);
}

/** Decides about every double at once; what was decided row by row no longer counts, and the rows are judged again. */
export async function decideAll(ctx: Context, services: Services, id: Id, duplicates: ImportOptions['duplicates']): Promise<void> {
  const run = await ownImport(ctx, id, ['checked']);
  await clearDecisions(ctx.db, id);
  await ctx.db.run(sql`UPDATE import_run SET options = ${JSON.stringify({ ...run.options, duplicates })} WHERE id = ${id}`);
  await beginPass(ctx, services, id, 'check');
}

/**
 * Begins the trial run or the import; mapping and rights are checked now and again when the job starts. The state allows
 * one beginning only, so that the job needs no key: one would still be held by a job that is just ending.
 */
export async function beginPass(ctx: Context, services: Services, id: Id, pass: 'check' | 'start'): Promise<void> {
  const run = await ownImport(ctx, id, ['draft', 'checked']);
  await checkOptions(ctx, objectNamed(ctx, run.object), run.mapping, run.options);
  if (pass === 'check') await clearRows(ctx.db, id, 0);
  if (pass === 'start') await rememberMapping(ctx, run);
  await resetRun(ctx.db, id, pass === 'check' ? 'checking' : 'running', ctx.now);
  await services.jobs.enqueue(ctx, pass === 'check' ? CHECK_JOB : IMPORT_JOB, { import: id });
}

export async function pauseImport(ctx: Context, id: Id): Promise<void> {
  const run = await ownImport(ctx, id, ['running']);
  await setState(ctx.db, run.id, 'paused', ctx.now);
}

/** Goes on after a pause, or after a failure whose cause is gone. */
export async function resumeImport(ctx: Context, services: Services, id: Id): Promise<void> {
  const run = await ownImport(ctx, id, ['paused', 'failed']);
  await setState(ctx.db, run.id, 'running', ctx.now);
  await services.jobs.enqueue(ctx, IMPORT_JOB, { import: id });
}

/** Ends an import where it stands; what was written stays until it is undone. */
export async function cancelImport(ctx: Context, id: Id): Promise<void> {
  const run = await ownImport(ctx, id, ['draft', 'checking', 'checked', 'running', 'paused', 'failed']);
  const isTrial = run.state === 'checking';
  await setState(ctx.db, run.id, isTrial ? 'draft' : 'cancelled', ctx.now);
}

export async function undoImport(ctx: Context, services: Services, id: Id): Promise<void> {
  const run = await ownImport(ctx, id, ['done', 'failed', 'cancelled', 'paused']);
  requireGrant(ctx, objectNamed(ctx, run.object), 'import');
  if (run.created + run.updated === 0) throw fail('import.wrong-state');
  await ctx.db.run(sql`UPDATE import_run SET rows_done = created_count + updated_count, kept_count = 0 WHERE id = ${id}`);
  await setState(ctx.db, id, 'undoing', ctx.now);
  await services.jobs.enqueue(ctx, UNDO_JOB, { import: id });
}
