import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, addMonths, localDate, startOfDay } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { caseFindingAnswer, roundBoardAnswer, roundRowsAnswer, roundSheetAnswer, routeAnswer, routesAnswer } from './rounds.answers.ts';
import { pointsOf } from './save-route.ts';

type Row = Answered<typeof roundRowsAnswer>['data'][number];

async function readRounds(ctx: Context, which: Sql, order: Sql, limit: number): Promise<Row[]> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT r.id, r.number, r.state, r.window_from AS "from", r.window_to AS "to", r.done_at AS "doneAt", r.finding_count AS findings, jsonb_array_length(r.points) AS points,
      jsonb_build_object('zh-CN', t.name, 'en', t.name_en) AS route, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS worker
    FROM inspection_round r JOIN inspection_route t ON t.id = r.route_id LEFT JOIN app_user u ON u.id = r.owner_id
    WHERE ${which} AND r.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'inspectionRound'), 'read', 'r')} ${order} LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, from: isoTime(row.from), to: isoTime(row.to), doneAt: row.doneAt === null ? null : isoTime(row.doneAt) }));
}

/** The caller's own rounds: what is to walk in the coming two days or was missed lately, then the last ten that are over. */
export async function listMyRounds(ctx: Context): Promise<Answered<typeof roundRowsAnswer>> {
  const mine = sql`r.owner_id = ${ctx.actor.userId}`;
  const soon = new Date(ctx.now.getTime() + 2 * 86_400_000).toISOString();
  const lately = new Date(ctx.now.getTime() - 2 * 86_400_000).toISOString();
  const open = await readRounds(ctx, sql`${mine} AND ((r.state = 'planned' AND r.window_from < ${soon}) OR (r.state = 'missed' AND r.window_to > ${lately}))`, sql`ORDER BY r.window_from, r.number`, 60);
  const over = await readRounds(ctx, sql`${mine} AND r.state IN ('done', 'late')`, sql`ORDER BY r.done_at DESC`, 10);
  return { data: [...open, ...over] };
}

/** A round as it is walked: its points in order, and what was reported. Errors: record.not-found. */
export async function showRound(ctx: Context, id: Id): Promise<Answered<typeof roundSheetAnswer>> {
  const [round] = await readRounds(ctx, sql`r.id = ${id}`, sql`ORDER BY r.id`, 1);
  if (!round) throw fail('record.not-found');
  const rest = await ctx.db.one<Pick<Answered<typeof roundSheetAnswer>, 'places' | 'visits' | 'note'>>(sql`SELECT points AS places, visits, note FROM inspection_round WHERE id = ${id}`);
  const reported = await ctx.db.rows<Answered<typeof roundSheetAnswer>['reported'][number]>(sql`
    SELECT f.key, f.point_id AS point, f.text, f.is_urgent AS "isUrgent", f.photos, c.id AS "caseId", c.number AS "caseNumber" FROM inspection_finding f JOIN service_case c ON c.id = f.case_id WHERE f.round_id = ${id} ORDER BY c.number`);
  return { ...round, ...rest, reported, isMine: round.worker !== null && ctx.actor.selves.includes(round.worker.id) };
}

/** From which round a case came; null where it came from none. Errors: record.not-found. */
export async function findingOfCase(ctx: Context, caseId: Id): Promise<Answered<typeof caseFindingAnswer>> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', caseId);
  const row = await ctx.db.maybe<{ text: string; photos: Id[]; point: string; round: Id; number: string; route: { 'zh-CN': string; en: string } }>(sql`
    SELECT f.text, f.photos, p.name AS point, r.id AS round, r.number, jsonb_build_object('zh-CN', t.name, 'en', t.name_en) AS route
    FROM inspection_finding f JOIN inspection_round r ON r.id = f.round_id JOIN inspection_route t ON t.id = r.route_id JOIN inspection_point p ON p.id = f.point_id
    WHERE f.case_id = ${caseId} AND r.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'inspectionRound'), 'read', 'r')}`);
  return { finding: row ?? null };
}

/** Today's rounds, those of the coming week, what was missed lately, the last findings with their cases, six months (SE-11). */
export async function showRoundBoard(ctx: Context): Promise<Answered<typeof roundBoardAnswer>> {
  const today = localDate(ctx.now, ctx.timeZone);
  const dayAt = (days: number): string => startOfDay(addDays(today, days), ctx.timeZone).toISOString();
  const months = Array.from({ length: 6 }, (_, at) => addMonths(today, at - 5).slice(0, 7));
  const current = await readRounds(ctx, sql`r.window_from < ${dayAt(1)} AND r.window_to > ${dayAt(0)}`, sql`ORDER BY r.window_from, r.number`, 300);
  const coming = await readRounds(ctx, sql`r.state = 'planned' AND r.window_from >= ${dayAt(1)}`, sql`ORDER BY r.window_from, r.number`, 100);
  const missed = await readRounds(ctx, sql`r.state = 'missed' AND r.window_to > ${dayAt(-14)} AND r.window_to <= ${dayAt(0)}`, sql`ORDER BY r.window_to DESC, r.number`, 100);
  const counted = await ctx.db.rows<Answered<typeof roundBoardAnswer>['months'][number]>(sql`
    SELECT to_char(r.on_date, 'YYYY-MM') AS month, count(*) FILTER (WHERE r.state = 'done')::int AS done, count(*) FILTER (WHERE r.state = 'late')::int AS late,
      count(*) FILTER (WHERE r.state = 'missed')::int AS missed, coalesce(sum(r.finding_count), 0)::int AS findings
    FROM inspection_round r WHERE r.on_date >= ${`${months[0] ?? ''}-01`}::date AND r.on_date <= ${today}::date AND r.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'inspectionRound'), 'read', 'r')} GROUP BY 1`);
  const none = { done: 0, late: 0, missed: 0, findings: 0 };
  return { today: current, coming, missed, findings: await lastFindings(ctx), months: months.map((month) => counted.find((row) => row.month === month) ?? { month, ...none }) };
}

async function lastFindings(ctx: Context): Promise<Answered<typeof roundBoardAnswer>['findings']> {
  const rows = await ctx.db.rows<Answered<typeof roundBoardAnswer>['findings'][number]>(sql`
    SELECT f.key, f.text, p.name AS point, f.is_urgent AS "isUrgent", cardinality(f.photos) AS photos, r.done_at AS at, r.id AS round, jsonb_build_object('zh-CN', t.name, 'en', t.name_en) AS route,
      jsonb_build_object('id', c.id, 'number', c.number, 'isOpen', c.state IN ('open', 'waiting')) AS "case"
    FROM inspection_finding f JOIN inspection_round r ON r.id = f.round_id JOIN inspection_route t ON t.id = r.route_id JOIN inspection_point p ON p.id = f.point_id JOIN service_case c ON c.id = f.case_id
    WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'inspectionRound'), 'read', 'r')} AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}
    ORDER BY r.done_at DESC, f.key LIMIT 30`);
  return rows.map((row) => ({ ...row, at: isoTime(row.at) }));
}

const routeColumns = sql`t.id, t.name, t.name_en AS "nameEn", t.case_type_id AS "caseType", t.worker_id AS worker, u.name AS "workerName", t.frequency, t.on_day AS "onDay", t.from_minute AS "fromMinute", t.to_minute AS "toMinute", t.state, t.point_count AS "pointCount"`;

export const listRoutes = async (ctx: Context): Promise<Answered<typeof routesAnswer>> => ({
  data: await ctx.db.rows<Answered<typeof routesAnswer>['data'][number]>(sql`SELECT ${routeColumns} FROM inspection_route t LEFT JOIN app_user u ON u.id = t.worker_id WHERE t.deleted_at IS NULL ORDER BY t.state, t.name LIMIT 300`),
});

/** A route with its points; each point's sign as a picture to be printed. Errors: record.not-found. */
export async function showRoute(ctx: Context, id: Id): Promise<Answered<typeof routeAnswer>> {
  const row = await ctx.db.maybe<Answered<typeof routesAnswer>['data'][number]>(sql`SELECT ${routeColumns} FROM inspection_route t LEFT JOIN app_user u ON u.id = t.worker_id WHERE t.id = ${id} AND t.deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  // Loaded when somebody looks at a route.
  const { default: QRCode } = await import('qrcode');
  const points = [];
  for (const point of await pointsOf(ctx, id)) points.push({ ...point, qr: await QRCode.toString(point.code, { type: 'svg', margin: 1 }) });
  return { ...row, points };
}
