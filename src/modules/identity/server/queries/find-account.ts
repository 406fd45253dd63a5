import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { toLocale } from '../load-actor.ts';

/** What is needed to check who somebody is. Never leaves the server. */
export interface Account {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly locale: Locale;
  readonly isActive: boolean;
  readonly passwordHash: string | null;
  readonly totpCipher: string | null;
  readonly totpLastStep: number | null;
  /** Signed in from this address within the last 30 days (SEC-3). */
  readonly isKnownOrigin: boolean;
}

interface AccountRow {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly locale: string;
  readonly is_active: boolean;
  readonly password_hash: string | null;
  readonly totp_cipher: string | null;
  readonly totp_last_step: number | null;
  readonly is_known: boolean;
}

/** The account of a username, whatever its case and width; undefined when there is none. */
export function findAccountByUsername(ctx: Context, username: string): Promise<Account | undefined> {
  return toAccount(ctx, sql`lower(u.username) = ${normaliseUsername(username).toLowerCase()}`);
}

export const findAccountById = (ctx: Context, id: Id): Promise<Account | undefined> => toAccount(ctx, sql`u.id = ${id}`);

/** The form in which usernames are stored and compared. */
export const normaliseUsername = (text: string): string => text.normalize('NFKC').trim();

async function toAccount(ctx: Context, condition: ReturnType<typeof sql>): Promise<Account | undefined> {
  const since = new Date(ctx.now.getTime() - 30 * 86_400_000).toISOString();
  const row = await ctx.db.maybe<AccountRow>(sql`
    SELECT u.id, u.username, u.name, u.locale, u.is_active, u.password_hash, u.totp_cipher, u.totp_last_step,
      EXISTS (SELECT 1 FROM session s WHERE s.user_id = u.id AND s.ip = ${ctx.ip} AND s.created_at > ${since}) AS is_known
    FROM app_user u WHERE ${condition} AND u.deleted_at IS NULL`);
  if (row === undefined) return undefined;
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    locale: toLocale(row.locale),
    isActive: row.is_active,
    passwordHash: row.password_hash,
    totpCipher: row.totp_cipher,
    totpLastStep: row.totp_last_step,
    isKnownOrigin: row.is_known,
  };
}
