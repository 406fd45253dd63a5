import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import { type MailIdentity, doubledKey } from './mail-identity.ts';

/** Whether this mail was taken in: the same key and origin, or the key made for another origin under the same Message-ID. */
export async function isKnown(db: Db, mailboxId: Id, identity: MailIdentity): Promise<boolean> {
  const row = await db.maybe(sql`
    SELECT 1 FROM mail_message WHERE mailbox_id = ${mailboxId} AND direction = 'in'
      AND ((dedupe_key = ${identity.dedupeKey} AND origin_hash = ${identity.originHash}) OR dedupe_key = ${doubledKey(identity)})`);
  return row !== undefined;
}

/** The key under which it is noted down; undefined when it is there already. The caller holds the lock of the key. */
export async function freeKey(db: Db, mailboxId: Id, identity: MailIdentity): Promise<string | undefined> {
  if (await isKnown(db, mailboxId, identity)) return undefined;
  const other = await db.maybe(sql`SELECT 1 FROM mail_message WHERE mailbox_id = ${mailboxId} AND direction = 'in' AND dedupe_key = ${identity.dedupeKey}`);
  return other === undefined ? identity.dedupeKey : doubledKey(identity);
}

/** One after the other: the second to take the same mail waits for the first and finds it there. */
export const lockKey = (db: Db, mailboxId: Id, identity: MailIdentity): Promise<number> =>
  db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mail ${mailboxId} ${identity.dedupeKey}`}, 0))`);
