import sql from 'sql-template-tag';
import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { findField } from '#meta/object.ts';
import type { Context, FullRecord } from '../../../context/context.ts';
import { isAsked } from '../../../records/validate-values.ts';
import { findDoubles } from './find-doubles.ts';
import { findTargets } from './find-targets.ts';
import type { ImportPlan } from './import-plan.ts';
import { linkNames } from './link-names.ts';
import { type PlannedRow, plannedCreate, plannedUpdate, titleOf } from './planned-row.ts';
import type { ReadRow } from './read-cells.ts';

/** Decides each row of a batch by the database as it is now: which record it changes, whether it is a double, what is wrong. */
export async function planRows(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  await linkNames(ctx, rows, plan.links);
  const targets = plan.options.mode === 'create' ? new Map<number, FullRecord | Issue>() : await findTargets(ctx, plan, rows);
  await learnUnits(ctx, plan, rows);
  const taken = new Set<Id>();
  const first = rows.map((row) => decide(ctx, plan, row, targets.get(row.row), taken));
  return findDoubles(ctx, plan, first);
}

function decide(ctx: Context, plan: ImportPlan, row: ReadRow, target: FullRecord | Issue | undefined, taken: Set<Id>): PlannedRow {
  const base = { row: row.row, cells: row.cells, matches: [], ...(row.decision && { decision: row.decision }) };
  // What a person leaves out on the page stays out, whatever else there is to say about the row.
  if (row.decision?.do === 'skip') return { ...base, fate: 'duplicate', values: {}, issues: row.issues };
  if (target && 'code' in target) return { ...base, fate: 'error', values: {}, issues: [...row.issues, target] };
  if (target && taken.has(target.id)) {
    return { ...base, fate: 'duplicate', values: {}, issues: [{ path: '', code: 'not-unique', params: { value: titleOf(plan.def, target.values) } }] };
  }
  if (target) taken.add(target.id);
  const given = target ? row.values : withDefaults(plan.defaults, row.values);
  const issues = [...row.issues, ...missing(plan, given, target), ...ownerIssue(plan, given)];
  if (issues.length > 0) return { ...base, fate: 'error', values: given, issues, ...(target && { before: target }) };
  return target ? plannedUpdate(ctx, plan, base, given, target) : plannedCreate(ctx, plan, base, given);
}

/** A default stands only where the file says nothing, and only where the field is asked for. */
function withDefaults(defaults: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(values)) if (value !== null && value !== undefined) all[key] = value;
  return all;
}

function missing(plan: ImportPlan, values: Readonly<Record<string, unknown>>, before: FullRecord | undefined): Issue[] {
  const after = { ...before?.values, ...values };
  return plan.def.fields
    .filter((f) => f.required === true && f.retired !== true && f.readOnly !== true && f.type !== 'autoNumber')
    .filter((f) => (before === undefined || f.key in values) && (after[f.key] === null || after[f.key] === undefined) && isAsked(f, after))
    .map((f) => ({ path: f.key, code: 'required' }));
}

/** Primary units of the owners that the batch names, once for each. */
async function learnUnits(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]): Promise<void> {
  if (!findField(plan.def, 'owner')) return;
  const owners = [...rows.map((row) => row.values.owner), plan.defaults.owner].filter((id): id is Id => typeof id === 'string');
  const open = [...new Set(owners)].filter((id) => !plan.units.has(id));
  if (open.length === 0) return;
  for (const id of open) plan.units.set(id, undefined);
  const found = await ctx.db.rows<{ id: Id; unit_id: Id | null }>(sql`
    SELECT id, unit_id FROM app_user WHERE id = ANY(${open}::uuid[]) AND is_active AND deleted_at IS NULL`);
  for (const { id, unit_id: unit } of found) plan.units.set(id, unit);
}

/** Nobody receives records who may not sign in. */
function ownerIssue(plan: ImportPlan, values: Readonly<Record<string, unknown>>): Issue[] {
  const { owner } = values;
  if (typeof owner !== 'string' || plan.units.get(owner) !== undefined || plan.units.get(owner) === null) return [];
  return [{ path: 'owner', code: 'not-found', params: { value: owner } }];
}
