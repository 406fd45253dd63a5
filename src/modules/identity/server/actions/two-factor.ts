import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { companyName } from '../queries/people-facts.ts';
import { makeTotpSecret, matchCode, replaceRecoveryCodes, totpAddress, totpBinding } from '../credentials/totp.ts';

export interface TwoFactorStart {
  /** `otpauth://totp/…`. */
  readonly address: string;
  /** For typing in by hand, base32. */
  readonly secret: string;
  /** SVG text. */
  readonly qr: string;
}

/** Shows a new authenticator; it counts only once a code of it was entered. */
export async function startTwoFactor(ctx: Context): Promise<TwoFactorStart> {
  const { userId, username } = ctx.actor;
  const secret = makeTotpSecret();
  const cipher = ctx.secrets.encrypt(secret, totpBinding(userId));
  await ctx.db.run(sql`UPDATE app_user SET totp_pending_cipher = ${cipher} WHERE id = ${userId}`);
  const address = totpAddress(secret, username, (await companyName(ctx)) || 'Zhike');
  // Loaded when somebody sets it up (PL-71).
  const { default: QRCode } = await import('qrcode');
  return { address, secret, qr: await QRCode.toString(address, { type: 'svg', margin: 1 }) };
}

/** Switches the second factor on; the recovery codes are shown this once (SEC-5). */
export async function confirmTwoFactor(services: BaseServices, ctx: Context, code: string): Promise<{ recoveryCodes: string[] }> {
  const { userId } = ctx.actor;
  const row = await ctx.db.maybe<{ pending: string | null }>(sql`
    SELECT totp_pending_cipher AS pending FROM app_user WHERE id = ${userId} FOR UPDATE`);
  const pending = row?.pending ?? null;
  if (pending === null) throw fail('record.not-found');
  const digits = code.normalize('NFKC').replace(/\s/g, '');
  const step = await matchCode(ctx.secrets.decrypt(pending, totpBinding(userId)), digits, ctx.now, null);
  if (step === undefined) throw fail('auth.second-factor-wrong');
  await ctx.db.run(sql`
    UPDATE app_user SET totp_cipher = totp_pending_cipher, totp_pending_cipher = NULL, totp_last_step = ${step} WHERE id = ${userId}`);
  const recoveryCodes = await replaceRecoveryCodes(ctx, userId);
  await writeAudit(ctx, [{ action: 'two-factor-on', object: 'session', recordId: userId }]);
  dropActors(services, ctx);
  return { recoveryCodes };
}

/** Takes the second factor away, by the person or by an administrator for a lost telephone. */
export async function removeTwoFactor(services: BaseServices, ctx: Context, userId: Id): Promise<void> {
  const had = await ctx.db.run(sql`
    UPDATE app_user SET totp_cipher = NULL, totp_pending_cipher = NULL, totp_last_step = NULL
    WHERE id = ${userId} AND totp_cipher IS NOT NULL`);
  if (had === 0) throw fail('record.not-found');
  await ctx.db.run(sql`DELETE FROM recovery_code WHERE user_id = ${userId}`);
  await writeAudit(ctx, [{ action: 'two-factor-off', object: 'session', recordId: userId }]);
  dropActors(services, ctx);
}

/** Ten new recovery codes for oneself; the old ones end. */
export async function renewRecoveryCodes(ctx: Context): Promise<{ recoveryCodes: string[] }> {
  const { userId } = ctx.actor;
  const row = await ctx.db.one<{ is_on: boolean }>(sql`SELECT totp_cipher IS NOT NULL AS is_on FROM app_user WHERE id = ${userId}`);
  if (!row.is_on) throw fail('record.not-found');
  const recoveryCodes = await replaceRecoveryCodes(ctx, userId);
  await writeAudit(ctx, [{ action: 'recovery-codes', object: 'session', recordId: userId }]);
  return { recoveryCodes };
}
