import path from 'node:path';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '../../db/database.ts';
import type { TableFormat } from '../send-table.ts';
import type { ExportRequest } from './export-request.ts';

export type ExportState = 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

export interface ExportRun {
  readonly id: Id;
  readonly object: string;
  readonly format: TableFormat;
  readonly request: ExportRequest;
  readonly state: ExportState;
  readonly rowCount: number;
  readonly rowsDone: number;
  readonly fileName: string;
  readonly storeKey: string | null;
  readonly size: number | null;
  readonly createdBy: Id;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly expiresAt: string | null;
}

/** Where finished exports lie for some days; the name is generated (SEC-21). */
export const exportPath = (dataDir: string, storeKey: string): string => path.join(dataDir, 'exports', storeKey);

const columns = sql`
  id, object, format, request, state, row_count AS "rowCount", rows_done AS "rowsDone", file_name AS "fileName", store_key AS "storeKey", size,
  created_by AS "createdBy", created_at AS "createdAt", finished_at AS "finishedAt", expires_at AS "expiresAt"`;

export const findExport = (db: Db, id: Id): Promise<ExportRun | undefined> =>
  db.maybe<ExportRun>(sql`SELECT ${columns} FROM export_run WHERE id = ${id}`);

export const listExports = (db: Db, userId: Id, limit: number): Promise<ExportRun[]> =>
  db.rows<ExportRun>(sql`SELECT ${columns} FROM export_run WHERE created_by = ${userId} ORDER BY id DESC LIMIT ${limit}`);

export async function insertExport(db: Db, run: Pick<ExportRun, 'id' | 'object' | 'format' | 'request' | 'rowCount' | 'fileName' | 'createdBy'> & { state: ExportState }, now: Date): Promise<void> {
  const isDone = run.state === 'done';
  await db.run(sql`
    INSERT INTO export_run (id, object, format, request, state, row_count, rows_done, file_name, created_by, created_at, finished_at)
    VALUES (${run.id}, ${run.object}, ${run.format}, ${JSON.stringify(run.request)}, ${run.state}, ${run.rowCount}, ${isDone ? run.rowCount : 0},
      ${run.fileName}, ${run.createdBy}, ${now.toISOString()}, ${isDone ? now.toISOString() : null})`);
}

export async function moveExport(db: Db, id: Id, done: number): Promise<void> {
  await db.run(sql`UPDATE export_run SET rows_done = ${done} WHERE id = ${id}`);
}

export async function closeExport(db: Db, id: Id, file: { storeKey: string; size: number; rows: number }, now: Date, expiresAt: Date): Promise<void> {
  await db.run(sql`
    UPDATE export_run SET state = 'done', store_key = ${file.storeKey}, size = ${file.size}, rows_done = ${file.rows}, row_count = ${file.rows},
      finished_at = ${now.toISOString()}, expires_at = ${expiresAt.toISOString()} WHERE id = ${id} AND state = 'running'`);
}

export async function endExport(db: Db, id: Id, state: 'failed' | 'cancelled', now: Date): Promise<void> {
  await db.run(sql`UPDATE export_run SET state = ${state}, finished_at = ${now.toISOString()} WHERE id = ${id} AND state = 'running'`);
}

/** Files whose time is over; their rows stay as history. */
export const takeExpired = (db: Db, now: Date): Promise<{ storeKey: string }[]> =>
  db.rows<{ storeKey: string }>(sql`
    WITH old AS (SELECT id, store_key FROM export_run WHERE expires_at < ${now.toISOString()} AND store_key IS NOT NULL FOR UPDATE),
    gone AS (UPDATE export_run e SET store_key = NULL, state = 'expired' FROM old WHERE e.id = old.id)
    SELECT store_key AS "storeKey" FROM old`);
