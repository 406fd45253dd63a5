import sql from 'sql-template-tag';
import { insertJob } from '#platform/jobs/job-store.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readMailServer } from './mail-server.ts';
import { MAIL_JOB } from './mail-job.ts';

const TOO_OLD_DAYS = 3;
const KEEP_DAYS = 180;
const UNREAD_DAYS = 400;

/** Starts the sender for mails that have become due, gives up those nobody needs any more, and takes away old rows. */
export async function sweepMails(services: Pick<Services, 'database' | 'secrets' | 'mail' | 'clock' | 'newId'>): Promise<void> {
  const { database } = services;
  const now = services.clock();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await database.run(sql`
    UPDATE notification_delivery SET state = 'failed', error = coalesce(error, 'the mail server could not be reached for three days'), ended_at = ${now.toISOString()}
    WHERE state = 'waiting' AND due_at < ${daysAgo(TOO_OLD_DAYS)} AND attempts = 0`);
  await database.run(sql`
    DELETE FROM notification WHERE created_at < ${daysAgo(UNREAD_DAYS)} OR (read_at IS NOT NULL AND created_at < ${daysAgo(KEEP_DAYS)})`);
  const due = await database.maybe(sql`
    SELECT 1 FROM notification_delivery WHERE channel = 'mail' AND (state = 'sending' OR (state = 'waiting' AND due_at <= ${now.toISOString()})) LIMIT 1`);
  if (due === undefined) return;
  if ((await readMailServer({ db: database, secrets: services.secrets }, services.mail)) === undefined) {
    // Old news must not pour out on the day on which mail is set up.
    await database.run(sql`
      UPDATE notification_delivery SET state = 'dropped', ended_at = ${now.toISOString()} WHERE state = 'waiting' AND due_at <= ${now.toISOString()}`);
    return;
  }
  await insertJob({ db: database, now, newId: services.newId, actorId: null }, MAIL_JOB, {}, { key: MAIL_JOB });
}
