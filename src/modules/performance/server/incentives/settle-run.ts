import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { performanceNotices } from '../../performance.notices.ts';
import { CURRENCY } from './draft-run.ts';
import { type RunRow, lockRun } from './run-rows.ts';

interface LineRow {
  readonly id: Id;
  readonly personId: Id;
  readonly unitId: Id | null;
  readonly points: string;
  readonly amount: string;
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly correctsId: Id | null;
}

/** What the approval decides: posted, or a draft again (a correction is dropped). Nothing for a run that is not submitted. */
export async function settleRun(ctx: Context, id: Id, isApproved: boolean): Promise<void> {
  const run = await lockRun(ctx, id);
  if (run.state !== 'submitted') return;
  if (isApproved) await post(ctx, run);
  else await changeRecord(ctx, 'incentiveRun', id, { state: run.kind === 'award' ? 'draft' : 'dropped' });
}

/** Each line becomes an entry with the line's id, so that its decision answers for it. */
async function post(ctx: Context, run: RunRow): Promise<void> {
  const lines = await ctx.db.rows<LineRow>(sql`
    SELECT id, person_id AS "personId", person_unit_id AS "unitId", points::text AS points, amount::text AS amount, decision_id AS "decisionId", clause, corrects_id AS "correctsId"
    FROM incentive_line WHERE run_id = ${run.id} ORDER BY id`);
  for (const line of lines) {
    const values = {
      month: run.month, kind: run.kind, points: Number(line.points), amount: { amount: line.amount, currency: CURRENCY }, clause: line.clause, reason: run.reason, run: run.id,
      corrects: line.correctsId, owner: line.personId, unit: line.unitId,
    };
    await insertRecord(ctx, 'incentiveEntry', { id: line.id, values, columns: { decision_id: line.decisionId } });
  }
  await changeRecord(ctx, 'incentiveRun', run.id, { state: 'posted', postedAt: ctx.now.toISOString() });
  const kind = run.kind === 'award' ? performanceNotices.posted : performanceNotices.corrected;
  await notify(ctx, { to: lines.map(({ personId }) => personId), kind, params: { month: run.month }, link: '/performance/people/me' });
}
