import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../../context/context.ts';
import { allowedIds, requireGrant } from '../../access/allowed-ids.ts';
import { loadFull } from '../../records/get-record.ts';
import type { Services } from '../../runtime/services.ts';
import { type Compare, makeCompare } from './compare-rows.ts';
import { issueSentence } from './failed-rows.ts';
import { ownImport } from './import-actions.ts';
import { judgeRows } from './rows/import-batch.ts';
import { makePlan, objectNamed } from './rows/import-plan.ts';
import { titleOf } from './rows/planned-row.ts';
import type { RowDecision, RowFix } from './rows/read-cells.ts';
import type { RowOutcome } from './rows/write-rows.ts';
import type { ImportMatch } from './import-adapter.ts';
import { type ImportRun, loadFixes, saveFix, saveRows } from './import-store.ts';

interface StoredRow {
  readonly row: number;
  readonly state: string;
  readonly recordId: Id | null;
  readonly issues: Issue[] | null;
  readonly matches: ImportMatch[] | null;
  readonly cells: (string | number | boolean | null)[] | null;
}

/** Before the import starts its trial run speaks, afterwards the import itself. */
const phaseOf = (run: ImportRun): 0 | 1 => (['draft', 'checking', 'checked'].includes(run.state) ? 0 : 1);

export interface RowsQuery {
  /** `matched`: doubles and rows that are alike, whatever was decided about them. */
  readonly state?: string | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** A page of rows with what there is to say about each, in the reader's language. */
export async function listRows(ctx: Context, run: ImportRun, query: RowsQuery) {
  const phase = phaseOf(run);
  const { state = null } = query;
  const rows = await ctx.db.rows<StoredRow>(sql`
    SELECT row, state, record_id AS "recordId", issues, matches, cells FROM import_row
    WHERE import_id = ${run.id} AND phase = ${phase} AND row > ${query.after ?? 0}
      AND (${state}::text IS NULL OR state = ${state} OR (${state} = 'matched' AND (state = 'duplicate' OR matches IS NOT NULL)))
    ORDER BY row LIMIT ${query.limit}`);
  const def = objectNamed(ctx, run.object);
  const seen = await namesOf(ctx, run, rows);
  const compare = await makeCompare(ctx, def, run.mapping, rows.flatMap((row) => (row.matches ?? []).flatMap((match) => match.id ?? [])));
  const fixes = phase === 0 ? await loadFixes(ctx.db, run.id, rows.map((row) => row.row)) : new Map<number, RowFix>();
  const next = rows.length === query.limit ? (rows.at(-1)?.row ?? null) : null;
  const data = rows.map((row) => ({
    ...shownRow(ctx, run, row, seen), matches: shownMatches(row, seen, compare), decision: fixes.get(row.row)?.decision ?? null,
  }));
  return { data, page: { next, total: null } };
}

function shownRow(ctx: Context, run: ImportRun, row: StoredRow, seen: ReadonlyMap<Id, string>) {
  const def = objectNamed(ctx, run.object);
  const name = row.recordId === null ? undefined : seen.get(row.recordId);
  return {
    row: row.row, state: row.state, record: name === undefined || row.recordId === null ? null : { id: row.recordId, name },
    issues: (row.issues ?? []).map((issue) => ({ ...issue, column: issue.path === '' ? null : run.mapping.indexOf(issue.path), message: issueSentence(def, ctx.locale, issue) })),
    cells: row.cells,
  };
}

/** What exists beside the row; a record that the reader may not see has neither id nor cells (SEC-12). */
function shownMatches(row: StoredRow, seen: ReadonlyMap<Id, string>, compare: Compare) {
  return (row.matches ?? []).map(({ id, ...match }) => ({
    ...match, ...(id !== undefined && seen.has(id) && { id, name: seen.get(id), ...compare(id, row.cells ?? []) }),
  }));
}

/** Names of the records that the reader may see (SEC-12). */
async function namesOf(ctx: Context, run: ImportRun, rows: readonly StoredRow[]): Promise<Map<Id, string>> {
  const def = objectNamed(ctx, run.object);
  const ids = rows.flatMap((row) => [row.recordId, ...(row.matches ?? []).map((match) => match.id)]).filter((id): id is Id => typeof id === 'string');
  const allowed = [...(await allowedIds(ctx, def, 'read', [...new Set(ids)]))];
  // A title is never hidden: records are spoken of by it.
  return new Map((await loadFull(ctx, def, allowed)).map((record) => [record.id, titleOf(def, record.values)]));
}

export interface RowChange {
  readonly cells?: Readonly<Record<string, string>> | undefined;
  readonly decision?: RowDecision | undefined;
}

/** Corrects cells of one row on the page, or decides about its double (UX-9), and judges the row again at once. */
export async function changeRow(ctx: Context, services: Services, source: ImportRun, row: number, change: RowChange) {
  const run = await ownImport(ctx, source.id, ['checked']);
  const stored = await ctx.db.maybe<StoredRow>(sql`
    SELECT row, state, record_id AS "recordId", issues, matches, cells FROM import_row WHERE import_id = ${run.id} AND phase = 0 AND row = ${row}`);
  if (!stored?.cells) throw fail('record.not-found');
  const { cells = {}, decision } = change;
  const bad = Object.keys(cells).filter((column) => Number(column) >= run.headers.length);
  if (bad.length > 0) throw fail('request.invalid', {}, bad.map((column) => ({ path: `cells.${column}`, code: 'unknown' })));
  if (decision) requireDecidable(ctx, run, stored, decision);
  await saveFix(ctx.db, run.id, row, { cells, ...(decision && { decision }) });
  const plan = makePlan(ctx, run, services.importAdapter(run.object));
  const read = plan.read({ number: row, cells: stored.cells, ragged: false }, await loadFixes(ctx.db, run.id, [row]));
  const [judged] = await judgeRows(ctx, plan, [read], false);
  if (!judged) throw fail('record.not-found');
  await saveRows(ctx.db, run.id, 0, [decision?.do === 'skip' ? leftOut(stored, judged) : judged]);
  await recount(ctx, run.id, stored.state, judged.state);
  const [shown] = (await listRows(ctx, run, { after: row - 1, limit: 1 })).data;
  if (!shown) throw fail('record.not-found');
  return shown;
}

/** A row that is left out is not judged; what it is a double of is still known. */
const leftOut = (stored: StoredRow, judged: RowOutcome): RowOutcome => ({
  ...judged, issues: judged.issues?.length ? judged.issues : (stored.issues ?? []), ...(stored.matches && { matches: stored.matches }),
});

/** Only a record that the row is a double of, and that the person may change, can be changed by it. */
function requireDecidable(ctx: Context, run: ImportRun, stored: StoredRow, decision: RowDecision): void {
  if (decision.do === 'update') requireGrant(ctx, objectNamed(ctx, run.object), 'update');
  const matches = stored.matches ?? [];
  const isKnown = decision.record === undefined || matches.some((match) => match.id === decision.record);
  if (!isKnown || (decision.do === 'update' && decision.record === undefined)) throw fail('request.invalid', {}, [{ path: 'decision.record', code: 'unknown' }]);
  const isTaken = matches.some((match) => match.isExact && match.isDouble);
  if (decision.do === 'create' && isTaken) throw fail('record.invalid', { count: 1 }, [{ path: 'decision', code: 'same-identity' }]);
}

/** Moves one row from one count to another; a row that is ready would be created. */
async function recount(ctx: Context, id: Id, before: string, after: string): Promise<void> {
  const counted = ['updated', 'unchanged', 'duplicate', 'error'];
  const step = (state: string) => Number(after === state) - Number(before === state);
  const created = Number(!counted.includes(after)) - Number(!counted.includes(before));
  await ctx.db.run(sql`
    UPDATE import_run SET created_count = created_count + ${created}, updated_count = updated_count + ${step('updated')},
      unchanged_count = unchanged_count + ${step('unchanged')}, duplicate_count = duplicate_count + ${step('duplicate')},
      error_count = error_count + ${step('error')} WHERE id = ${id}`);
}
