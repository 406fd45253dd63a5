import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { myShiftsAnswer, partnersAnswer } from './shifts.answers.ts';
import { readSwaps } from './show-plan.ts';

type Mine = Answered<typeof myShiftsAnswer>;
const AHEAD = 42;

/** The caller's shifts from today on, what is asked about them, and their leave (SE-40). Errors: auth.forbidden where a needed field is kept from them. */
export async function myShifts(ctx: Context): Promise<Mine> {
  requireFields(ctx, 'shift', 'subject', 'startsAt', 'endsAt', 'onDay');
  const { calendar } = await calendarOfUnit(ctx, ctx.actor.primaryUnit);
  const today = localDate(ctx.now, calendar.timeZone);
  const me = ctx.actor.userId;
  const rows = await ctx.db.rows<Omit<Mine['shifts'][number], 'canSwap'>>(sql`
    SELECT s.id, t.name, t.colour, s.on_day::text AS day, s.starts_at AS "from", s.ends_at AS "to", s.break_minutes AS "breakMinutes",
      EXISTS (SELECT 1 FROM shift_swap w WHERE w.shift_id = s.id AND w.state IN ('asked', 'agreed') AND w.deleted_at IS NULL) AS "isSwapOpen"
    FROM shift s JOIN shift_template t ON t.id = s.template_id WHERE s.owner_id = ${me} AND s.state = 'on' AND s.deleted_at IS NULL AND s.ends_at > ${ctx.now.toISOString()} AND s.on_day <= ${addDays(today, AHEAD)}
    ORDER BY s.starts_at, s.id LIMIT 100`);
  const now = ctx.now.getTime();
  const mayAsk = ctx.actor.grants.get('shiftSwap')?.has('create') === true;
  const leave = ctx.actor.grants.get('absence')?.has('read') !== true ? [] : await ctx.db.rows<Mine['leave'][number]>(sql`
    SELECT id, kind, from_day::text AS "from", to_day::text AS "to", note FROM staff_absence WHERE owner_id = ${me} AND deleted_at IS NULL AND to_day >= ${today} ORDER BY from_day, id LIMIT 30`);
  return {
    today, timeZone: calendar.timeZone, isOnNow: rows.some(({ from }) => Date.parse(from) <= now), leave,
    shifts: rows.map((row) => ({ ...row, from: isoTime(row.from), to: isoTime(row.to), canSwap: mayAsk && !row.isSwapOpen && Date.parse(row.from) > now })),
    swaps: ctx.actor.grants.get('shiftSwap')?.has('read') === true ? await readSwaps(ctx, sql`(x.owner_id = ${me} OR x.partner_id = ${me}) AND (x.state IN ('asked', 'agreed') OR x.updated_at > ${new Date(now - 14 * 86_400_000).toISOString()})`) : [],
  };
}

/** Colleagues of the unit with their shifts of the days around one of mine, to choose from. Errors: record.not-found. */
export async function swapPartners(ctx: Context, shift: Id): Promise<Answered<typeof partnersAnswer>> {
  requireFields(ctx, 'shift', 'subject', 'startsAt', 'endsAt', 'onDay');
  const mine = await ctx.db.maybe<{ day: string; unit: Id; template: Id }>(sql`
    SELECT on_day::text AS day, unit_id AS unit, template_id AS template FROM shift WHERE id = ${shift} AND owner_id = ${ctx.actor.userId} AND state = 'on' AND deleted_at IS NULL`);
  if (!mine) throw fail('record.not-found');
  const data = await ctx.db.rows<Answered<typeof partnersAnswer>['data'][number]>(sql`
    SELECT u.id, u.name, coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', t.name, 'day', s.on_day, 'from', s.starts_at, 'to', s.ends_at) ORDER BY s.starts_at)
      FROM shift s JOIN shift_template t ON t.id = s.template_id WHERE s.owner_id = u.id AND s.unit_id = ${mine.unit} AND s.state = 'on' AND s.deleted_at IS NULL AND s.starts_at > ${ctx.now.toISOString()}
        AND s.on_day BETWEEN ${addDays(mine.day, -7)} AND ${addDays(mine.day, 7)} AND NOT (s.on_day = ${mine.day} AND s.template_id = ${mine.template})), '[]') AS shifts
    FROM app_user u WHERE u.unit_id = ${mine.unit} AND u.id <> ${ctx.actor.userId} AND u.is_active AND u.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object = 'shift' AND g.action = 'read' AND g.scope = 'unit') ORDER BY u.name, u.id LIMIT 100`);
  return { data: data.map((row) => ({ ...row, shifts: row.shifts.map((each) => ({ ...each, from: isoTime(each.from), to: isoTime(each.to) })) })) };
}
