import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '../../db/database.ts';
import type { ImportOptions, Mapping } from './import-options.ts';
import type { RowFix } from './rows/read-cells.ts';
import type { RowOutcome } from './rows/write-rows.ts';

export type ImportState =
  | 'draft' | 'checking' | 'checked' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone';

export interface ImportRun {
  readonly id: Id;
  readonly object: string;
  readonly fileName: string;
  readonly storeKey: string | null;
  readonly size: number;
  readonly format: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly headerKey: string;
  readonly rowCount: number | null;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly state: ImportState;
  readonly nextRow: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly errors: number;
  readonly kept: number;
  readonly problem: string | null;
  readonly createdBy: Id;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const columns = sql`
  id, object, file_name AS "fileName", store_key AS "storeKey", size, format, encoding, sheet, sheets, headers,
  header_key AS "headerKey", row_count AS "rowCount", mapping, options, state, next_row AS "nextRow", rows_done AS "rowsDone",
  created_count AS created, updated_count AS updated, unchanged_count AS unchanged, duplicate_count AS duplicates,
  error_count AS errors, kept_count AS kept, problem, created_by AS "createdBy", created_at AS "createdAt",
  started_at AS "startedAt", finished_at AS "finishedAt"`;

export const findImport = (db: Db, id: Id): Promise<ImportRun | undefined> =>
  db.maybe<ImportRun>(sql`SELECT ${columns} FROM import_run WHERE id = ${id}`);

/** Locked until the end of the transaction: batches, pause and undo take turns. */
export const lockImport = (db: Db, id: Id): Promise<ImportRun | undefined> =>
  db.maybe<ImportRun>(sql`SELECT ${columns} FROM import_run WHERE id = ${id} FOR UPDATE`);

/** Newest first; `mine`: only the person's own. */
export const listImports = (db: Db, mine: Id | null, before: Id | null, limit: number): Promise<ImportRun[]> =>
  db.rows<ImportRun>(sql`
    SELECT ${columns} FROM import_run
    WHERE (${mine}::uuid IS NULL OR created_by = ${mine}) AND (${before}::uuid IS NULL OR id < ${before}::uuid)
    ORDER BY id DESC LIMIT ${limit}`);

export async function setState(db: Db, id: Id, state: ImportState, now: Date, problem: string | null = null): Promise<void> {
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled' || state === 'undone';
  await db.run(sql`
    UPDATE import_run SET state = ${state}, problem = ${problem}, finished_at = ${isOver ? now.toISOString() : null} WHERE id = ${id}`);
}

/** Counts and place in the file from the beginning again. */
export async function resetRun(db: Db, id: Id, state: ImportState, now: Date): Promise<void> {
  await db.run(sql`
    UPDATE import_run SET state = ${state}, next_row = 0, rows_done = 0, created_count = 0, updated_count = 0, unchanged_count = 0,
      duplicate_count = 0, error_count = 0, kept_count = 0, problem = NULL, started_at = ${now.toISOString()}, finished_at = NULL
    WHERE id = ${id}`);
}

export interface BatchCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly errors: number;
}

/** Moves the place in the file together with the effects of the batch (REL-1). */
export async function moveOn(db: Db, id: Id, nextRow: number, counts: BatchCounts): Promise<void> {
  await db.run(sql`
    UPDATE import_run SET next_row = ${nextRow}, rows_done = rows_done + ${counts.rows}, created_count = created_count + ${counts.created},
      updated_count = updated_count + ${counts.updated}, unchanged_count = unchanged_count + ${counts.unchanged},
      duplicate_count = duplicate_count + ${counts.duplicates}, error_count = error_count + ${counts.errors}
    WHERE id = ${id}`);
}

/** Keeps what became of the rows; `phase` 0 for a trial run, 1 for the import. */
export async function saveRows(db: Db, id: Id, phase: 0 | 1, rows: readonly (Omit<RowOutcome, 'state'> & { readonly state: string })[]): Promise<void> {
  if (rows.length === 0) return;
  const data = JSON.stringify(rows.map((row) => ({ ...row, record_id: row.recordId })));
  await db.run(sql`
    INSERT INTO import_row (import_id, phase, row, state, record_id, version, issues, matches, before, side, cells)
    SELECT ${id}, ${phase}, r.row, r.state, r.record_id, r.version, r.issues, r.matches, r.before, r.side, r.cells
    FROM jsonb_to_recordset(${data}::jsonb) AS r
      (row bigint, state text, record_id uuid, version int, issues jsonb, matches jsonb, before jsonb, side jsonb, cells jsonb)
    ON CONFLICT (import_id, phase, row) DO UPDATE SET state = excluded.state, issues = excluded.issues, matches = excluded.matches,
      record_id = excluded.record_id, cells = excluded.cells`);
}

export const clearRows = (db: Db, id: Id, phase: 0 | 1): Promise<number> =>
  db.run(sql`DELETE FROM import_row WHERE import_id = ${id} AND phase = ${phase}`);

/** What people corrected and decided on the page, by row number; only of these rows when given. */
export async function loadFixes(db: Db, id: Id, only: readonly number[] | null = null): Promise<Map<number, RowFix>> {
  const rows = await db.rows<{ row: number; cells: Record<string, string> }>(sql`
    SELECT row, cells FROM import_fix WHERE import_id = ${id} AND (${only}::bigint[] IS NULL OR row = ANY(${only}::bigint[]))`);
  return new Map(rows.map(({ row: number, cells }) => [number, toFix(cells)]));
}

/** Columns are digits, so that the decision lies beside them under names of its own. */
function toFix({ decision, record, ...cells }: Record<string, string>): RowFix {
  if (decision !== 'skip' && decision !== 'update' && decision !== 'create') return { cells };
  return { cells, decision: { do: decision, ...(record !== undefined && record !== '' && { record }) } };
}

/** Adds to what is known about a row. */
export async function saveFix(db: Db, id: Id, row: number, fix: Partial<RowFix>): Promise<void> {
  const { decision } = fix;
  const words = { ...fix.cells, ...(decision && { decision: decision.do, record: decision.record ?? '' }) };
  await db.run(sql`
    INSERT INTO import_fix (import_id, row, cells) VALUES (${id}, ${row}, ${JSON.stringify(words)})
    ON CONFLICT (import_id, row) DO UPDATE SET cells = import_fix.cells || excluded.cells`);
}

/** One word for all rows takes the place of what was decided row by row. */
export async function clearDecisions(db: Db, id: Id): Promise<void> {
  await db.run(sql`UPDATE import_fix SET cells = cells - 'decision' - 'record' WHERE import_id = ${id} AND cells ? 'decision'`);
}

/** Rows of the trial run that are doubles of something or alike, whatever was decided about them. */
export const countMatched = async (db: Db, id: Id): Promise<number> =>
  (await db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM import_row WHERE import_id = ${id} AND phase = 0 AND (state = 'duplicate' OR matches IS NOT NULL)`)).n;
