import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { incentiveRunObject } from '../../objects/performance.objects.ts';

export type RunState = 'draft' | 'submitted' | 'posted' | 'dropped';

export interface RunRow {
  readonly id: Id;
  readonly kind: 'award' | 'correction';
  readonly month: string;
  readonly state: RunState;
  readonly pack: string;
  readonly reason: string | null;
  readonly ownerId: Id | null;
  readonly unitId: Id | null;
  readonly unit: string | null;
  readonly people: number;
  readonly points: string;
  readonly amount: string;
}

/** The run under its lock. Errors: record.not-found. */
export async function lockRun(ctx: Pick<Context, 'db'>, id: Id): Promise<RunRow> {
  const row = await findRun(ctx, id, true);
  if (!row) throw fail('record.not-found');
  return row;
}

export const findRun = (ctx: Pick<Context, 'db'>, id: Id, isLocked = false): Promise<RunRow | undefined> => ctx.db.maybe<RunRow>(sql`
  SELECT r.id, r.kind, r.month, r.state, r.pack, r.reason, r.owner_id AS "ownerId", r.unit_id AS "unitId", o.name AS unit, r.people, r.points::text AS points, r.amount::text AS amount
  FROM incentive_run r LEFT JOIN org_unit o ON o.id = r.unit_id WHERE r.id = ${id} AND r.deleted_at IS NULL ${isLocked ? sql`FOR UPDATE OF r` : sql``}`);

/** A run that the caller may change, under its lock and in one of these states. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function takeRun(ctx: Context, id: Id, ...states: readonly RunState[]): Promise<RunRow> {
  await requireRecord(ctx, incentiveRunObject, 'update', id);
  const row = await lockRun(ctx, id);
  if (!states.includes(row.state)) throw fail('record.wrong-state');
  return row;
}
