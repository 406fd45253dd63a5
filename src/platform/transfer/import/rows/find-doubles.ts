import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '../../../access/allowed-ids.ts';
import type { Context, FullRecord } from '../../../context/context.ts';
import { loadFull } from '../../../records/get-record.ts';
import type { ImportMatch } from '../import-adapter.ts';
import type { ImportPlan } from './import-plan.ts';
import { type PlannedRow, plannedUpdate, titleOf } from './planned-row.ts';

/** What is known about the doubles of one batch. */
interface Known {
  readonly titles: ReadonlyMap<Id, string>;
  /** Records that the importer may change, locked. */
  readonly records: ReadonlyMap<Id, FullRecord>;
  /** A record is changed by one row of a batch at most. */
  readonly taken: Set<Id>;
}

/** Judges the rows that would make new records: doubles are skipped, made anyway, or change what exists, as decided for the row or for all. */
export async function findDoubles(ctx: Context, plan: ImportPlan, rows: readonly PlannedRow[]): Promise<PlannedRow[]> {
  const open = rows.filter((row) => row.fate === 'create');
  if (open.length === 0 || !plan.adapter.findMatches) return [...rows];
  const matches = await plan.adapter.findMatches(ctx, open);
  if (matches.size === 0) return [...rows];
  const known = { titles: await titlesOf(ctx, plan, matches), records: await targetsOf(ctx, plan, open, matches), taken: new Set<Id>() };
  return rows.map((row) => {
    const found = matches.get(row.row) ?? [];
    return found.length === 0 ? row : judge(ctx, plan, { ...row, matches: found }, known);
  });
}

function judge(ctx: Context, plan: ImportPlan, row: PlannedRow, known: Known): PlannedRow {
  const doubles = row.matches.filter((match) => match.isDouble);
  const issues = row.matches.map((match) => issueOf(match, known.titles));
  const policy = row.decision?.do ?? plan.options.duplicates;
  if (policy === 'update' && (doubles.length > 0 || row.decision)) return updated(ctx, plan, row, known) ?? { ...row, fate: 'duplicate', issues };
  if (doubles.length === 0) return { ...row, issues: [...row.issues, ...issues] };
  if (policy === 'create' && !doubles.some((match) => match.isExact)) return { ...row, issues };
  return { ...row, fate: 'duplicate', issues };
}

/** The row as a change of the record that was chosen, or of its only double. Undefined when there is none to change. */
function updated(ctx: Context, plan: ImportPlan, row: PlannedRow, known: Known): PlannedRow | undefined {
  const doubles = row.matches.filter((match) => match.isDouble);
  const chosen = row.decision?.record ?? (doubles.length === 1 ? doubles[0]?.id : undefined);
  const before = chosen !== undefined && row.matches.some((match) => match.id === chosen) ? known.records.get(chosen) : undefined;
  if (!before || known.taken.has(before.id)) return undefined;
  known.taken.add(before.id);
  return { ...plannedUpdate(ctx, plan, row, givenOf(plan, row), before), matches: row.matches };
}

/** An update takes what the file says, not the defaults of a new record. */
function givenOf(plan: ImportPlan, row: PlannedRow): Record<string, unknown> {
  const mapped = new Set(plan.mapping);
  return Object.fromEntries(Object.entries(row.values).filter(([key]) => mapped.has(key)));
}

async function targetsOf(
  ctx: Context, plan: ImportPlan, rows: readonly PlannedRow[], matches: ReadonlyMap<number, readonly ImportMatch[]>,
): Promise<Map<Id, FullRecord>> {
  const wanted = rows.filter((row) => (row.decision?.do ?? plan.options.duplicates) === 'update').map((row) => matches.get(row.row) ?? []);
  const allowed = await allowedIds(ctx, plan.def, 'update', idsOf(wanted));
  return new Map((await loadFull(ctx, plan.def, [...allowed], true)).map((record) => [record.id, record]));
}

/** Names only of records that the importer may see (SEC-12). */
async function titlesOf(ctx: Context, plan: ImportPlan, matches: ReadonlyMap<number, readonly ImportMatch[]>): Promise<Map<Id, string>> {
  const seen = await allowedIds(ctx, plan.def, 'read', idsOf([...matches.values()]));
  const records = await loadFull(ctx, plan.def, [...seen]);
  return new Map(records.map((record) => [record.id, titleOf(plan.def, record.values)]));
}

const idsOf = (matches: readonly (readonly ImportMatch[])[]): Id[] =>
  [...new Set(matches.flat().flatMap((match) => (match.id === undefined ? [] : [match.id])))];

function issueOf(match: ImportMatch, titles: ReadonlyMap<Id, string>): Issue {
  if (match.row !== undefined) return { path: '', code: 'duplicate-row', params: { value: match.row } };
  const code = match.isDouble ? 'duplicate-record' : 'similar-record';
  return { path: '', code, params: { value: titles.get(match.id ?? '') ?? '***' } };
}
