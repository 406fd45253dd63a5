import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { insertJob } from '#platform/jobs/job-store.ts';
import type { Services } from '#platform/runtime/services.ts';
import { READ_JOB, SEND_JOB } from '../sending/mail-jobs.ts';
import { retryDue } from './retry-mails.ts';

/** Minutes between looks into a mailbox that says itself when something comes. */
const HEARD_MINUTES = 10;

/** Each minute: a look into every mailbox that nobody listens to (at most one under way for each, by the job's key), and what waits leaves. */
export async function sweepMailboxes(services: Services): Promise<void> {
  const now = services.clock();
  const from = { db: services.database, now, newId: services.newId, actorId: null };
  const boxes = await services.database.rows<{ id: Id }>(sql`
    SELECT id FROM mailbox WHERE is_active AND deleted_at IS NULL
      AND NOT coalesce(error IS NULL AND is_pushing AND push_until > ${now.toISOString()} AND looked_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${HEARD_MINUTES}), false)
    ORDER BY looked_at NULLS FIRST`);
  for (const { id } of boxes) await insertJob(from, READ_JOB, { mailbox: id }, { key: `${READ_JOB}:${id}` });
  const due = await services.database.maybe(sql`
    SELECT 1 FROM mail_message WHERE direction = 'out' AND (state = 'sending' OR (state = 'waiting' AND due_at <= ${now.toISOString()})) LIMIT 1`);
  if (due !== undefined) await insertJob(from, SEND_JOB, {}, { key: SEND_JOB });
  await retryDue(services);
}
