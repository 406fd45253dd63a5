import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Services } from '#platform/runtime/services.ts';
import { scanDuplicates } from './duplicate-scan.ts';
import { renewScores } from './renew-scores.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { qualityRun } from './quality.answers.ts';

export const SCORES_JOB = 'customers.renew-scores';
const DAILY_SCORES_JOB = 'customers.renew-scores-hourly';
export const SCAN_JOB = 'customers.duplicate-scan';

const HOUR_S = 3_600;

/** Says what the module's long work is. Checks grow old by the day, so scores are looked after every hour (CU-13). */
export function defineQualityJobs(services: Services): void {
  for (const name of [SCORES_JOB, DAILY_SCORES_JOB]) services.jobs.define({ name, handler: (run) => renewScores(run, services), isLong: true });
  services.jobs.every(DAILY_SCORES_JOB, HOUR_S);
  services.jobs.define({ name: SCAN_JOB, handler: (run) => scanDuplicates(run, services), isLong: true });
}

export type QualityRun = Answered<typeof qualityRun>;

/** The last run of each kind. */
export async function listRuns(ctx: Pick<Context, 'db'>): Promise<QualityRun[]> {
  const rows = await ctx.db.rows<QualityRun>(sql`
    SELECT DISTINCT ON (name) CASE WHEN name = ${SCAN_JOB} THEN 'duplicates' ELSE 'scores' END AS kind, state, done, total,
      started_at AS "startedAt", finished_at AS "finishedAt"
    FROM job WHERE name IN (${SCORES_JOB}, ${SCAN_JOB}) ORDER BY name, id DESC`);
  return rows.map((row) => ({ ...row, startedAt: row.startedAt && isoTime(row.startedAt), finishedAt: row.finishedAt && isoTime(row.finishedAt) }));
}

/** Adds a job unless one is open; answers whether it was added. */
export const startJob = async (services: Services, ctx: Context, name: string): Promise<boolean> =>
  (await services.jobs.enqueue(ctx, name, {}, { key: name })) !== undefined;
