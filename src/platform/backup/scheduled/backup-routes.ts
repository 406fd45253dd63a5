import { createReadStream } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Locale } from '#kernel/texts.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import { isoMoment } from '../../http/answer.ts';
import { type Route, defineRoute } from '../../http/route.ts';
import { runAction } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { BACKUP_JOB, folderOf, requestBackup } from './backup-job.ts';
import { backupIsOn, backupTime } from './backup-settings.ts';
import { nextSlot } from './backup-slot.ts';
import { backupKinds, isBackupName, listBackups } from './backup-catalogue.ts';
import { backupFailure, failureIn } from './make-backup.ts';

const shared = { access: { right: 'admin.settings' }, tag: 'backups' } as const;

const jobShape = z.strictObject({
  id: z.uuid(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int().nullable(), error: z.string().nullable(), at: isoMoment,
});
type LastJob = z.infer<typeof jobShape>;

const statusShape = z.strictObject({
  folder: z.string(), problem: z.string().nullable(), isOn: z.boolean(), isLate: z.boolean(), lockedBy: z.enum(['secret', 'passphrase']),
  nextAt: isoMoment.nullable(), freeBytes: z.number().nullable(), last: jobShape.nullable(),
});

const backupShape = z.strictObject({
  name: z.string(), bytes: z.int(), createdAt: isoMoment, kind: z.enum(backupKinds).nullable(), verifiedAt: isoMoment.nullable(),
  lockedBy: z.enum(['secret', 'passphrase']).nullable(), rows: z.int().nullable(), files: z.int().nullable(),
});

const listShape = z.strictObject({
  data: z.array(backupShape), page: z.strictObject({ next: z.null(), total: z.int() }), status: statusShape,
});

/** Backups for the administrator (PL-5): what there is, whether the last one worked, make one, take one away. */
export const backupRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/backups', kind: 'query', summary: 'Backups in the folder, newest first, and how the last one went', answer: listShape,
    handle: async (ctx) => {
      const folder = await folderOf(services);
      const { found, problem } = await readFolder(folder, ctx.locale);
      const data = found.map(({ name, bytes, createdAt, note }) => ({
        name, bytes, createdAt, kind: note?.kind ?? null, verifiedAt: note?.verifiedAt ?? null, lockedBy: note?.lockedBy ?? null, rows: note?.rows ?? null, files: note?.files ?? null,
      }));
      return { data, page: { next: null, total: data.length }, status: await statusOf(ctx, services, { folder, problem, newest: data[0]?.createdAt }) };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/backups', kind: 'action', status: 202, summary: 'Make a backup now; answers the job', answer: z.strictObject({ job: z.uuid() }),
    handle: async (ctx) => ({ job: await requestBackup(services, ctx) }),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/backups/:name/file', kind: 'query', isFreshNeeded: true, isHijacked: true, summary: 'Download a backup; it stays encrypted',
    params: z.object({ name: z.string().max(80) }),
    handle: async (ctx, { params: { name }, reply }) => {
      if (!isBackupName(name)) throw fail('record.not-found');
      const file = path.join(await folderOf(services), name);
      const info = await stat(file).catch(() => undefined);
      if (!info) throw fail('record.not-found');
      await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) =>
        writeAudit(tx, [{ action: 'export', detail: { what: 'backup', file: name } }]));
      void reply.header('content-disposition', `attachment; filename="${name}"`).header('content-length', info.size).type('application/octet-stream');
      return reply.send(createReadStream(file));
    },
  }),
];

async function readFolder(folder: string, locale: Locale) {
  try {
    return { found: await listBackups(folder), problem: null };
  } catch (error) {
    return { found: [], problem: failureIn(backupFailure(error, folder), locale) };
  }
}

/** A night without a backup is worth a word. */
const LATE_MS = 26 * 3_600_000;

interface Found {
  readonly folder: string;
  readonly problem: string | null;
  readonly newest: string | undefined;
}

async function statusOf(ctx: Context, services: Services, { folder, problem, newest }: Found) {
  const isOn = await readSetting(services, backupIsOn);
  const [last] = await ctx.db.rows<LastJob>(sql`
    SELECT id, state, done, total, error, coalesce(finished_at, started_at, created_at) AS at FROM job WHERE name = ${BACKUP_JOB} ORDER BY id DESC LIMIT 1`);
  const space = await statfs(folder).catch(() => statfs(services.dataDir)).catch(() => undefined);
  return {
    folder, problem, isOn, isLate: isOn && newest !== undefined && ctx.now.getTime() - Date.parse(newest) > LATE_MS, lockedBy: services.backups.lockedBy,
    nextAt: isOn ? nextSlot(ctx.now, await readSetting(services, backupTime), services.timeZone).toISOString() : null,
    freeBytes: space === undefined ? null : space.bavail * space.bsize,
    last: last === undefined ? null : { ...last, error: last.error === null ? null : failureIn(last.error, ctx.locale), at: new Date(last.at).toISOString() },
  };
}
