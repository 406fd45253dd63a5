import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import { isoTime } from '../db/database.ts';
import { type Answered, nothing } from '../http/answer.ts';
import { jobsAnswer } from './job.answers.ts';

const shared = { access: { right: 'admin.jobs' }, tag: 'jobs' } as const;
const onJob = z.object({ id: z.uuid() });
const listQuery = z.strictObject({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.uuid().optional(),
});

/** Background work for the administrator (PL-3): what runs, how far, what failed; try again, cancel. */
export const jobRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/jobs', kind: 'query', summary: 'Background jobs, newest first', answer: jobsAnswer, query: listQuery,
    handle: async (ctx, { query }) => {
      const data = await listJobs(ctx, query);
      return { data, page: { next: data.length === query.limit ? (data.at(-1)?.id ?? null) : null, total: null } };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/jobs/:id/retry', kind: 'action', summary: 'Try a failed job again', answer: nothing, params: onJob,
    handle: async (ctx, { params }) => {
      const changed = await ctx.db.run(sql`
        UPDATE job SET state = 'waiting', attempts = 0, run_at = ${ctx.now.toISOString()}, finished_at = NULL
        WHERE id = ${params.id} AND state IN ('failed', 'cancelled')
          AND NOT EXISTS (SELECT 1 FROM job o WHERE o.key = job.key AND o.state IN ('waiting', 'running'))`);
      if (changed === 0) throw fail('import.wrong-state');
      await writeAudit(ctx, [{ action: 'job-retry', detail: { job: params.id } }]);
      ctx.afterCommit(() => services.jobs.wake());
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/jobs/:id/cancel', kind: 'action', summary: 'Cancel a job', answer: nothing, params: onJob,
    handle: async (ctx, { params }) => {
      const changed = await ctx.db.run(sql`
        UPDATE job SET state = 'cancelled', finished_at = ${ctx.now.toISOString()}
        WHERE id = ${params.id} AND state IN ('waiting', 'running')`);
      if (changed === 0) throw fail('import.wrong-state');
      await writeAudit(ctx, [{ action: 'job-cancel', detail: { job: params.id } }]);
    },
  }),
];

type ListedJob = Answered<typeof jobsAnswer>['data'][number];

const orIso = (time: string | null): string | null => time && isoTime(time);

async function listJobs(ctx: Context, query: z.infer<typeof listQuery>): Promise<ListedJob[]> {
  const rows = await ctx.db.rows<ListedJob>(sql`
    SELECT j.id, j.name, j.state, j.attempts, j.done, j.total, j.error, j.run_at AS "runAt", j.created_at AS "createdAt",
      j.started_at AS "startedAt", j.finished_at AS "finishedAt", u.name AS "actor"
    FROM job j LEFT JOIN app_user u ON u.id = j.actor_id
    WHERE (${query.state ?? null}::text IS NULL OR j.state = ${query.state ?? null})
      AND (${query.before ?? null}::uuid IS NULL OR j.id < ${query.before ?? null}::uuid)
    ORDER BY j.id DESC LIMIT ${query.limit}`);
  return rows.map((row) => ({
    ...row, runAt: isoTime(row.runAt), createdAt: isoTime(row.createdAt), startedAt: orIso(row.startedAt), finishedAt: orIso(row.finishedAt),
  }));
}
