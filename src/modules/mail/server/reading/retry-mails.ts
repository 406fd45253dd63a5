import { buffer } from 'node:stream/consumers';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';
import { loadMailbox } from '../queries/mailbox-rows.ts';
import { mailStore } from '../taking/store-parts.ts';
import type { Taken } from '../taking/incoming-mail.ts';
import { takeMail } from '../taking/take-mail.ts';

interface KeptRow {
  readonly id: Id;
  readonly mailbox_id: Id;
  readonly happened_at: string;
  readonly key: string;
  readonly error: string | null;
}

/** Takes a mail that was kept once more, from its stored bytes; undefined when there is none to be tried. */
export async function retryMail(services: Services, id: Id): Promise<Taken | undefined> {
  const row = await services.database.maybe<KeptRow>(sql`
    SELECT m.id, m.mailbox_id, m.happened_at, m.error, f.store_key AS key FROM mail_message m JOIN file_object f ON f.id = m.raw_file_id
    WHERE m.id = ${id} AND m.direction = 'in' AND m.state IN ('unread', 'waiting')`);
  const box = row && (await loadMailbox(services.database, row.mailbox_id));
  if (!row || !box) return undefined;
  const raw = await buffer(await mailStore(services).open(row.key));
  return takeMail(services, box, { raw, receivedAt: new Date(row.happened_at), replaces: id, isCut: row.error === 'too-large' });
}

/** Tries again what failed on its effect and is due. */
export async function retryDue(services: Services): Promise<void> {
  const due = await services.database.rows<{ id: Id }>(sql`
    SELECT id FROM mail_message WHERE direction = 'in' AND state = 'waiting' AND due_at <= ${services.clock().toISOString()} ORDER BY due_at LIMIT 50`);
  for (const { id } of due) await retryMail(services, id);
}
