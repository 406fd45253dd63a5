import sql from 'sql-template-tag';
import type { ServerModule } from '../modules/server-module.ts';
import type { Services } from './services.ts';

const TIDY_JOB = 'upkeep.tidy';
const AT_ONCE = 5_000;
/** A repeated request comes within minutes; a phone that was offline over a weekend, within days. */
const KEEP_DAYS = 4;

/** What nobody needs any more, once a day on one of several servers: answers kept for repeated requests (PL-20). */
export const upkeepModule: ServerModule = {
  name: 'upkeep',
  start: ({ jobs, ...services }) => {
    jobs.define({ name: TIDY_JOB, handler: (run) => forgetAnswers(services, run.signal) });
    jobs.every(TIDY_JOB, 86_400);
    return Promise.resolve();
  },
};

async function forgetAnswers({ database, clock }: Pick<Services, 'database' | 'clock'>, signal: AbortSignal): Promise<'done' | 'again'> {
  const before = new Date(clock().getTime() - KEEP_DAYS * 86_400_000).toISOString();
  while (!signal.aborted) {
    const gone = await database.run(sql`
      DELETE FROM idempotency_key WHERE (actor_id, key) IN (SELECT actor_id, key FROM idempotency_key WHERE created_at < ${before} LIMIT ${AT_ONCE})`);
    if (gone < AT_ONCE) return 'done';
  }
  return 'again';
}
