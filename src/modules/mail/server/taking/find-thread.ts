import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ParsedMail } from '../parsing/parse-mail.ts';
import { tokenIn, tokenOf } from '../../rules/reference-token.ts';
import type { RecordLink } from '../mail-types.ts';

export interface ThreadRow {
  readonly id: Id;
  readonly token: string;
  readonly about_object: string | null;
  readonly about_id: Id | null;
}

export const aboutOf = (row: { readonly about_object: string | null; readonly about_id: Id | null }): RecordLink | null =>
  row.about_object === null || row.about_id === null ? null : { object: row.about_object, id: row.about_id };

/** The thread of the nearest mail that this one names, in this mailbox or sent by us; then by our token; never by subject. */
export async function findThread(ctx: Context, mailboxId: Id, mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'subject'>): Promise<ThreadRow | undefined> {
  const ids = [...mail.references, ...(mail.inReplyTo === null ? [] : [mail.inReplyTo])];
  const named = ids.length === 0 ? undefined : await ctx.db.maybe<ThreadRow>(sql`
    SELECT t.id, t.token, t.about_object, t.about_id FROM mail_message m JOIN mail_thread t ON t.id = m.thread_id
    WHERE m.message_id = ANY(${ids}::text[]) AND (m.mailbox_id = ${mailboxId} OR m.direction = 'out')
    ORDER BY array_position(${ids}::text[], m.message_id) DESC, m.happened_at DESC LIMIT 1`);
  if (named) return named;
  const token = tokenIn(mail.subject);
  return token === undefined ? undefined : ctx.db.maybe<ThreadRow>(sql`SELECT id, token, about_object, about_id FROM mail_thread WHERE token = ${token}`);
}

/** A new thread with a token of its own. */
export async function makeThread(ctx: Context, mailboxId: Id, about: RecordLink | null): Promise<ThreadRow> {
  const id = ctx.newId();
  const token = tokenOf(id);
  await ctx.db.run(sql`
    INSERT INTO mail_thread (id, mailbox_id, token, about_object, about_id, created_at)
    VALUES (${id}, ${mailboxId}, ${token}, ${about?.object ?? null}, ${about?.id ?? null}, ${ctx.now.toISOString()})`);
  return { id, token, about_object: about?.object ?? null, about_id: about?.id ?? null };
}

export interface Person {
  readonly customerId: Id | null;
  readonly contactId: Id | null;
}

/** Who has this address; nobody when it stands at more than one customer. */
export async function findPerson(ctx: Context, address: string | undefined): Promise<Person> {
  const nobody = { customerId: null, contactId: null };
  if (address === undefined || address === '') return nobody;
  const rows = await ctx.db.rows<{ customer_id: Id; contact_id: Id | null }>(sql`
    SELECT k.customer_id, k.id AS contact_id FROM contact k JOIN customer c ON c.id = k.customer_id AND c.deleted_at IS NULL
      WHERE lower(k.email) = ${address} AND k.deleted_at IS NULL
    UNION ALL SELECT c.id, NULL FROM customer c WHERE lower(c.email) = ${address} AND c.deleted_at IS NULL LIMIT 20`);
  const customers = new Set(rows.map((row) => row.customer_id));
  const [customerId] = customers;
  if (customers.size !== 1 || customerId === undefined) return nobody;
  const contacts = rows.flatMap((row) => row.contact_id ?? []);
  return { customerId, contactId: contacts.length === 1 ? (contacts[0] ?? null) : null };
}

/** The customer of the thread's latest mail that has one: colleagues of a known customer often write from other addresses. */
export async function customerOfThread(ctx: Context, threadId: Id): Promise<Id | null> {
  const row = await ctx.db.maybe<{ id: Id }>(sql`
    SELECT customer_id AS id FROM mail_message WHERE thread_id = ${threadId} AND customer_id IS NOT NULL ORDER BY happened_at DESC LIMIT 1`);
  return row?.id ?? null;
}
