import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type UnitMove, addUnitListener } from '#modules/organisation/server/organisation.public.ts';
import type { Context } from '#platform/context/context.ts';
import { calendarsTexts } from '../calendars.texts.ts';
import { tellCalendarChange } from './calendar-listeners.ts';
import { calendarOfUnit, lockCorrections } from './queries/calendar-of-unit.ts';

/**
 * A unit that is moved may work by another calendar from then on, and so may those below it: whoever keeps deadlines
 * computes them anew (SE-4). One with a calendar of its own takes it along. Called at load.
 */
export const followUnits = (): void =>
  addUnitListener({
    beforeMove: async (ctx) => {
      await lockCorrections(ctx);
    },
    onUnitMove: tellOfMove,
  });

async function tellOfMove(ctx: Context, { id, name, from, to }: UnitMove): Promise<void> {
  const own = await ctx.db.maybe<{ id: Id }>(sql`SELECT calendar_id AS id FROM unit_calendar WHERE unit_id = ${id}`);
  if (own) return;
  const before = await calendarOfUnit(ctx, from);
  const after = await calendarOfUnit(ctx, to);
  if (after.id === before.id) return;
  const { above } = await ctx.db.one<{ above: string }>(sql`SELECT name AS above FROM org_unit WHERE id = ${to}`);
  await tellCalendarChange(ctx, before.id, { reason: calendarsTexts.t(ctx.locale, 'unitMoved', { name, above }), version: before.version });
}
