import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireGrant } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { policyInForce } from '#platform/decisions/policy-versions.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { incentiveRunObject } from '../../objects/performance.objects.ts';
import { exactDecimal, sumDecimals } from '../../rules/exact-decimal.ts';
import { isActive } from '../../rules/figures.ts';
import { readSheets } from '../sheet/read-figures.ts';
import { type Span, monthSpan } from '../span.ts';
import { type RunRow, lockRun, takeRun } from './run-rows.ts';
import { askedFacts, factsOfSheet } from './sheet-facts.ts';

export const CURRENCY = 'CNY';

export interface RunDraft {
  /** `YYYY-MM`, a month that is over. */
  readonly month: string;
  readonly unit: Id;
  readonly pack: string;
}

/**
 * Begins the incentive of a unit's month and computes it (SE-40). Errors: auth.forbidden for a unit beyond the caller's,
 * record.wrong-state for a month that is not over, record.duplicate for one under way, policy.not-in-force.
 */
export async function draftRun(ctx: Context, { month, unit, pack }: RunDraft, zone: string): Promise<{ readonly id: Id }> {
  requireGrant(ctx, incentiveRunObject, 'create');
  await requireUnit(ctx, unit);
  if (month >= localDate(ctx.now, zone).slice(0, 7)) throw fail('record.wrong-state');
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`incentive:${unit}:${month}`}, 0))`);
  const known = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM incentive_run WHERE unit_id = ${unit} AND month = ${month} AND kind = 'award' AND state <> 'dropped'`);
  if (known) throw fail('record.duplicate');
  const values = { kind: 'award', month, state: 'draft', pack, people: 0, points: 0, amount: { amount: '0', currency: CURRENCY }, owner: ctx.actor.userId, unit };
  const id = await insertRecord(ctx, 'incentiveRun', { values });
  await compute(ctx, await lockRun(ctx, id), zone);
  return { id };
}

/** Computes a draft anew from the cases as they are now. Errors: record.not-found, record.wrong-state, policy.not-in-force. */
export async function computeRun(ctx: Context, id: Id, zone: string): Promise<void> {
  const run = await takeRun(ctx, id, 'draft');
  if (run.kind !== 'award') throw fail('record.wrong-state');
  await compute(ctx, run, zone);
}

async function requireUnit(ctx: Context, unit: Id): Promise<void> {
  const scope = ctx.actor.grants.get(incentiveRunObject.key)?.get('create');
  const known = await ctx.db.maybe(sql`SELECT 1 FROM org_unit WHERE id = ${unit} AND deleted_at IS NULL`);
  const isWithin = scope === 'all' || (scope === 'unitBelow' ? ctx.actor.unitsBelow : ctx.actor.units).includes(unit);
  if (!known || !isWithin) throw fail('record.not-found');
}

interface Line {
  readonly id: Id;
  readonly person_id: Id;
  readonly person_unit_id: Id | null;
  readonly points: string;
  readonly amount: string;
  readonly decision_id: Id;
  readonly clause: string | null;
}

async function compute(ctx: Context, run: RunRow, zone: string): Promise<void> {
  const span = monthSpan(run.month, zone);
  const lines = await linesOf(ctx, run, span);
  await ctx.db.run(sql`DELETE FROM incentive_line WHERE run_id = ${run.id}`);
  await ctx.db.run(sql`
    INSERT INTO incentive_line (id, run_id, person_id, person_unit_id, points, amount, decision_id, clause)
    SELECT l.id, ${run.id}::uuid, l.person_id, l.person_unit_id, l.points, l.amount, l.decision_id, l.clause FROM jsonb_populate_recordset(NULL::incentive_line, ${JSON.stringify(lines)}::jsonb) l`);
  const amount = sumDecimals(lines.map((line) => line.amount));
  await changeRecord(ctx, 'incentiveRun', run.id, { people: lines.length, points: Number(sumDecimals(lines.map((line) => line.points))), amount: { amount, currency: CURRENCY } }, { computed_at: ctx.now.toISOString() });
}

/** One decision a person, by the version that was in force when the month ended; whoever has the month's award already has no line. */
async function linesOf(ctx: Context, run: RunRow, span: Span): Promise<Line[]> {
  const people = await ctx.db.rows<{ id: Id; name: string; unitId: Id | null }>(sql`
    SELECT u.id, u.name, u.unit_id AS "unitId" FROM app_user u WHERE u.deleted_at IS NULL AND u.unit_id IN (SELECT id FROM org_unit WHERE ${run.unitId}::uuid = ANY(path))
      AND NOT EXISTS (SELECT 1 FROM incentive_entry e WHERE e.owner_id = u.id AND e.month = ${run.month} AND e.kind = 'award') ORDER BY u.name, u.id`);
  const sheets = await readSheets(ctx, { span, people: people.map(({ id }) => id), isWhole: true });
  const policy = `${run.pack}.incentive`;
  const at = new Date(span.to.getTime() - 1);
  const inForce = await policyInForce(ctx.db, policy, at);
  if (!inForce) throw fail('policy.not-in-force', { policy, at: at.toISOString() });
  const lines: Line[] = [];
  for (const person of people) {
    const sheet = sheets.sheet(person.id);
    if (!isActive(sheet)) continue;
    const id = ctx.newId();
    const facts = askedFacts(inForce.compiled.model, factsOfSheet(sheet));
    const { id: decision, decision: { status, ...decided } } = await decidePolicy(ctx, { policy, facts, at }, { object: 'incentiveEntry', id }, { [id]: `${person.name} ${run.month}` });
    const results = status === 'decided' && 'results' in decided ? decided.results : {};
    const part = (name: string): string => exactDecimal(typeof results[name] === 'number' ? results[name] : 0);
    lines.push({ id, person_id: person.id, person_unit_id: person.unitId, points: part('points'), amount: part('bonus'), decision_id: decision, clause: 'clause' in decided ? decided.clause : null });
  }
  return lines;
}
