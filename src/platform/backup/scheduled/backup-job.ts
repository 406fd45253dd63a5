import path from 'node:path';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import type { Db } from '../../db/database.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import { runAction, systemActor } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { backupDailyKept, backupFolder, backupIsOn, backupTime, backupWeeklyKept } from './backup-settings.ts';
import { latestSlot } from './backup-slot.ts';
import { backupFailure, tidyBackups } from './make-backup.ts';

export const BACKUP_JOB = 'backup.run';

// One at a time, whoever asks for it.
const KEY = 'backup';
const DUE_LOCK = 7_413_004;
const SHOW_MS = 500;
/** A scheduled backup that failed for good is tried again so much later, until the next one is due. */
const AGAIN_MS = 3_600_000;

/** Where backups lie. */
export async function folderOf(services: Services): Promise<string> {
  return (await readSetting(services, backupFolder)) || path.join(services.dataDir, 'backups');
}

/** Adds a backup for a person; answers the job, also when one is under way already. */
export async function requestBackup(services: Services, ctx: Context): Promise<Id> {
  const added = await services.jobs.enqueue(ctx, BACKUP_JOB, { kind: 'manual' }, { key: KEY });
  if (added !== undefined) return added;
  return (await ctx.db.one<{ id: Id }>(sql`SELECT id FROM job WHERE key = ${KEY} AND state IN ('waiting', 'running')`)).id;
}

/**
 * Adds the scheduled backup when its time has come and nobody has done so: once for all servers, and once for a time of
 * day however the clock jumps (PL-5, REL-6). A new system, which nobody used yet at that time, has nothing to save.
 */
export async function addWhenDue(services: Services): Promise<boolean> {
  if (!(await readSetting(services, backupIsOn))) return false;
  const slot = latestSlot(services.clock(), await readSetting(services, backupTime), services.timeZone).toISOString();
  if (!(await isDue(services.database, slot, services.clock()))) return false;
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    await ctx.db.run(sql`SELECT pg_advisory_xact_lock(${DUE_LOCK})`);
    if (!(await isDue(ctx.db, slot, ctx.now))) return false;
    return (await services.jobs.enqueue(ctx, BACKUP_JOB, { kind: 'scheduled', slot }, { key: KEY })) !== undefined;
  });
}

async function isDue(db: Db, slot: string, now: Date): Promise<boolean> {
  const again = new Date(now.getTime() - AGAIN_MS).toISOString();
  const row = await db.one<{ due: boolean }>(sql`
    SELECT EXISTS (SELECT FROM app_user WHERE created_at < ${slot}) AND NOT EXISTS (
      SELECT FROM job WHERE name = ${BACKUP_JOB} AND data ->> 'slot' = ${slot} AND (state <> 'failed' OR finished_at > ${again})) AS due`);
  return row.due;
}

/** The job: makes the backup, removes old ones. Tried again by the platform; every failure is told in plain words. */
export async function backupJob(run: JobRun, services: Services): Promise<'done' | 'again'> {
  const folder = await folderOf(services);
  const kind = run.data.kind === 'scheduled' ? 'scheduled' : 'manual';
  const shown = progressShower(run, services);
  try {
    const made = await services.backups.make({
      kind, folder, now: services.clock(), signal: AbortSignal.any([run.signal, shown.ended]), onProgress: shown.tell,
    });
    const removed = await tidyBackups(folder, {
      daily: await readSetting(services, backupDailyKept), weekly: await readSetting(services, backupWeeklyKept), timeZone: services.timeZone,
    });
    await shown.settle(made.note.rows);
    const actor = (run.actorId === null ? undefined : await services.actorOf(run.actorId)) ?? systemActor(services);
    await runAction(services, { actor }, (ctx) => writeAudit(ctx, [{ action: 'backup', detail: { file: made.name, bytes: made.bytes, rows: made.note.rows, removed } }]));
    services.log.info({ file: made.name, bytes: made.bytes, removed: removed.length }, 'backup made and read back');
    return 'done';
  } catch (error) {
    if (run.signal.aborted) return 'again';
    const ended = shown.reason();
    if (ended !== undefined) throw ended;
    throw new Error(backupFailure(error, folder), { cause: error });
  }
}

/** Writes the progress into the job's row now and then; a job that was cancelled ends the backup. */
function progressShower(run: JobRun, services: Services) {
  const end = new AbortController();
  let last = -Infinity;
  let reason: Error | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (done: number, total: number) => {
    writing = run.show(services.database, done, total).catch((error: unknown) => {
      reason ??= error instanceof Error ? error : new Error(String(error));
      end.abort();
    });
  };
  return {
    ended: end.signal,
    reason: () => reason,
    tell: (done: number, total: number) => {
      if (performance.now() - last < SHOW_MS) return;
      last = performance.now();
      write(done, total);
    },
    settle: async (rows: number) => {
      await writing;
      write(rows * 2, rows * 2);
      await writing;
      if (reason !== undefined) throw reason;
    },
  };
}
