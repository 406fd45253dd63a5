import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { incentiveEntryObject, incentiveRunObject } from '../../objects/performance.objects.ts';
import { CURRENCY } from './draft-run.ts';
import { lockRun } from './run-rows.ts';
import { askFor } from './submit-run.ts';

export interface Correction {
  /** What is added to the entry; negative to take away. Decimal texts with two places at most. */
  readonly points: string;
  readonly amount: string;
  readonly reason: string;
}

/**
 * Proposes a counter-entry; the entry itself stays as it is (SE-40). It is posted once approved. Errors: record.not-found,
 * auth.forbidden, record.wrong-state for an entry that is a correction itself, request.invalid when nothing is changed.
 */
export async function correctEntry(ctx: Context, id: Id, { points, amount, reason }: Correction): Promise<{ readonly id: Id; readonly approvalId: Id }> {
  requireGrant(ctx, incentiveRunObject, 'create');
  await requireRecord(ctx, incentiveEntryObject, 'read', id);
  const entry = await ctx.db.one<{ month: string; kind: string; ownerId: Id; unitId: Id | null; pack: string; awardUnit: Id | null }>(sql`
    SELECT e.month, e.kind, e.owner_id AS "ownerId", e.unit_id AS "unitId", r.pack, r.unit_id AS "awardUnit" FROM incentive_entry e JOIN incentive_run r ON r.id = e.run_id WHERE e.id = ${id}`);
  if (entry.kind !== 'award') throw fail('record.wrong-state');
  if (Number(points) === 0 && Number(amount) === 0) throw fail('request.invalid', {}, [{ path: 'points', code: 'required' }]);
  const values = {
    kind: 'correction', month: entry.month, state: 'draft', pack: entry.pack, reason, people: 1, points: Number(points), amount: { amount, currency: CURRENCY }, owner: ctx.actor.userId, unit: entry.awardUnit,
  };
  const run = await insertRecord(ctx, 'incentiveRun', { values });
  await ctx.db.run(sql`
    INSERT INTO incentive_line (id, run_id, person_id, person_unit_id, points, amount, corrects_id) VALUES (${ctx.newId()}, ${run}, ${entry.ownerId}, ${entry.unitId}, ${points}, ${amount}, ${id})`);
  return { id: run, approvalId: await askFor(ctx, await lockRun(ctx, run)) };
}
