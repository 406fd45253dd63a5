import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { lineHint } from '#platform/mail/line-hints.ts';
import type { keptMailsAnswer, mailboxAnswer, mailboxesAnswer } from '../mail.answers.ts';
import { inboundMailListeners } from '../mail-listeners.ts';
import { type MailboxRow, loadMailboxes } from './mailbox-rows.ts';

interface Counted {
  readonly id: Id;
  readonly unit_name: string | null;
  readonly received: number;
  readonly unread: number;
  readonly waiting: number;
  readonly failed: number;
}

type Shown = Answered<typeof mailboxAnswer>;

const none = { unit_name: null, received: 0, unread: 0, waiting: 0, failed: 0 };
const moment = (text: string | null): string | null => (text === null ? null : isoTime(text));

function show(now: Date, row: MailboxRow, { unit_name, received, unread, waiting, failed }: Omit<Counted, 'id'>): Shown {
  return {
    id: row.id, version: row.version, address: row.address, name: row.name, folder: row.folder, feeds: row.feeds,
    imap: { host: row.imap_host, port: row.imap_port, security: row.imap_security, username: row.imap_username, hasPassword: row.imap_password_cipher !== null },
    smtp: row.smtp_host === null ? null
      : { host: row.smtp_host, port: row.smtp_port ?? 465, security: row.smtp_security ?? 'tls', username: row.smtp_username, hasPassword: row.smtp_password_cipher !== null },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: unit_name ?? '' }, signatureZh: row.signature_zh, signatureEn: row.signature_en,
    isActive: row.is_active, takesHistory: row.takes_history, lookedAt: moment(row.looked_at), failingSince: moment(row.failing_since), toldFailingAt: moment(row.told_failing_at),
    isHeard: row.is_pushing && row.push_until !== null && new Date(row.push_until) > now, pin: row.imap_pin,
    error: row.error, hint: row.error === null ? null : lineHint(row.error), received, unread, waiting, failed,
  };
}

/** All mailboxes with what they do; never a password. */
export async function showMailboxes(ctx: Context): Promise<Answered<typeof mailboxesAnswer>> {
  const ago = (hours: number) => new Date(ctx.now.getTime() - hours * 3_600_000).toISOString();
  const counts = await ctx.db.rows<Counted>(sql`
    SELECT b.id, u.name AS unit_name,
      (SELECT count(*)::int FROM mail_message m WHERE m.mailbox_id = b.id AND m.direction = 'in' AND m.created_at > ${ago(24)}) AS received,
      (SELECT count(*)::int FROM mail_message m WHERE m.mailbox_id = b.id AND m.direction = 'in' AND m.state IN ('unread', 'waiting')) AS unread,
      (SELECT count(*)::int FROM mail_message m WHERE m.mailbox_id = b.id AND m.direction = 'out' AND m.state IN ('waiting', 'sending')) AS waiting,
      (SELECT count(*)::int FROM mail_message m WHERE m.mailbox_id = b.id AND m.direction = 'out' AND m.state IN ('failed', 'unsure') AND m.ended_at > ${ago(168)}) AS failed
    FROM mailbox b LEFT JOIN org_unit u ON u.id = b.unit_id WHERE b.deleted_at IS NULL`);
  const byId = new Map(counts.map((row) => [row.id, row]));
  const rows = await loadMailboxes(ctx.db);
  return { data: rows.map((row) => show(ctx.now, row, byId.get(row.id) ?? none)), feeds: inboundMailListeners().map((listener) => listener.key) };
}

export async function showMailbox(ctx: Context, id: Id): Promise<Shown> {
  const found = (await showMailboxes(ctx)).data.find((one) => one.id === id);
  if (!found) throw fail('record.not-found');
  return found;
}

interface KeptRow {
  readonly id: Id;
  readonly mailbox: string;
  readonly direction: 'in' | 'out';
  readonly state: 'unread' | 'waiting' | 'failed' | 'unsure';
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly size: number;
  readonly error: string | null;
  readonly attempts: number;
  readonly hasRaw: boolean;
}

/** What the machine could not read or finish, and what of ours did not arrive, newest first. */
export async function listKeptMails(ctx: Context): Promise<Answered<typeof keptMailsAnswer>> {
  const rows = await ctx.db.rows<KeptRow>(sql`
    SELECT m.id, b.address AS mailbox, m.direction, m.state, m.subject, m.from_address AS from, coalesce(m.to_addresses -> 0 ->> 'address', '') AS to, m.happened_at AS at, m.size, m.error,
      m.attempts, m.raw_file_id IS NOT NULL AS "hasRaw"
    FROM mail_message m JOIN mailbox b ON b.id = m.mailbox_id
    WHERE (m.direction = 'in' AND m.state IN ('unread', 'waiting'))
      OR (m.direction = 'out' AND (m.state IN ('failed', 'unsure') OR (m.state = 'waiting' AND m.error IS NOT NULL)) AND m.happened_at > ${new Date(ctx.now.getTime() - 30 * 86_400_000).toISOString()})
    ORDER BY m.happened_at DESC, m.id DESC LIMIT 200`);
  return { data: rows.map((row) => ({ ...row, at: isoTime(row.at) })) };
}
