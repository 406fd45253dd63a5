import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfWeek } from '#kernel/period.ts';
import { planOfDay } from '#kernel/working-time/working-calendar.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { absenceKinds } from '../../rules/team-choices.ts';
import { restHours } from '../team-settings.ts';
import { reachesOthers } from '../team-people.ts';
import { conflictsOfWeek, coverOf, leaveOf, weekDays } from './check-week.ts';
import { entriesOf, peopleOfUnit, planOf } from './plan-week.ts';
import type { planAnswer, swapRow } from './shifts.answers.ts';

type Plan = Answered<typeof planAnswer>;
type Swap = Answered<typeof swapRow>;

/** Units that the caller may plan: those of their people who serve. */
async function unitsToPlan(ctx: Context): Promise<readonly { id: Id; name: string }[]> {
  const scope = ctx.actor.grants.get('shiftPlan')?.get('update');
  const units = scope === 'unit' ? ctx.actor.units : scope === 'unitBelow' ? ctx.actor.unitsBelow : [];
  const reached = scope === 'all' ? sql`true` : sql`n.id = ANY(${[...units]}::uuid[])`;
  return ctx.db.rows<{ id: Id; name: string }>(sql`
    SELECT n.id, n.name FROM org_unit n WHERE n.deleted_at IS NULL AND ${reached} AND EXISTS (SELECT 1 FROM app_user u JOIN user_role r ON r.user_id = u.id JOIN role_grant g ON g.role = r.role
      WHERE u.unit_id = n.id AND u.is_active AND u.deleted_at IS NULL AND g.object = 'shift' AND g.action = 'read' AND g.scope = 'unit') ORDER BY n.path, n.name LIMIT 200`);
}

/** Swap requests within the reader's rights, the newest first. */
export async function readSwaps(ctx: Context, which: Sql): Promise<Swap[]> {
  const rows = await ctx.db.rows<Omit<Swap, 'isMine' | 'isForMe'>>(sql`
    SELECT x.id, x.state, jsonb_build_object('id', o.id, 'name', o.name) AS person, jsonb_build_object('id', p.id, 'name', p.name) AS partner, x.subject AS shift, b.subject AS gets, x.reason, x.answer
    FROM shift_swap x JOIN app_user o ON o.id = x.owner_id JOIN app_user p ON p.id = x.partner_id LEFT JOIN shift b ON b.id = x.partner_shift_id
    WHERE x.deleted_at IS NULL AND ${which} AND ${predicateSql(ctx, objectDef(ctx, 'shiftSwap'), 'read', 'x')} ORDER BY x.created_at DESC LIMIT 50`);
  const sees = (field: string) => seesFields(ctx, 'shiftSwap', field);
  return rows.map((row) => ({
    ...row, reason: sees('reason') ? row.reason : null, answer: sees('answer') ? row.answer : null, isMine: row.person.id === ctx.actor.userId, isForMe: row.partner.id === ctx.actor.userId,
  }));
}

/** A week of a unit as its planner sees it, conflicts included (SE-40). Without a unit the first one. Errors: record.not-found. */
export async function showPlan(ctx: Context, asked: { readonly unit?: Id | undefined; readonly week?: string | undefined }): Promise<Plan> {
  const units = await unitsToPlan(ctx);
  const unit = asked.unit === undefined ? (units.find(({ id }) => id === ctx.actor.primaryUnit) ?? units[0]) : units.find(({ id }) => id === asked.unit);
  if (asked.unit !== undefined && !unit) throw fail('record.not-found');
  const { calendar } = await calendarOfUnit(ctx, unit?.id ?? null);
  const today = localDate(ctx.now, calendar.timeZone);
  const week = startOfWeek(asked.week ?? today);
  const patterns = await ctx.db.rows<Plan['patterns'][number]>(sql`SELECT id, name, short_name AS "shortName", starts, ends, break_minutes AS "breakMinutes", colour, state FROM shift_template WHERE deleted_at IS NULL ORDER BY position, name`);
  return {
    unit: unit ?? null, units, week, today, restHours: await readSetting(ctx, restHours), patterns,
    days: weekDays(week).map((day) => { const { kind, name } = planOfDay(calendar, day); return { day, kind, name }; }), ...(unit ? await weekOf(ctx, unit.id, week) : noWeek),
  };
}

type Week = Pick<Plan, 'version' | 'state' | 'publishedAt' | 'isPlanned' | 'cover' | 'hasEarlier' | 'people' | 'entries' | 'leave' | 'conflicts' | 'swaps'>;
const noWeek: Week = { version: 0, state: 'none', publishedAt: null, isPlanned: false, cover: [], hasEarlier: false, people: [], entries: [], leave: [], conflicts: [], swaps: [] };

async function weekOf(ctx: Context, unit: Id, week: string): Promise<Week> {
  const [plan, earlier] = [await planOf(ctx, unit, week), await planOf(ctx, unit, addDays(week, -7))];
  const entries = plan ? await entriesOf(ctx, plan.id) : [];
  const people = await peopleOfPlan(ctx, unit, entries.map(({ person }) => person));
  const leave = await leaveOf(ctx, people.map(({ id }) => id), week);
  const tellsKind = reachesOthers(ctx, 'absence', 'read') && seesFields(ctx, 'absence', 'kind');
  const about = plan ? { version: plan.version, state: plan.state, publishedAt: plan.publishedAt === null ? null : isoTime(plan.publishedAt) } : { version: 0, state: 'none' as const, publishedAt: null };
  return {
    ...about, ...await unitShifts(ctx, unit), hasEarlier: earlier !== undefined, people, entries, leave: leave.map((row) => ({ ...row, kind: tellsKind ? (absenceKinds.find((each) => each === row.kind) ?? 'other') : 'other' })),
    conflicts: await conflictsOfWeek(ctx, { unit, week, entries, plan: plan?.id ?? null }), swaps: await readSwaps(ctx, sql`x.unit_id = ${unit} AND x.state = 'agreed'`),
  };
}

async function unitShifts(ctx: Context, unit: Id): Promise<Pick<Plan, 'isPlanned' | 'cover'>> {
  const row = await ctx.db.maybe<{ isPlanned: boolean }>(sql`SELECT is_planned AS "isPlanned" FROM shift_unit WHERE unit_id = ${unit} AND deleted_at IS NULL`);
  return { isPlanned: row?.isPlanned ?? false, cover: await coverOf(ctx, unit) };
}

/** The unit's people, and whoever is in the plan although they left it. */
async function peopleOfPlan(ctx: Context, unit: Id, planned: readonly Id[]): Promise<readonly { id: Id; name: string }[]> {
  const people = await peopleOfUnit(ctx, unit);
  const left = planned.filter((id) => !people.some((each) => each.id === id));
  return left.length === 0 ? people : [...people, ...await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${left}::uuid[]) ORDER BY name`)];
}
