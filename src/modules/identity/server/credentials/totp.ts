import { randomBytes } from 'node:crypto';
import { NobleCryptoPlugin, ScureBase32Plugin, TOTP, generateURI } from 'otplib';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Account } from '../queries/find-account.ts';

const STEP_SECONDS = 30;
const BASE32 = 'abcdefghjkmnpqrstuvwxyz23456789';

const totp = new TOTP({ crypto: new NobleCryptoPlugin(), base32: new ScureBase32Plugin() });

/** The place to which an authenticator's secret is bound when it is encrypted (SEC-28). */
export const totpBinding = (userId: Id): string => `app_user.totp:${userId}`;

export const makeTotpSecret = (): string => totp.generateSecret();

/** What an authenticator app scans. */
export const totpAddress = (secret: string, username: string, issuer: string): string =>
  generateURI({ issuer, label: username, secret });

/** The time step of the code when it is right, one step before and after allowed, and newer than `lastStep`. */
export async function matchCode(secret: string, code: string, now: Date, lastStep: number | null): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await totp.verify(code, { secret, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return undefined;
  const step = Math.floor(epoch / STEP_SECONDS) + (result.delta ?? 0);
  return lastStep !== null && step <= lastStep ? undefined : step;
}

/**
 * Uses up a code of the authenticator or a recovery code, inside the transaction of the sign-in: each works once, also
 * when two requests bring it at the same moment (SEC-5).
 */
export async function spendSecondFactor(ctx: Context, account: Account, code: string): Promise<'code' | 'recovery-code' | undefined> {
  if (account.totpCipher === null) return undefined;
  const text = code.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
  if (!/^\d{6}$/.test(text)) return (await spendRecoveryCode(ctx, account.id, text)) ? 'recovery-code' : undefined;
  const secret = ctx.secrets.decrypt(account.totpCipher, totpBinding(account.id));
  const step = await matchCode(secret, text, ctx.now, account.totpLastStep);
  if (step === undefined) return undefined;
  const used = await ctx.db.run(sql`
    UPDATE app_user SET totp_last_step = ${step} WHERE id = ${account.id} AND coalesce(totp_last_step, 0) < ${step}`);
  return used === 1 ? 'code' : undefined;
}

const hashRecoveryCode = (ctx: Context, userId: Id, code: string): string => ctx.secrets.blindIndex(code, `recovery-code:${userId}`);

async function spendRecoveryCode(ctx: Context, userId: Id, code: string): Promise<boolean> {
  const used = await ctx.db.run(sql`
    UPDATE recovery_code SET used_at = ${ctx.now.toISOString()}
    WHERE user_id = ${userId} AND code_hash = ${hashRecoveryCode(ctx, userId, code)} AND used_at IS NULL`);
  return used === 1;
}

/** Ten new codes, the old ones end; only their hashes stay. About 49 bits each, written `abcde-fghij`. */
export async function replaceRecoveryCodes(ctx: Context, userId: Id): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () =>
    Array.from(randomBytes(10), (byte) => BASE32[byte % BASE32.length]).join(''));
  const hashes = codes.map((code) => hashRecoveryCode(ctx, userId, code));
  await ctx.db.run(sql`DELETE FROM recovery_code WHERE user_id = ${userId}`);
  await ctx.db.run(sql`INSERT INTO recovery_code (user_id, code_hash) SELECT ${userId}, unnest(${hashes}::text[])`);
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}
