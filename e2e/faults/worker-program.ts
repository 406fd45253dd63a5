import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { newId } from '#kernel/ids.ts';
import { openDatabase } from '#platform/db/database.ts';
import { makeJobs } from '#platform/jobs/job-worker.ts';

// A worker for the test that kills it: ten steps, each with an effect inside the database and one outside. The place
// reached commits with the effect (`together`), or after it, as it must not be (`apart`).
const { WORKER_URL = '', WORKER_OUTSIDE = '', WORKER_MODE = 'together', WORKER_STOP = '' } = process.env;
// Between effect and completion of this step the worker stands still, until it is killed.
const pause = (step: number): Promise<void> => wait(String(step) === WORKER_STOP ? 60_000 : 0);

const database = openDatabase({ url: WORKER_URL, max: 3 });
const jobs = makeJobs();
jobs.define({
  name: 'faults.steps',
  handler: async (run) => {
    const { done } = await database.one<{ done: number }>(sql`SELECT done FROM job WHERE id = ${run.id}`);
    for (let step = done; step < 10; step += 1) {
      await fetch(`${WORKER_OUTSIDE}/${run.id}/${step}`, { method: 'POST' });
      const effect = sql`INSERT INTO fault_effect (step) VALUES (${step})`;
      if (WORKER_MODE === 'apart') {
        await database.run(effect);
        process.stdout.write(`step ${step}\n`);
        await pause(step);
        await run.progress(database, step + 1, 10);
      } else {
        await database.transaction(async (tx) => {
          await tx.run(effect);
          process.stdout.write(`step ${step}\n`);
          await pause(step);
          await run.progress(tx, step + 1, 10);
        });
      }
    }
    return 'done';
  },
});
await jobs.start({ database, databaseUrl: WORKER_URL, clock: () => new Date(), newId, log: pino({ level: 'silent' }), isDiskLow: () => false });
process.stdout.write('up\n');
