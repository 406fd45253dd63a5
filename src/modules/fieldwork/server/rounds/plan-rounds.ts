import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { fieldworkNotices } from '../../fieldwork.notices.ts';
import { type Frequency, roundDates } from '../../rules/inspection.ts';
import { pointsOf } from './save-route.ts';

export const ROUNDS_JOB = 'fieldwork.rounds';
/** So many days are planned ahead, today included. */
const AHEAD = 8;

interface PlannedRoute {
  readonly id: Id;
  readonly frequency: Frequency;
  readonly onDay: number | null;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly worker: Id | null;
  readonly unit: Id | null;
}

/** Plans the rounds of the coming days and marks those that nobody walked in time; again has no second effect (SE-11). */
export async function runRounds(services: Services): Promise<number> {
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413101)`);
    return (await planRounds(ctx)) + (await markMissed(ctx));
  });
}

export async function planRounds(ctx: Context): Promise<number> {
  const routes = await ctx.db.rows<PlannedRoute>(sql`
    SELECT id, frequency, on_day AS "onDay", from_minute AS "fromMinute", to_minute AS "toMinute", worker_id AS worker, unit_id AS unit FROM inspection_route WHERE state = 'active' AND point_count > 0 AND deleted_at IS NULL`);
  let count = 0;
  for (const route of routes) {
    const dates = roundDates(route, localDate(ctx.now, ctx.timeZone), AHEAD);
    const known = new Set((await ctx.db.rows<{ date: string }>(sql`SELECT on_date::text AS date FROM inspection_round WHERE route_id = ${route.id} AND on_date = ANY(${[...dates]}::date[])`)).map(({ date }) => date));
    const missing = dates.filter((date) => !known.has(date) && at(ctx, date, route.toMinute) > ctx.now);
    const points = missing.length === 0 ? [] : await pointsOf(ctx, route.id);
    for (const date of missing) {
      await insertRecord(ctx, 'inspectionRound', {
        values: { route: route.id, onDate: date, windowFrom: at(ctx, date, route.fromMinute).toISOString(), windowTo: at(ctx, date, route.toMinute).toISOString(), state: 'planned', findingCount: 0, owner: route.worker, unit: route.unit },
        columns: { points: JSON.stringify(points) },
      });
      count += 1;
    }
  }
  return count;
}

const at = (ctx: Pick<Context, 'timeZone'>, date: string, minute: number): Date => instantOfWall(ctx.timeZone, { date, seconds: minute * 60 });

async function markMissed(ctx: Context): Promise<number> {
  const rows = await ctx.db.rows<{ id: Id; number: string; owner: Id | null; manager: Id | null; name: string; nameEn: string }>(sql`
    SELECT r.id, r.number, r.owner_id AS owner, u.manager_id AS manager, t.name, t.name_en AS "nameEn" FROM inspection_round r JOIN inspection_route t ON t.id = r.route_id LEFT JOIN app_user u ON u.id = r.owner_id
    WHERE r.state = 'planned' AND r.window_to <= ${ctx.now.toISOString()} AND r.deleted_at IS NULL ORDER BY r.window_to LIMIT 500 FOR UPDATE OF r`);
  for (const { id, number, manager, name } of rows) {
    await changeRecord(ctx, 'inspectionRound', id, { state: 'missed' });
    if (manager !== null) await notify(ctx, { to: [manager], kind: fieldworkNotices.missed, params: { number, route: name }, link: '/fieldwork/inspections', about: { object: 'inspectionRound', id } });
  }
  return rows.length;
}
