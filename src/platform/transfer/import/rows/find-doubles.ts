import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '../../../access/allowed-ids.ts';
import type { Context } from '../../../context/context.ts';
import { loadFull } from '../../../records/get-record.ts';
import type { ImportMatch } from '../import-adapter.ts';
import type { ImportPlan } from './import-plan.ts';
import { type PlannedRow, plannedUpdate, titleOf } from './planned-row.ts';

/** Judges the rows that would make new records: doubles are skipped, made anyway, or change what exists, by the policy. */
export async function findDoubles(ctx: Context, plan: ImportPlan, rows: readonly PlannedRow[]): Promise<PlannedRow[]> {
  const fresh = rows.filter((row) => row.fate === 'create');
  if (fresh.length === 0 || !plan.adapter.findMatches) return [...rows];
  const matches = await plan.adapter.findMatches(ctx, fresh);
  if (matches.size === 0) return [...rows];
  const records = await targetsOf(ctx, plan, matches);
  const titles = await titlesOf(ctx, plan, matches);
  const taken = new Set<Id>();
  return rows.map((row) => {
    const found = matches.get(row.row) ?? [];
    const doubles = found.filter((match) => match.isDouble);
    const issues = found.map((match) => issueOf(match, titles));
    if (doubles.length === 0) return found.length === 0 ? row : { ...row, matches: found, issues: [...row.issues, ...issues] };
    if (plan.options.duplicates === 'create' && !doubles.some((match) => match.isExact)) return { ...row, matches: found, issues };
    const [only] = doubles;
    const before = doubles.length === 1 && only?.id !== undefined ? records.get(only.id) : undefined;
    if (before && !taken.has(before.id)) {
      taken.add(before.id);
      return { ...plannedUpdate(ctx, plan, row, givenOf(plan, row), before), matches: found };
    }
    return { ...row, fate: 'duplicate' as const, matches: found, issues };
  });
}

/** An update takes what the file says, not the defaults of a new record. */
function givenOf(plan: ImportPlan, row: PlannedRow): Record<string, unknown> {
  const mapped = new Set(plan.mapping);
  return Object.fromEntries(Object.entries(row.values).filter(([key]) => mapped.has(key)));
}

async function targetsOf(ctx: Context, plan: ImportPlan, matches: ReadonlyMap<number, readonly ImportMatch[]>) {
  if (plan.options.duplicates !== 'update') return new Map<Id, never>();
  const allowed = await allowedIds(ctx, plan.def, 'update', idsOf(matches));
  return new Map((await loadFull(ctx, plan.def, [...allowed], true)).map((record) => [record.id, record]));
}

/** Names only of records that the importer may see (SEC-12). */
async function titlesOf(ctx: Context, plan: ImportPlan, matches: ReadonlyMap<number, readonly ImportMatch[]>): Promise<Map<Id, string>> {
  const seen = await allowedIds(ctx, plan.def, 'read', idsOf(matches));
  const records = await loadFull(ctx, plan.def, [...seen]);
  return new Map(records.map((record) => [record.id, titleOf(plan.def, record.values)]));
}

const idsOf = (matches: ReadonlyMap<number, readonly ImportMatch[]>): Id[] =>
  [...new Set([...matches.values()].flat().flatMap((match) => (match.id === undefined ? [] : [match.id])))];

function issueOf(match: ImportMatch, titles: ReadonlyMap<Id, string>): Issue {
  if (match.row !== undefined) return { path: '', code: 'duplicate-row', params: { value: match.row } };
  const code = match.isDouble ? 'duplicate-record' : 'similar-record';
  return { path: '', code, params: { value: titles.get(match.id ?? '') ?? '***' } };
}
