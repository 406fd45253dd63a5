import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { spanOfShift } from '../../rules/shift-times.ts';
import { teamNotices } from '../../team.notices.ts';
import { requireUnit } from '../team-people.ts';
import { type PlanEntry, type TemplateRow, conflictsOfWeek, refuseConflicts, templatesOf } from './check-week.ts';
import { entriesOf, lockWeek, planOf } from './plan-week.ts';

interface ShiftRow extends PlanEntry { readonly id: Id; readonly from: string; readonly to: string }

const keyOf = ({ person, day, template }: PlanEntry): string => `${person}/${day}/${template}`;

export interface Publication {
  readonly unit: Id;
  readonly week: string;
  readonly version: number;
  /** The conflicts were shown, and it shall be so all the same. */
  readonly isAccepted: boolean;
}

/**
 * Makes the week's shifts out of its draft (SE-40): new ones are given, those no longer planned are cancelled, each person
 * concerned is told once. Errors: record.not-found, record.stale, team.conflicts with the first of them.
 */
export async function publishWeek(ctx: Context, { unit, week, version, isAccepted }: Publication): Promise<void> {
  await requireUnit(ctx, unit, 'shiftPlan', 'update');
  await lockWeek(ctx, unit, week);
  const plan = await planOf(ctx, unit, week);
  if (!plan) throw fail('record.not-found');
  if (plan.version !== version) throw fail('record.stale');
  const entries = await entriesOf(ctx, plan.id);
  if (!isAccepted) await refuseConflicts(ctx, await conflictsOfWeek(ctx, { unit, week, entries, plan: plan.id }));
  const { calendar } = await calendarOfUnit(ctx, unit);
  const changed = await settleShifts(ctx, { plan: plan.id, unit, entries, zone: calendar.timeZone });
  await changeRecord(ctx, 'shiftPlan', plan.id, { state: 'published', publishedAt: ctx.now.toISOString() });
  for (const person of changed) {
    const count = entries.filter((entry) => entry.person === person).length;
    if (person !== ctx.actor.userId) await notify(ctx, { to: [person], kind: teamNotices.plan, params: { day: week, count }, link: '/team/my-shifts' });
  }
}

async function settleShifts(ctx: Context, { plan, unit, entries, zone }: { plan: Id; unit: Id; entries: readonly PlanEntry[]; zone: string }): Promise<ReadonlySet<Id>> {
  const templates = await templatesOf(ctx);
  const now = await ctx.db.rows<ShiftRow>(sql`
    SELECT id, owner_id AS person, on_day::text AS day, template_id AS template, starts_at AS "from", ends_at AS "to" FROM shift WHERE plan_id = ${plan} AND state = 'on' AND deleted_at IS NULL`);
  const standing = new Map(now.map((row) => [keyOf(row), row]));
  const wanted = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const changed = new Set<Id>();
  for (const [key, row] of standing) {
    if (wanted.has(key)) continue;
    await changeRecord(ctx, 'shift', row.id, { state: 'cancelled' });
    await withdrawSwaps(ctx, row.id);
    changed.add(row.person);
  }
  for (const [key, entry] of wanted) {
    const template = templates.find(({ id }) => id === entry.template);
    if (template && await settleOne(ctx, { plan, unit, entry, template, zone, row: standing.get(key) })) changed.add(entry.person);
  }
  return changed;
}

interface OneShift { readonly plan: Id; readonly unit: Id; readonly entry: PlanEntry; readonly template: TemplateRow; readonly zone: string; readonly row: ShiftRow | undefined }

async function settleOne(ctx: Context, { plan, unit, entry, template, zone, row }: OneShift): Promise<boolean> {
  const span = spanOfShift(template, entry.day, zone);
  const values = { startsAt: span.from.toISOString(), endsAt: span.to.toISOString(), breakMinutes: template.breakMinutes };
  if (!row) {
    await insertRecord(ctx, 'shift', { values: { ...values, subject: `${template.name} ${entry.day}`, plan, template: template.id, onDay: entry.day, state: 'on', owner: entry.person, unit } });
    return true;
  }
  if (Date.parse(row.from) === span.from.getTime() && Date.parse(row.to) === span.to.getTime()) return false;
  await changeRecord(ctx, 'shift', row.id, values);
  return true;
}

/** What was asked about a shift that is not worked any more falls. */
async function withdrawSwaps(ctx: Context, shift: Id): Promise<void> {
  const open = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM shift_swap WHERE (shift_id = ${shift} OR partner_shift_id = ${shift}) AND state IN ('asked', 'agreed') AND deleted_at IS NULL`);
  for (const { id } of open) await changeRecord(ctx, 'shiftSwap', id, { state: 'withdrawn' });
}
