import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type MailboxRow, loadMailbox, secretBinding } from '../queries/mailbox-rows.ts';

const host = z.string().trim().regex(/^[a-z0-9:][a-z0-9.:-]*$/i).max(253);
const port = z.int().min(1).max(65535);
const security = z.enum(['tls', 'starttls', 'none']);
/** Absent keeps the stored one. */
const password = z.string().min(1).max(500).optional();

export const mailboxBody = z.strictObject({
  address: z.string().trim().toLowerCase().max(320).regex(/^[^\s<>@",;]+@[^\s<>@",;]+$/),
  name: z.string().trim().min(1).max(100).regex(/^[^<>\r\n"]+$/),
  imap: z.strictObject({ host, port, security, username: z.string().trim().min(1).max(200), password }),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
  /** Null: by the company's mail server. */
  smtp: z.strictObject({ host, port, security, username: z.string().trim().min(1).max(200).nullable(), password }).nullable(),
  unit: z.uuid().toLowerCase().nullable(),
  feeds: z.string().max(60).regex(/^[a-z][a-zA-Z]*$/).nullable(),
  signatureZh: z.string().max(2_000).default(''), signatureEn: z.string().max(2_000).default(''),
  isActive: z.boolean().default(true), takesHistory: z.boolean().default(false),
});
export type MailboxBody = z.infer<typeof mailboxBody>;

interface Line {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly username: string | null;
  readonly password?: string | undefined;
}

/** A stored password never goes to another server or user, nor over an open line to another machine (SEC-33). */
function cipherOf(ctx: Context, id: Id, kind: 'imap' | 'smtp', line: Line, before: (Line & { readonly cipher: string | null }) | undefined): string | null {
  const isSamePlace = before?.host === line.host && before.port === line.port && before.username === line.username && before.security === line.security;
  const isLocal = /^(localhost|127\.0\.0\.1|::1)$/.test(line.host);
  const hasPassword = line.password !== undefined || (before?.cipher ?? null) !== null;
  if (hasPassword && line.security === 'none' && !isLocal) throw wrong(`${kind}.security`, 'not-allowed');
  if (line.password !== undefined) return ctx.secrets.encrypt(line.password, secretBinding(id, kind));
  if (before?.cipher != null && isSamePlace) return before.cipher;
  if (kind === 'imap' || (before?.cipher != null && line.username !== null)) throw wrong(`${kind}.password`, 'required');
  return null;
}

const wrong = (path: string, code: string) => fail('record.invalid', { count: 1 }, [{ path, code }]);

const imapLine = (row: MailboxRow) => ({ host: row.imap_host, port: row.imap_port, security: row.imap_security, username: row.imap_username, cipher: row.imap_password_cipher });
const smtpLine = (row: MailboxRow) => (row.smtp_host === null ? undefined
  : { host: row.smtp_host, port: row.smtp_port ?? 0, security: row.smtp_security ?? '', username: row.smtp_username, cipher: row.smtp_password_cipher });

/** Sets up a mailbox, or changes one; answers its id. Another server or folder begins with a first look of its own. */
export async function saveMailbox(ctx: Context, id: Id | undefined, body: MailboxBody): Promise<Id> {
  const before = id === undefined ? undefined : await loadMailbox(ctx.db, id);
  if (id !== undefined && !before) throw fail('record.not-found');
  const boxId = id ?? ctx.newId();
  const twin = await ctx.db.maybe(sql`SELECT 1 FROM mailbox WHERE address = ${body.address} AND id <> ${boxId} AND deleted_at IS NULL`);
  if (twin !== undefined) throw wrong('address', 'taken');
  const imapCipher = cipherOf(ctx, boxId, 'imap', body.imap, before && imapLine(before));
  const smtpCipher = body.smtp === null ? null : cipherOf(ctx, boxId, 'smtp', body.smtp, before && smtpLine(before));
  const isMoved = isElsewhere(before, body);
  const isOtherServer = before?.imap_host !== body.imap.host || before.imap_port !== body.imap.port;
  const now = ctx.now.toISOString();
  const { imap } = body;
  const smtp = body.smtp ?? { host: null, port: null, security: null, username: null };
  await ctx.db.run(sql`
    INSERT INTO mailbox (id, address, name, imap_host, imap_port, imap_security, imap_username, imap_password_cipher, folder, smtp_host, smtp_port, smtp_security, smtp_username,
      smtp_password_cipher, unit_id, feeds, signature_zh, signature_en, is_active, takes_history, created_at, created_by, updated_at, updated_by)
    VALUES (${boxId}, ${body.address}, ${body.name}, ${imap.host}, ${imap.port}, ${imap.security}, ${imap.username}, ${imapCipher}, ${body.folder}, ${smtp.host}, ${smtp.port},
      ${smtp.security}, ${smtp.username}, ${smtpCipher}, ${body.unit}, ${body.feeds}, ${body.signatureZh}, ${body.signatureEn}, ${body.isActive}, ${body.takesHistory},
      ${now}, ${ctx.actor.userId}, ${now}, ${ctx.actor.userId})
    ON CONFLICT (id) DO UPDATE SET address = excluded.address, name = excluded.name, imap_host = excluded.imap_host, imap_port = excluded.imap_port, imap_security = excluded.imap_security,
      imap_username = excluded.imap_username, imap_password_cipher = excluded.imap_password_cipher, folder = excluded.folder, smtp_host = excluded.smtp_host, smtp_port = excluded.smtp_port,
      smtp_security = excluded.smtp_security, smtp_username = excluded.smtp_username, smtp_password_cipher = excluded.smtp_password_cipher, unit_id = excluded.unit_id, feeds = excluded.feeds,
      signature_zh = excluded.signature_zh, signature_en = excluded.signature_en, is_active = excluded.is_active, takes_history = excluded.takes_history,
      imap_pin = CASE WHEN ${isOtherServer} THEN NULL ELSE mailbox.imap_pin END, imap_pin_pem = CASE WHEN ${isOtherServer} THEN NULL ELSE mailbox.imap_pin_pem END,
      uid_validity = CASE WHEN ${isMoved} THEN NULL ELSE mailbox.uid_validity END, started_at = CASE WHEN ${isMoved} THEN NULL ELSE mailbox.started_at END,
      version = mailbox.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  await writeAudit(ctx, [{ action: before ? 'update' : 'create', object: 'mailbox', recordId: boxId, detail: told(body) }]);
  return boxId;
}

/** Its place in the old folder means nothing in another one. */
const isElsewhere = (before: MailboxRow | undefined, { imap, folder }: MailboxBody): boolean =>
  !before || before.imap_host !== imap.host || before.imap_username !== imap.username || before.folder !== folder;

/** What the trail says of it: everything but passwords. */
function told({ imap, smtp, ...rest }: MailboxBody): Readonly<Record<string, unknown>> {
  const line = (given: Line | null) => given && { host: given.host, port: given.port, security: given.security, username: given.username, isPasswordChanged: given.password !== undefined };
  return { ...rest, imap: line(imap), smtp: line(smtp) };
}

/** Takes a mailbox away; its mails stay. The passwords go with it. */
export async function removeMailbox(ctx: Context, id: Id): Promise<void> {
  const removed = await ctx.db.run(sql`
    UPDATE mailbox SET deleted_at = ${ctx.now.toISOString()}, is_active = false, imap_password_cipher = NULL, smtp_password_cipher = NULL WHERE id = ${id} AND deleted_at IS NULL`);
  if (removed === 0) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'delete', object: 'mailbox', recordId: id }]);
}
