import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import type { Frequency } from '../../rules/inspection.ts';

export interface RouteDraft {
  readonly id?: Id | undefined;
  readonly name: string;
  readonly nameEn: string;
  readonly caseType: Id;
  readonly worker: Id | null;
  readonly frequency: Frequency;
  readonly onDay: number | null;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly state: 'active' | 'retired';
  /** In their order; an absent id is a new point. */
  readonly points: readonly { readonly id?: Id | undefined; readonly name: string; readonly nameEn: string }[];
}

/**
 * Saves a route with its points. Rounds that are planned already keep the points they were planned with; those of later days
 * that nobody began are planned anew. Errors: record.not-found, record.invalid.
 */
export async function saveRoute(ctx: Context, { id, points, ...draft }: RouteDraft): Promise<{ readonly id: Id }> {
  const isKnown = await ctx.db.maybe(sql`SELECT 1 FROM case_type WHERE id = ${draft.caseType} AND is_active AND deleted_at IS NULL`);
  if (!isKnown) throw fail('record.invalid', { count: 1 }, [{ path: 'caseType', code: 'not-found', params: { value: '' } }]);
  if (draft.fromMinute >= draft.toMinute) throw fail('record.invalid', { count: 1 }, [{ path: 'toMinute', code: 'invalid' }]);
  const unit = draft.worker === null ? null : ((await ctx.db.maybe<{ unit: Id | null }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${draft.worker} AND is_active AND deleted_at IS NULL`))?.unit ?? null);
  const values = { ...draft, onDay: draft.frequency === 'daily' ? null : (draft.onDay ?? 1), unit, pointCount: points.length };
  if (id !== undefined) await changeRecord(ctx, 'inspectionRoute', id, values);
  const route = id ?? await insertRecord(ctx, 'inspectionRoute', { values });
  await savePoints(ctx, route, points);
  await ctx.db.run(sql`DELETE FROM inspection_round WHERE route_id = ${route} AND state = 'planned' AND window_from > ${ctx.now.toISOString()}`);
  return { id: route };
}

async function savePoints(ctx: Context, route: Id, points: RouteDraft['points']): Promise<void> {
  const kept = points.flatMap(({ id }) => id ?? []);
  await ctx.db.run(sql`UPDATE inspection_point SET is_active = false WHERE route_id = ${route} AND NOT (id = ANY(${kept}::uuid[]))`);
  for (const [at, { id, name, nameEn }] of points.entries()) {
    if (id === undefined) await ctx.db.run(sql`INSERT INTO inspection_point (id, route_id, position, name, name_en, code) VALUES (${ctx.newId()}, ${route}, ${at}, ${name}, ${nameEn}, ${codeOf(ctx.newId())})`);
    else await ctx.db.run(sql`UPDATE inspection_point SET position = ${at}, name = ${name}, name_en = ${nameEn}, is_active = true WHERE id = ${id} AND route_id = ${route}`);
  }
}

/** Eight signs without those that are mistaken for each other: short enough to be typed. */
function codeOf(id: Id): string {
  const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`);
  let code = '';
  for (let at = 0; at < 8; at += 1) {
    code += signs[Number(rest % 31n)] ?? '2';
    rest /= 31n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

export interface RoutePoint {
  readonly id: Id;
  readonly name: string;
  readonly nameEn: string;
  readonly code: string;
}

/** The points of a route in their order. */
export const pointsOf = (ctx: Pick<Context, 'db'>, route: Id): Promise<RoutePoint[]> => ctx.db.rows<RoutePoint>(sql`
  SELECT id, name, name_en AS "nameEn", code FROM inspection_point WHERE route_id = ${route} AND is_active ORDER BY position`);
