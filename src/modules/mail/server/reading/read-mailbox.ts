import type { ImapFlow } from 'imapflow';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readHeaders } from '../parsing/header-block.ts';
import { type MailboxRow, loadMailbox } from '../queries/mailbox-rows.ts';
import { isKnown } from '../taking/known-mail.ts';
import { identityOf } from '../taking/mail-identity.ts';
import { takeMail } from '../taking/take-mail.ts';
import { noteFailure, noteSuccess } from './note-look.ts';
import { imapError, imapOf, withImap } from '../line/imap-line.ts';

/** Bytes; of larger mails only the headers are kept, and the mail stands as unread by the machine. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024;
/** Mails of one look; then other work has its turn. */
const AT_ONCE = 200;
const DAY_MS = 86_400_000;

/** `more`: there are further mails, look again at once. */
export type Look = 'done' | 'more' | 'failed';

/**
 * Looks into a mailbox and takes in what is new, in the order in which it came (SE-30). Nothing in the mailbox is changed:
 * people may read it beside us. The place reached is written after each mail; a mail that was taken and not yet counted
 * is recognised. What went wrong stands in the mailbox's row; nothing is thrown for it.
 */
export async function readMailbox(services: Services, id: Id, signal: AbortSignal): Promise<Look> {
  const box = await loadMailbox(services.database, id);
  if (!box?.is_active || services.isDiskLow()) return 'done';
  try {
    const hasMore = await withImap(imapOf(services, box), (client) => look(services, client, box, signal));
    await noteSuccess(services, id);
    return hasMore ? 'more' : 'done';
  } catch (error) {
    await noteFailure(services, id, imapError(error));
    return 'failed';
  }
}

interface Place {
  readonly lastUid: number;
  /** A mailbox whose numbers began anew is gone through again from there on; what is known is not fetched. */
  readonly since: Date | undefined;
}

/** The place to go on from. The first look begins behind what lies there, unless the history is wanted. */
async function placeOf(services: Services, box: MailboxRow, opened: { readonly uidValidity: number; readonly uidNext: number }): Promise<Place> {
  if (box.uid_validity === opened.uidValidity) return { lastUid: box.last_uid, since: undefined };
  const now = services.clock();
  const isFirst = box.started_at === null;
  const lastUid = isFirst && !box.takes_history ? opened.uidNext - 1 : 0;
  await services.database.run(sql`
    UPDATE mailbox SET uid_validity = ${opened.uidValidity}, last_uid = ${lastUid}, started_at = coalesce(started_at, ${now.toISOString()}::timestamptz) WHERE id = ${box.id}`);
  return { lastUid, since: isFirst || box.takes_history || box.started_at === null ? undefined : new Date(new Date(box.started_at).getTime() - DAY_MS) };
}

async function look(services: Services, client: ImapFlow, box: MailboxRow, signal: AbortSignal): Promise<boolean> {
  const opened = await client.mailboxOpen(box.folder, { readOnly: true });
  const place = await placeOf(services, box, { uidValidity: Number(opened.uidValidity), uidNext: opened.uidNext });
  if (opened.exists === 0) return false;
  const found = await client.search({ uid: `${place.lastUid + 1}:*`, ...(place.since && { since: place.since }) }, { uid: true });
  // `n:*` names the last mail even where it is before n.
  const uids = (Array.isArray(found) ? found : []).filter((uid) => uid > place.lastUid).toSorted((one, other) => one - other);
  for (const uid of uids.slice(0, AT_ONCE)) {
    if (signal.aborted) return false;
    await takeOne(services, client, box, uid);
    await services.database.run(sql`UPDATE mailbox SET last_uid = ${uid} WHERE id = ${box.id} AND uid_validity = ${Number(opened.uidValidity)}`);
  }
  return uids.length > AT_ONCE;
}

async function takeOne(services: Services, client: ImapFlow, box: MailboxRow, uid: number): Promise<void> {
  const head = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true, headers: true }, { uid: true });
  // Somebody deleted it a moment ago.
  if (!head) return;
  const receivedAt = new Date(head.internalDate ?? services.clock());
  const headers = head.headers ?? Buffer.alloc(0);
  const identity = identityOf(readHeaders(headers), undefined);
  if (identity && (await isKnown(services.database, box.id, identity))) return;
  if ((head.size ?? 0) > MAX_MAIL_BYTES) {
    await takeMail(services, box, { raw: headers, receivedAt, isCut: true });
    return;
  }
  const whole = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  if (!whole || !whole.source) return;
  await takeMail(services, box, { raw: whole.source, receivedAt });
}
