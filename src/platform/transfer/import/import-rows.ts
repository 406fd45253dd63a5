import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../../context/context.ts';
import { loadFull } from '../../records/get-record.ts';
import { allowedIds } from '../../access/allowed-ids.ts';
import type { Services } from '../../runtime/services.ts';
import type { TableCell } from '../../tabular/table-types.ts';
import { issueSentence } from './failed-rows.ts';
import { judgeRows } from './rows/import-batch.ts';
import { makePlan, objectNamed } from './rows/import-plan.ts';
import { titleOf } from './rows/planned-row.ts';
import { type ImportRun, saveRows } from './import-store.ts';

interface StoredRow {
  readonly row: number;
  readonly state: string;
  readonly recordId: Id | null;
  readonly issues: Issue[] | null;
  readonly matches: { readonly id?: Id; readonly row?: number; readonly score: number; readonly reasons: readonly string[]; readonly isDouble: boolean }[] | null;
  readonly cells: TableCell[] | null;
}

/** Before the import starts its trial run speaks, afterwards the import itself. */
const phaseOf = (run: ImportRun): 0 | 1 => (['draft', 'checking', 'checked'].includes(run.state) ? 0 : 1);

/** A page of rows with what there is to say about each, in the reader's language. */
export async function listRows(ctx: Context, run: ImportRun, query: { state?: string | undefined; after?: number | undefined; limit: number }) {
  const phase = phaseOf(run);
  const rows = await ctx.db.rows<StoredRow>(sql`
    SELECT row, state, record_id AS "recordId", issues, matches, cells FROM import_row
    WHERE import_id = ${run.id} AND phase = ${phase} AND row > ${query.after ?? 0}
      AND (${query.state ?? null}::text IS NULL OR state = ${query.state ?? null})
    ORDER BY row LIMIT ${query.limit}`);
  const seen = await namesOf(ctx, run, rows);
  const next = rows.length === query.limit ? (rows.at(-1)?.row ?? null) : null;
  return { data: rows.map((row) => shownRow(ctx, run, row, seen)), page: { next, total: null } };
}

function shownRow(ctx: Context, run: ImportRun, row: StoredRow, seen: ReadonlyMap<Id, string>) {
  const def = objectNamed(ctx, run.object);
  return {
    row: row.row, state: row.state, record: row.recordId !== null && seen.has(row.recordId) ? { id: row.recordId, name: seen.get(row.recordId) } : null,
    issues: (row.issues ?? []).map((issue) => ({ ...issue, column: issue.path === '' ? null : run.mapping.indexOf(issue.path), message: issueSentence(def, ctx.locale, issue) })),
    matches: (row.matches ?? []).map(({ id, ...match }) => ({ ...match, ...(id !== undefined && seen.has(id) && { id, name: seen.get(id) }) })),
    cells: row.cells,
  };
}

/** Names of the records that the reader may see (SEC-12). */
async function namesOf(ctx: Context, run: ImportRun, rows: readonly StoredRow[]): Promise<Map<Id, string>> {
  const def = objectNamed(ctx, run.object);
  const ids = rows.flatMap((row) => [row.recordId, ...(row.matches ?? []).map((match) => match.id)]).filter((id): id is Id => typeof id === 'string');
  const allowed = [...(await allowedIds(ctx, def, 'read', [...new Set(ids)]))];
  // A title is never hidden: records are spoken of by it.
  return new Map((await loadFull(ctx, def, allowed)).map((record) => [record.id, titleOf(def, record.values)]));
}

/** Corrects cells of one row on the page (UX-9) and judges the row again at once. */
export async function fixRow(ctx: Context, services: Services, run: ImportRun, row: number, cells: Readonly<Record<string, string>>) {
  if (run.state !== 'checked') throw fail('import.wrong-state');
  const stored = await ctx.db.maybe<{ cells: TableCell[] | null }>(sql`
    SELECT cells FROM import_row WHERE import_id = ${run.id} AND phase = 0 AND row = ${row} AND state IN ('error', 'duplicate', 'ready')`);
  if (!stored?.cells) throw fail('record.not-found');
  const bad = Object.keys(cells).filter((column) => Number(column) >= run.headers.length);
  if (bad.length > 0) throw fail('request.invalid', {}, bad.map((column) => ({ path: `cells.${column}`, code: 'unknown' })));
  await ctx.db.run(sql`
    INSERT INTO import_fix (import_id, row, cells) VALUES (${run.id}, ${row}, ${JSON.stringify(cells)})
    ON CONFLICT (import_id, row) DO UPDATE SET cells = import_fix.cells || excluded.cells`);
  const plan = makePlan(ctx, run, services.importAdapter(run.object));
  const read = plan.read({ number: row, cells: stored.cells, ragged: false }, new Map([[row, cells]]));
  const [judged] = await judgeRows(ctx, plan, [read], false);
  if (!judged) throw fail('record.not-found');
  const isBad = judged.state === 'error' || judged.state === 'duplicate';
  await saveRows(ctx.db, run.id, 0, [{ ...judged, state: isBad ? judged.state : 'ready' }]);
  await recount(ctx, run.id);
  const page = await listRows(ctx, run, { after: row - 1, limit: 1 });
  return page.data[0];
}

async function recount(ctx: Context, id: Id): Promise<void> {
  await ctx.db.run(sql`
    UPDATE import_run SET created_count = created_count + error_count + duplicate_count - n.errors - n.doubles, error_count = n.errors, duplicate_count = n.doubles
    FROM (SELECT count(*) FILTER (WHERE state = 'error') AS errors, count(*) FILTER (WHERE state = 'duplicate') AS doubles
      FROM import_row WHERE import_id = ${id} AND phase = 0) n WHERE id = ${id}`);
}
