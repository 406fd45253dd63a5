import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { startOfWeek } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { isoMoment, named } from '#platform/http/answer.ts';

export const planKinds = ['day', 'week'] as const;
export type PlanKind = (typeof planKinds)[number];

const line = z.strictObject({ text: z.string().trim().min(1).max(300), isDone: z.boolean().default(false) });

export const planBody = z.strictObject({ lines: z.array(line).max(40), summary: z.string().max(4_000).default(''), submit: z.boolean().default(false), version: z.int().min(0) });

export const planAnswer = z.strictObject({
  user: named, kind: z.enum(planKinds), startsOn: z.iso.date(), lines: z.array(z.strictObject({ text: z.string(), isDone: z.boolean() })), summary: z.string(),
  submittedAt: isoMoment.nullable(), summarisedAt: isoMoment.nullable(), version: z.int(),
});
export const plansAnswer = z.strictObject({ data: z.array(planAnswer), missing: z.int() });

type Plan = z.output<typeof planAnswer>;

/** A week begins on its Monday, whichever of its days is named. */
export const startOf = (kind: PlanKind, day: string): string => (kind === 'week' ? startOfWeek(day) : day);

interface Row {
  readonly user_id: Id; readonly name: string; readonly lines: Plan['lines'] | null; readonly summary: string | null; readonly submitted_at: string | null; readonly summarised_at: string | null; readonly version: number | null;
}

const present = (kind: PlanKind, startsOn: string, row: Row): Plan => ({
  user: { id: row.user_id, name: row.name }, kind, startsOn, lines: row.lines ?? [], summary: row.summary ?? '', version: row.version ?? 0,
  submittedAt: row.submitted_at === null ? null : isoTime(row.submitted_at), summarisedAt: row.summarised_at === null ? null : isoTime(row.summarised_at),
});

/** Those who write plans: members and managers of sites (RE-44). */
export const planners = sql`SELECT m.user_id, s.id AS site_id, s.owner_id AS manager_id, s.unit_id FROM site_member m JOIN site s ON s.id = m.site_id AND s.deleted_at IS NULL
  UNION SELECT s.owner_id, s.id, s.owner_id, s.unit_id FROM site s WHERE s.deleted_at IS NULL AND s.owner_id IS NOT NULL`;

/** The actor's own plan; empty where nothing is written yet. */
export async function myPlan(ctx: Context, kind: PlanKind, day: string): Promise<Plan> {
  const startsOn = startOf(kind, day);
  return present(kind, startsOn, await ctx.db.one<Row>(planRows(kind, startsOn, sql`u.id = ${ctx.actor.userId}`)));
}

const planRows = (kind: PlanKind, startsOn: string, who: Sql): Sql => sql`
  SELECT u.id AS user_id, u.name, p.lines, p.summary, p.submitted_at, p.summarised_at, p.version FROM app_user u
  LEFT JOIN work_plan p ON p.user_id = u.id AND p.kind = ${kind} AND p.starts_on = ${startsOn} WHERE ${who} ORDER BY (p.submitted_at IS NULL) DESC, u.name_sort, u.id LIMIT 500`;

/** Plans of those whose site the actor leads, who have not handed in first; an empty list for everybody else. */
export async function teamPlans(ctx: Context, kind: PlanKind, day: string): Promise<{ data: Plan[]; missing: number }> {
  const startsOn = startOf(kind, day);
  const scope = ctx.actor.grants.get('customer')?.get('read');
  const units = scope === 'unitBelow' ? [...ctx.actor.unitsBelow] : [];
  const rows = await ctx.db.rows<Row>(planRows(kind, startsOn, sql`u.is_active AND u.deleted_at IS NULL AND u.id <> ${ctx.actor.userId} AND u.id IN (SELECT w.user_id FROM (${planners}) w
    WHERE w.manager_id = ANY(${[...ctx.actor.selves]}::uuid[]) OR w.unit_id = ANY(${units}::uuid[]) OR ${leadsAll(ctx)}::boolean)`));
  const data = rows.map((row) => present(kind, startsOn, row));
  return { data, missing: data.filter((plan) => plan.submittedAt === null).length };
}

const leadsAll = (ctx: Context): boolean => ctx.actor.grants.get('customer')?.get('export') === 'all';

/** Writes one's own plan; `version` 0 begins it. Errors: record.stale when another page of one's own wrote meanwhile, record.wrong-state for handing in nothing. */
export async function savePlan(ctx: Context, kind: PlanKind, day: string, input: z.infer<typeof planBody>): Promise<Plan> {
  const startsOn = startOf(kind, day);
  if (input.submit && input.lines.length === 0) throw fail('record.invalid', { count: 1 }, [{ path: 'lines', code: 'required' }]);
  const now = ctx.now.toISOString();
  const lines = JSON.stringify(input.lines);
  const submitted = input.submit ? now : null;
  const summarised = input.summary.trim() === '' ? null : now;
  const changed = input.version === 0
    ? await ctx.db.run(sql`
      INSERT INTO work_plan (id, user_id, kind, starts_on, lines, summary, submitted_at, summarised_at, created_at, updated_at)
      VALUES (${ctx.newId()}, ${ctx.actor.userId}, ${kind}, ${startsOn}, ${lines}::jsonb, ${input.summary}, ${submitted}, ${summarised}, ${now}, ${now}) ON CONFLICT (user_id, kind, starts_on) DO NOTHING`)
    : await ctx.db.run(sql`
      UPDATE work_plan SET lines = ${lines}::jsonb, summary = ${input.summary}, submitted_at = coalesce(submitted_at, ${submitted}::timestamptz),
        summarised_at = CASE WHEN ${summarised}::timestamptz IS NULL THEN NULL ELSE coalesce(summarised_at, ${summarised}::timestamptz) END, version = version + 1, updated_at = ${now}
      WHERE user_id = ${ctx.actor.userId} AND kind = ${kind} AND starts_on = ${startsOn} AND version = ${input.version}`);
  if (changed === 0) throw fail('record.stale', {}, [], { current: await myPlan(ctx, kind, day) });
  return myPlan(ctx, kind, day);
}
