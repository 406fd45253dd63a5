import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Db } from '#platform/db/database.ts';
import type { LineSecurity } from '#platform/mail/smtp-session.ts';

/** A mailbox as stored; the passwords are ciphertext. */
export interface MailboxRow {
  readonly id: Id;
  readonly address: string;
  readonly name: string;
  readonly imap_host: string;
  readonly imap_port: number;
  readonly imap_security: LineSecurity;
  readonly imap_username: string;
  readonly imap_password_cipher: string | null;
  readonly folder: string;
  readonly smtp_host: string | null;
  readonly smtp_port: number | null;
  readonly smtp_security: LineSecurity | null;
  readonly smtp_username: string | null;
  readonly smtp_password_cipher: string | null;
  readonly unit_id: Id | null;
  readonly feeds: string | null;
  readonly signature_zh: string;
  readonly signature_en: string;
  readonly is_active: boolean;
  readonly takes_history: boolean;
  readonly uid_validity: number | null;
  readonly last_uid: number;
  readonly started_at: string | null;
  readonly looked_at: string | null;
  readonly error: string | null;
  readonly failing_since: string | null;
  readonly told_failing_at: string | null;
  readonly imap_pin: string | null;
  readonly imap_pin_pem: string | null;
  readonly is_pushing: boolean;
  readonly push_until: string | null;
  readonly version: number;
}

/** Where it is reached, without who signs in. */
export const imapOfLine = (row: MailboxRow) => ({ host: row.imap_host, port: row.imap_port, security: row.imap_security });

/** Ties a stored password to its place. */
export const secretBinding = (id: Id, line: 'imap' | 'smtp'): string => `mailbox.${id}.${line}`;

export const loadMailbox = (db: Db, id: Id): Promise<MailboxRow | undefined> =>
  db.maybe<MailboxRow>(sql`SELECT * FROM mailbox WHERE id = ${id} AND deleted_at IS NULL`);

export const loadMailboxes = (db: Db): Promise<MailboxRow[]> => db.rows<MailboxRow>(sql`SELECT * FROM mailbox WHERE deleted_at IS NULL ORDER BY address`);

export interface MailboxBrief {
  readonly id: Id;
  readonly address: string;
  readonly name: string;
  readonly unitId: Id | null;
}

/** The active mailboxes that feed something (`service`), in order of their addresses. */
export async function mailboxesFeeding(ctx: Pick<Context, 'db'>, feeds: string): Promise<MailboxBrief[]> {
  return ctx.db.rows<MailboxBrief>(sql`
    SELECT id, address, name, unit_id AS "unitId" FROM mailbox WHERE feeds = ${feeds} AND is_active AND deleted_at IS NULL ORDER BY address`);
}
