import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, startOfWeek } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { requireUnit } from '../team-people.ts';
import { type PlanEntry, templatesOf, weekDays } from './check-week.ts';

export interface PlanRow {
  readonly id: Id;
  readonly version: number;
  readonly state: 'draft' | 'published';
  readonly publishedAt: string | null;
}

export const planOf = (ctx: Pick<Context, 'db'>, unit: Id, week: string) => ctx.db.maybe<PlanRow>(sql`
  SELECT id, version, state, published_at AS "publishedAt" FROM shift_plan WHERE unit_id = ${unit} AND week_start = ${week} AND deleted_at IS NULL`);

export const entriesOf = (ctx: Pick<Context, 'db'>, plan: Id) => ctx.db.rows<PlanEntry>(sql`
  SELECT user_id AS person, on_day::text AS day, template_id AS template FROM shift_entry WHERE plan_id = ${plan} ORDER BY on_day, user_id, template_id`);

/** Two planners of one week wait for each other here. Errors: record.invalid for a day that is no Monday. */
export async function lockWeek(ctx: Context, unit: Id, week: string): Promise<void> {
  if (startOfWeek(week) !== week) throw fail('record.invalid', { count: 1 }, [{ path: 'week', code: 'invalid' }]);
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413090, hashtext(${`${unit}/${week}`}))`);
}

export interface WeekDraft {
  readonly unit: Id;
  readonly week: string;
  /** Of the plan as the planner saw it; 0 before there is one. */
  readonly version: number;
  readonly entries: readonly PlanEntry[];
}

/** Keeps a week as a draft; nobody else sees it before it is published (SE-40). Errors: record.not-found, record.stale, record.invalid. */
export async function saveWeek(ctx: Context, draft: WeekDraft): Promise<void> {
  const unit = await requireUnit(ctx, draft.unit, 'shiftPlan', 'update');
  await lockWeek(ctx, draft.unit, draft.week);
  const known = await planOf(ctx, draft.unit, draft.week);
  if ((known?.version ?? 0) !== draft.version) throw fail('record.stale');
  await requireFitting(ctx, draft);
  await writeEntries(ctx, await ensurePlan(ctx, unit, draft.week, known), draft.entries);
}

async function ensurePlan(ctx: Context, unit: { readonly id: Id; readonly name: string }, week: string, known: PlanRow | undefined): Promise<Id> {
  if (!known) return insertRecord(ctx, 'shiftPlan', { values: { subject: `${unit.name} ${week}`, weekStart: week, state: 'draft', unit: unit.id } });
  // The version counts every save, so that two planners see each other.
  if (known.state === 'draft') await ctx.db.run(sql`UPDATE shift_plan SET version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${known.id}`);
  else await changeRecord(ctx, 'shiftPlan', known.id, { state: 'draft' });
  return known.id;
}

async function writeEntries(ctx: Context, plan: Id, entries: readonly PlanEntry[]): Promise<void> {
  await ctx.db.run(sql`DELETE FROM shift_entry WHERE plan_id = ${plan}`);
  await ctx.db.run(sql`
    INSERT INTO shift_entry (plan_id, user_id, on_day, template_id) SELECT ${plan}, person::uuid, day::date, template::uuid
    FROM unnest(${entries.map(({ person }) => person)}::text[], ${entries.map(({ day }) => day)}::text[], ${entries.map(({ template }) => template)}::text[]) AS e (person, day, template) ON CONFLICT DO NOTHING`);
}

/** Only days of the week, patterns that exist, and people of the unit. */
async function requireFitting(ctx: Context, { unit, week, entries }: WeekDraft): Promise<void> {
  const [days, templates] = [new Set(weekDays(week)), new Set((await templatesOf(ctx)).map(({ id }) => id))];
  const people = new Set((await peopleOfUnit(ctx, unit)).map(({ id }) => id));
  const isWrong = entries.findIndex(({ person, day, template }) => !days.has(day) || !templates.has(template) || !people.has(person));
  if (isWrong >= 0) throw fail('record.invalid', { count: 1 }, [{ path: `entries.${isWrong}`, code: 'invalid' }]);
}

/** Who is planned in a unit: its people who serve. Those who hold a shift there already stay, whatever became of them. */
export const peopleOfUnit = (ctx: Pick<Context, 'db'>, unit: Id) => ctx.db.rows<{ id: Id; name: string }>(sql`
  SELECT u.id, u.name FROM app_user u WHERE u.unit_id = ${unit} AND u.is_active AND u.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object = 'shift' AND g.action = 'read' AND g.scope = 'unit')
  ORDER BY u.name, u.id LIMIT 200`);

/** Puts the week before into this one, in place of what stood there. Errors: record.not-found, record.stale, record.wrong-state when there is nothing to copy. */
export async function copyWeek(ctx: Context, { unit, week, version }: Omit<WeekDraft, 'entries'>): Promise<void> {
  await requireUnit(ctx, unit, 'shiftPlan', 'update');
  const before = await planOf(ctx, unit, addDays(week, -7));
  const people = new Set((await peopleOfUnit(ctx, unit)).map(({ id }) => id));
  const active = new Set((await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM shift_template WHERE state = 'active' AND deleted_at IS NULL`)).map(({ id }) => id));
  const entries = before ? (await entriesOf(ctx, before.id)).filter(({ person, template }) => people.has(person) && active.has(template)) : [];
  if (entries.length === 0) throw fail('record.wrong-state');
  await saveWeek(ctx, { unit, week, version, entries: entries.map((entry) => ({ ...entry, day: addDays(entry.day, 7) })) });
}
