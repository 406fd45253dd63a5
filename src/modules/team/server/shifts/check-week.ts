import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { type CoverNeed, type LeaveDays, type PlanConflict, type PlannedShift, conflictsOf } from '../../rules/plan-conflicts.ts';
import { sayConflict } from '../../rules/say-conflict.ts';
import { type ShiftTimes, spanOfShift } from '../../rules/shift-times.ts';
import { restHours } from '../team-settings.ts';

export interface PlanEntry {
  readonly person: Id;
  readonly day: string;
  readonly template: Id;
}

export interface TemplateRow extends ShiftTimes {
  readonly id: Id;
  readonly name: string;
}

export const weekDays = (week: string): readonly string[] => Array.from({ length: 7 }, (_, at) => addDays(week, at));

export const templatesOf = (ctx: Pick<Context, 'db'>) => ctx.db.rows<TemplateRow>(sql`
  SELECT id, name, starts, ends, break_minutes AS "breakMinutes" FROM shift_template WHERE deleted_at IS NULL ORDER BY position, name`);

export interface WeekEntries {
  readonly unit: Id;
  readonly week: string;
  readonly entries: readonly PlanEntry[];
  /** Shifts of this plan are what the entries replace. */
  readonly plan: Id | null;
}

/** What speaks against a week of a unit, by its own clock. */
export async function conflictsOfWeek(ctx: Context, { unit, week, entries, plan }: WeekEntries): Promise<readonly PlanConflict[]> {
  const [{ calendar }, templates, rest, cover] = [await calendarOfUnit(ctx, unit), await templatesOf(ctx), await readSetting(ctx, restHours), await coverOf(ctx, unit)];
  const people = [...new Set(entries.map(({ person }) => person))];
  const shifts = entries.flatMap((entry): PlannedShift[] => {
    const times = templates.find(({ id }) => id === entry.template);
    if (!times) return [];
    const { from, to } = spanOfShift(times, entry.day, calendar.timeZone);
    return [{ ...entry, from: from.getTime(), to: to.getTime() }];
  });
  const [around, leave] = [await shiftsAround(ctx, people, week, plan), await leaveOf(ctx, people, week)];
  return conflictsOf({ days: weekDays(week), shifts, around, leave, cover, restHours: rest });
}

export async function coverOf(ctx: Pick<Context, 'db'>, unit: Id): Promise<readonly CoverNeed[]> {
  const row = await ctx.db.maybe<{ cover: CoverNeed[] }>(sql`SELECT cover FROM shift_unit WHERE unit_id = ${unit} AND deleted_at IS NULL`);
  return row?.cover ?? [];
}

async function shiftsAround(ctx: Pick<Context, 'db'>, people: readonly Id[], week: string, plan: Id | null): Promise<readonly PlannedShift[]> {
  const rows = await ctx.db.rows<{ person: Id; day: string; template: Id; from: string; to: string }>(sql`
    SELECT owner_id AS person, on_day::text AS day, template_id AS template, starts_at AS "from", ends_at AS "to" FROM shift
    WHERE owner_id = ANY(${[...people]}::uuid[]) AND state = 'on' AND deleted_at IS NULL AND on_day BETWEEN ${addDays(week, -2)} AND ${addDays(week, 8)} AND plan_id IS DISTINCT FROM ${plan}::uuid`);
  return rows.map((row) => ({ ...row, from: Date.parse(row.from), to: Date.parse(row.to) }));
}

export const leaveOf = (ctx: Pick<Context, 'db'>, people: readonly Id[], week: string) => ctx.db.rows<LeaveDays & { kind: string }>(sql`
  SELECT owner_id AS person, from_day::text AS "from", to_day::text AS "to", kind FROM staff_absence
  WHERE owner_id = ANY(${[...people]}::uuid[]) AND deleted_at IS NULL AND from_day <= ${addDays(week, 6)} AND to_day >= ${week}`);

const SAID = 3;

/** Refuses what has conflicts, with the first of them in words. Errors: team.conflicts. */
export async function refuseConflicts(ctx: Context, conflicts: readonly PlanConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  const ids = conflicts.flatMap((conflict) => (conflict.kind === 'cover' ? [] : [conflict.person]));
  const [people, templates] = [await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${ids}::uuid[])`), await templatesOf(ctx)];
  const nameIn = (list: readonly { id: Id; name: string }[]) => (id: string) => list.find((each) => each.id === id)?.name ?? '';
  const words = conflicts.slice(0, SAID).map((conflict) => sayConflict(conflict, { person: nameIn(people), template: nameIn(templates) })[ctx.locale]);
  const more = conflicts.length > SAID ? [ctx.locale === 'en' ? `${conflicts.length - SAID} more` : `另有 ${conflicts.length - SAID} 处`] : [];
  throw fail('team.conflicts', { reasons: [...words, ...more].join(ctx.locale === 'en' ? '; ' : '；') });
}
