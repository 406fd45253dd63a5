import { createReadStream } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { objectLabel } from '#meta/object.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import { isoTime } from '../../db/database.ts';
import { type Route, defineRoute } from '../../http/route.ts';
import { countStream } from '../../records/batch/stream-records.ts';
import { runAction } from '../../runtime/make-context.ts';
import type { Services } from '../../runtime/services.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { objectNamed } from '../import/rows/import-plan.ts';
import { downloadHeaders, sendTable } from '../send-table.ts';
import { exportRowCap } from '../transfer-settings.ts';
import { exportAnswer, exportsAnswer } from './export.answers.ts';
import { type ExportRequest, exportFields, exportRequestSchema, fullFields, streamRequest } from './export-request.ts';
import { exportTable } from './export-rows.ts';
import { type ExportRun, exportPath, findExport, insertExport, listExports } from './export-store.ts';
import { writeTable } from './run-export.ts';

export const EXPORT_JOB = 'export.run';

/** Above this many rows the file is made in the background (CU-12). */
const DIRECT_ROWS = 10_000;
/** Above this many rows the password must have been entered lately (SEC-9). */
const FRESH_ROWS = 1_000;

const shared = { access: 'signed-in', tag: 'exports' } as const;
const onExport = z.object({ id: z.uuid() });

/** Export of what a list shows to CSV or .xlsx (CU-12): at once, or beyond 10 000 rows as a job. */
export const exportRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/exports', kind: 'query', isHijacked: true,
    summary: 'Export a list: answers the file, or 202 with the job beyond 10 000 rows', body: exportRequestSchema,
    handle: async (ctx, { body, reply }) => startExport(ctx, services, body, reply),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/exports', kind: 'query', summary: 'The caller’s exports, newest first',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }), answer: exportsAnswer,
    handle: async (ctx, { query }) => {
      const runs = await listExports(ctx.db, ctx.actor.userId, query.limit);
      return { data: runs.map((run) => shown(ctx, run)), page: { next: null, total: null } };
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/exports/:id', kind: 'query', summary: 'One export', params: onExport, answer: exportAnswer,
    handle: async (ctx, { params }) => shown(ctx, await ownExport(ctx, params.id)),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/exports/:id/file', kind: 'query', isHijacked: true, summary: 'The file of a finished export, kept for seven days',
    params: onExport, handle: async (ctx, { params, reply }) => sendFile(ctx, services, params.id, reply),
  }),
];

/** A file whose time is over counts as gone at once, also before it is tidied away. */
const isOver = (ctx: Context, run: ExportRun): boolean => run.expiresAt !== null && new Date(run.expiresAt) <= ctx.now;

const iso = (text: string | null): string | null => (text === null ? null : isoTime(text));

const shown = (ctx: Context, { storeKey, ...run }: ExportRun) => ({
  ...run, createdAt: isoTime(run.createdAt), finishedAt: iso(run.finishedAt), expiresAt: iso(run.expiresAt), state: isOver(ctx, { ...run, storeKey }) ? ('expired' as const) : run.state, hasFile: storeKey !== null && !isOver(ctx, { ...run, storeKey }),
});

async function ownExport(ctx: Context, id: Id): Promise<ExportRun> {
  const run = await findExport(ctx.db, id);
  if (!run || run.createdBy !== ctx.actor.userId) throw fail('record.not-found');
  return run;
}

async function startExport(ctx: Context, services: Services, request: ExportRequest, reply: FastifyReply): Promise<void> {
  const def = objectNamed(ctx, request.object);
  const fields = exportFields(ctx, def, request);
  const wanted = streamRequest(request, fields);
  const count = await countStream(ctx, def, wanted);
  const full = fullFields(ctx, def, fields, request);
  await requireAllowed(ctx, count, full.length > 0);
  const id = ctx.newId();
  const isDirect = count <= DIRECT_ROWS && request.background !== true;
  const fileName = `${objectLabel(def, ctx.locale, 'many')} ${localDate(ctx.now, ctx.timeZone)}.${request.format}`;
  const run = { id, object: def.key, format: request.format, request, rowCount: count, fileName, createdBy: ctx.actor.userId, state: isDirect ? 'done' : 'running' } as const;
  await recordExport(ctx, services, run, full.map((field) => field.key));
  if (!isDirect) {
    await reply.code(202).send({ id, state: 'running', rowCount: count, rowsDone: 0, fileName });
    return;
  }
  void reply.header('x-export-id', id);
  const table = exportTable(ctx, def, fields, wanted, { id, full });
  const file = { format: request.format, encoding: request.encoding, sheetName: objectLabel(def, ctx.locale, 'many') };
  await sendTable(reply, fileName, request.format, (out) => writeTable(table, file, out), request.encoding);
}

async function requireAllowed(ctx: Context, count: number, isFull: boolean): Promise<void> {
  const max = await readSetting(ctx, exportRowCap);
  if (count > max) throw fail('record.too-many', { max });
  if ((count > FRESH_ROWS || isFull) && (ctx.actor.freshUntil ?? '') < ctx.now.toISOString()) throw fail('auth.fresh-required');
}

/** Who takes how much of what out, before the first byte leaves (SEC-25). */
async function recordExport(ctx: Context, services: Services, run: Parameters<typeof insertExport>[1], full: readonly string[]): Promise<void> {
  const who = { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip, locale: ctx.locale };
  await runAction(services, who, async (tx) => {
    await insertExport(tx.db, run, tx.now);
    const { object: _object, full: _full, ...request } = run.request;
    await writeAudit(tx, [{ action: 'export', object: run.object, detail: { export: run.id, rows: run.rowCount, ...request, ...(full.length > 0 && { full }) } }]);
    if (run.state === 'running') await services.jobs.enqueue(tx, EXPORT_JOB, { export: run.id }, { key: `export:${run.id}` });
  });
}

async function sendFile(ctx: Context, services: Services, id: Id, reply: FastifyReply): Promise<void> {
  const run = await ownExport(ctx, id);
  const def = objectNamed(ctx, run.object);
  // Rights that went away meanwhile count: of the columns, and of what they hold.
  fullFields(ctx, def, exportFields(ctx, def, run.request), run.request);
  if (run.storeKey === null || isOver(ctx, run)) throw fail('record.not-found');
  await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) =>
    writeAudit(tx, [{ action: 'export-download', object: run.object, detail: { export: id } }]));
  downloadHeaders(reply, run.fileName, run.format, run.request.encoding);
  await reply.header('content-length', run.size ?? 0).send(createReadStream(exportPath(services.dataDir, run.storeKey)));
}
