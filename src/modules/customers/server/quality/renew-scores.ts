import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { JobRun } from '#platform/jobs/jobs.ts';
import { loadFull } from '#platform/records/get-record.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { type Verified, assess } from './completeness-columns.ts';
import { readRequirements } from './requirements.ts';

const BATCH = 500;

/**
 * Renews every score that was made by other requirements or does not hold today (CU-13), in batches by id, each in its
 * own transaction. Starting again is harmless. Goes round until nothing is left, so that requirements which change
 * meanwhile reach everybody.
 */
export async function renewScores(run: JobRun, services: Services): Promise<'done' | 'again'> {
  let after: Id | null = null;
  let done = 0;
  for (;;) {
    if (run.signal.aborted) return 'again';
    const last: Id | undefined = await renewBatch(services, after, async (tx, count) => {
      done += count;
      await run.progress(tx, done, null);
    });
    if (last === undefined && after === null) return 'done';
    after = last ?? null;
  }
}

type Report = (tx: Parameters<JobRun['progress']>[0], count: number) => Promise<void>;

function renewBatch(services: Services, after: Id | null, report: Report): Promise<Id | undefined> {
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const def = ctx.registry.object(customerObject.key) ?? customerObject;
    const requirements = await readRequirements(ctx.db);
    const today = localDate(ctx.now, ctx.timeZone);
    // A record that a person changes at this moment is left to that write, which computes it itself.
    const due = await ctx.db.rows<{ id: Id; verified: Verified }>(sql`
      SELECT id, verified FROM customer WHERE deleted_at IS NULL AND (${after}::uuid IS NULL OR id > ${after}::uuid)
        AND (completeness_rules IS DISTINCT FROM ${requirements.version} OR completeness_until < ${today}::date)
      ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
    const last = due.at(-1)?.id;
    if (last === undefined) return undefined;
    const verified = new Map(due.map((row) => [row.id, row.verified]));
    const records = await loadFull(ctx, def, due.map(({ id }) => id));
    const scores = records.map((record) => {
      const { score, until } = assess(requirements, record.values, verified.get(record.id) ?? {}, today);
      return { id: record.id, score, until };
    });
    await ctx.db.run(sql`
      UPDATE customer c SET completeness = s.score, completeness_rules = ${requirements.version}, completeness_until = s.until
      FROM json_to_recordset(${JSON.stringify(scores)}::json) AS s (id uuid, score int, until date) WHERE c.id = s.id`);
    await report(ctx.db, due.length);
    return last;
  });
}
