import pg from 'pg';
import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '../../../access/allowed-ids.ts';
import { grantOf } from '../../../access/record-predicate.ts';
import type { Context } from '../../../context/context.ts';
import type { Statement } from '../../../db/database.ts';
import { auditStatement } from '../../../records/batch/audit-many.ts';
import { insertStatement, takeNumbers } from '../../../records/batch/insert-many.ts';
import { jsonColumns } from '../../../records/batch/table-columns.ts';
import { eraseMany } from '../../../records/batch/remove-many.ts';
import { type ChangedRow, updateMany } from '../../../records/batch/update-many.ts';
import { searchColumns, toColumns } from '../../../records/to-columns.ts';
import { changesOf, insertColumns, rootOf } from '../../../records/write-record.ts';
import type { CompleteRow } from './complete-rows.ts';
import type { SideRows, WrittenRow } from '../import-adapter.ts';
import type { ImportPlan } from './import-plan.ts';

/** What became of a row, as it is kept. */
export interface RowOutcome {
  readonly row: number;
  readonly state: 'created' | 'updated' | 'unchanged' | 'duplicate' | 'error';
  readonly recordId?: Id;
  readonly version?: number;
  readonly issues?: readonly Issue[];
  readonly matches?: readonly unknown[];
  readonly before?: Readonly<Record<string, unknown>>;
  readonly side?: SideRows;
  readonly cells?: readonly unknown[];
}

type Written = Map<number, { readonly version: number; readonly before?: Readonly<Record<string, unknown>> }>;
type Refused = Map<number, Issue>;

/** Writes one batch with a handful of statements: records, audit, further rows. A row that the database refuses fails alone. */
export async function writeRows(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[]): Promise<RowOutcome[]> {
  const written: Written = new Map();
  const refused: Refused = new Map();
  const json = await jsonColumns(ctx.db, plan.def.table);
  const creates = await withNumbers(ctx, plan, rows.filter((row) => row.fate === 'create'));
  const updates = rows.filter((row) => row.fate === 'update');
  await inHalves(ctx, creates, refused, async (part) => {
    await inPieces(ctx, part, (piece) => insertStatement(plan.def, insertRows(ctx, plan, piece), json));
    for (const row of part) written.set(row.row, { version: 1 });
  });
  await dropOutOfScope(ctx, plan, creates, written, refused);
  await inHalves(ctx, updates, refused, async (part) => {
    const changed = new Map((await updateMany(ctx, plan.def, part.map((row) => ({ id: row.id, columns: updateColumns(plan, row) })))).map((row) => [row.id, row]));
    for (const row of part) written.set(row.row, outcomeOf(changed.get(row.id)));
  });
  const done = [...creates, ...updates].filter((row) => written.has(row.row));
  const sides = await afterWrite(ctx, plan, done);
  await inPieces(ctx, done, (piece) => auditStatement(ctx, plan.def, piece.map((row) => auditOf(plan, row, written)), { import: plan.importId }));
  const numbered = new Map(creates.map((row) => [row.row, row]));
  return rows.map((row) => toOutcome(numbered.get(row.row) ?? row, written, refused, sides));
}

const outcomeOf = (changed: ChangedRow | undefined) => ({ version: changed?.version ?? 0, before: changed?.before ?? {} });

function toOutcome(row: CompleteRow, written: Written, refused: Refused, sides: ReadonlyMap<number, SideRows>): RowOutcome {
  const result = written.get(row.row);
  if (result) {
    const side = sides.get(row.row);
    return {
      row: row.row, state: row.fate === 'create' ? 'created' : 'updated', recordId: row.id, version: result.version,
      ...(result.before && { before: result.before }), ...(side && { side }), ...(row.issues.length > 0 && { issues: row.issues }),
    };
  }
  if (row.fate === 'unchanged') return { row: row.row, state: 'unchanged', recordId: row.id };
  const refusal = refused.get(row.row);
  const issues = refusal ? [...row.issues, refusal] : row.issues;
  const state = row.fate === 'duplicate' ? 'duplicate' : 'error';
  return { row: row.row, state, issues, ...(row.matches.length > 0 && { matches: row.matches }), cells: row.cells };
}

const PIECE = 250;

/** The database works on one piece while the next is made ready. */
async function inPieces(ctx: Context, rows: readonly CompleteRow[], make: (piece: readonly CompleteRow[]) => Statement): Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += PIECE) {
    const statement = make(rows.slice(from, from + PIECE));
    await sent;
    sent = ctx.db.prepared(statement);
    sent.catch(() => undefined);
    // The piece leaves for the database before the next one takes the processor.
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  await sent;
}

/** One statement for all; when the database refuses one, the halves are tried apart until the bad rows stand alone. */
async function inHalves(ctx: Context, rows: readonly CompleteRow[], refused: Refused, write: (part: readonly CompleteRow[]) => Promise<void>): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.prepared({ text: 'SAVEPOINT import_rows', values: [] });
  try {
    await write(rows);
    await ctx.db.prepared({ text: 'RELEASE SAVEPOINT import_rows', values: [] });
  } catch (error) {
    const issue = refusalOf(error);
    if (!issue) throw error;
    await ctx.db.prepared({ text: 'ROLLBACK TO SAVEPOINT import_rows', values: [] });
    const [only] = rows;
    if (rows.length === 1 && only) {
      refused.set(only.row, issue);
      return;
    }
    const middle = Math.ceil(rows.length / 2);
    await inHalves(ctx, rows.slice(0, middle), refused, write);
    await inHalves(ctx, rows.slice(middle), refused, write);
  }
}

/** Class 22: data the column cannot hold; class 23: a constraint. Everything else is no fault of the row. */
function refusalOf(error: unknown): Issue | undefined {
  if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) return undefined;
  return { path: '', code: 'not-saved', params: { value: error.constraint ?? error.code ?? '' } };
}

async function withNumbers(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[]): Promise<CompleteRow[]> {
  let numbered = [...rows];
  for (const field of plan.def.fields.filter((f) => f.type === 'autoNumber' && f.custom !== true)) {
    const open = numbered.filter((row) => (row.values[field.key] ?? null) === null);
    const numbers = await takeNumbers(ctx, plan.def, field, open.length);
    const given = new Map(open.map((row, index) => [row.row, numbers[index]]));
    numbered = numbered.map((row) => (given.has(row.row) ? { ...row, values: { ...row.values, [field.key]: given.get(row.row) } } : row));
  }
  return numbered;
}

/** Rows of one statement have the same columns: what one of them says, the others say is empty. */
function insertRows(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[]) {
  const blank = Object.fromEntries([...new Set(rows.flatMap((row) => Object.keys(row.values)))].map((key) => [key, null]));
  return rows.map((row) => insertColumns(ctx, plan.def, { id: row.id, values: { ...blank, ...row.values }, extra: row.columns }));
}

function updateColumns(plan: ImportPlan, row: CompleteRow): Record<string, unknown> {
  const { columns, custom } = toColumns(plan.def, row.values);
  const after = { ...row.before?.values, ...row.values };
  const feedsSearch = plan.def.fields.some((f) => f.search !== undefined && f.key in row.values) || 'kind' in row.values;
  return {
    ...columns, ...(feedsSearch ? searchColumns(plan.def, after) : {}), ...row.columns,
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** New rows that lie where the importer may not create are taken out again before anybody sees them (SEC-12). */
async function dropOutOfScope(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[], written: Written, refused: Refused): Promise<void> {
  if (plan.def.access.kind !== 'via' && grantOf(ctx.actor, plan.def, 'create') === 'all') return;
  const made = rows.filter((row) => written.has(row.row));
  const allowed = await allowedIds(ctx, plan.def, 'create', made.map((row) => row.id));
  const outside = made.filter((row) => !allowed.has(row.id));
  await eraseMany(ctx, plan.def, outside.map((row) => ({ id: row.id, version: 1 })));
  for (const row of outside) {
    written.delete(row.row);
    refused.set(row.row, { path: '', code: 'out-of-scope' });
  }
}

async function afterWrite(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[]): Promise<ReadonlyMap<number, SideRows>> {
  const { adapter, def, options } = plan;
  if (adapter.afterWrite) return adapter.afterWrite(ctx, rows.map(toWritten), options.reason ?? '');
  const after = adapter.complete ? undefined : ctx.hooks(def.key).afterWrite;
  if (!after) return new Map();
  for (const row of rows) {
    const version = (row.before?.version ?? 0) + 1;
    const full = { id: row.id, version, deletedAt: null, values: { ...row.before?.values, ...row.values } };
    await after({ ctx, before: row.before, values: row.values, id: row.id, isDuplicateAccepted: true, reason: options.reason ?? '', after: full });
  }
  return new Map();
}

const toWritten = (row: CompleteRow): WrittenRow => ({
  row: row.row, id: row.id, values: { ...row.before?.values, ...row.values }, changed: row.values, ...(row.before && { before: row.before }),
});

function auditOf(plan: ImportPlan, row: CompleteRow, written: Written) {
  const after = { ...row.before?.values, ...row.values };
  return {
    recordId: row.id, customerId: rootOf(plan.def, row.id, after), action: row.fate === 'create' ? 'create' : 'update',
    version: written.get(row.row)?.version ?? 1, changes: changesOf(row.before?.values ?? {}, row.values),
  };
}
