import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readHeaders } from '../parsing/header-block.ts';
import { type ParsedMail, parseMail } from '../parsing/parse-mail.ts';
import type { MailboxRow } from '../queries/mailbox-rows.ts';
import type { IncomingMail, Prepared, Taken } from './incoming-mail.ts';
import { insertMail } from './insert-mail.ts';
import { isKnown } from './known-mail.ts';
import { identityOf } from './mail-identity.ts';
import { type StoredAttachment, type StoredBytes, forget, storeAttachment, storeBytes } from './store-parts.ts';

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\0/g, '').toWellFormed().slice(0, 500);

async function prepare(services: Services, incoming: IncomingMail): Promise<Prepared> {
  if (incoming.isCut === true) return { kind: 'unread', error: 'too-large' };
  let mail: ParsedMail;
  try {
    mail = await parseMail(incoming.raw);
  } catch (error) {
    return { kind: 'unread', error: words(error) };
  }
  const attachments: StoredAttachment[] = [];
  for (const part of mail.attachments) attachments.push(await storeAttachment(services, part));
  return { kind: 'parsed', mail, attachments };
}

/**
 * Takes a mail in exactly once, its effect in the same transaction (SE-30, REL-7). What cannot be parsed, and what a
 * listener failed on, is kept all the same and never stops the next one; throws only when nothing can be written at all.
 */
export async function takeMail(services: Services, mailbox: MailboxRow, incoming: IncomingMail): Promise<Taken> {
  const identity = identityOf(readHeaders(incoming.raw), incoming.raw);
  if (!identity) throw new Error('a mail without an identity');
  if (incoming.replaces === undefined && (await isKnown(services.database, mailbox.id, identity))) return 'known';
  const prepared = await prepare(services, incoming);
  const raw = await storeBytes(services, incoming.raw, 'mail.eml', 'message/rfc822');
  const files: (StoredBytes | undefined)[] = [raw, ...(prepared.kind === 'parsed' ? prepared.attachments.map((one) => one.file) : [])];
  const insert = (given: Prepared, failure?: string) => runAction(services, { actor: systemActor(services) }, (ctx) =>
    insertMail(ctx, mailbox, { incoming, identity, prepared: given, raw, ...(failure !== undefined && { failure }) }));
  let taken: Taken = 'known';
  try {
    taken = await insert(prepared).catch(async (error: unknown) => {
      services.log.error({ err: error, mailbox: mailbox.address }, 'a mail’s effect failed');
      // Where even its parts cannot be written, the mail itself still can: it must not stand in the way of the next one.
      return insert(prepared, words(error)).catch(() => insert({ kind: 'unread', error: words(error) }));
    });
    return taken;
  } finally {
    // Either another server had it first, or nothing could be written: both ways nobody names these bytes.
    if (taken === 'known') await forget(services, files);
  }
}
