import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { defineSetting } from '#platform/settings/setting.ts';

/** The row `signIn` of the settings (SEC-2, SEC-8). Times: hours, days. */
export const signInSettingsSchema = z.strictObject({
  passwordProfile: z.enum(['nist', 'dengbao']).default('nist'),
  rotationDays: z.int().min(1).max(3650).default(90),
  idleHours: z.number().min(0.25).max(24 * 14).default(12),
  absoluteDays: z.number().min(0.5).max(90).default(14),
});
export type SignInSettings = z.infer<typeof signInSettingsSchema>;

/** One of the company's settings (PL-12); asks for the password, and holds from everybody's next request on. */
export const signInSetting = defineSetting<SignInSettings>({
  key: 'signIn', group: 'signIn', schema: signInSettingsSchema, fallback: signInSettingsSchema.parse({}), isFreshNeeded: true, changesAccess: true,
  label: { 'zh-CN': '登录规则', en: 'Rules of signing in' },
});

/** What the stored value means; anything unreadable falls back to the defaults. */
export function toSignInSettings(value: unknown): SignInSettings {
  const parsed = signInSettingsSchema.safeParse(value ?? {});
  return parsed.success ? parsed.data : signInSettingsSchema.parse({});
}

export async function readSignInSettings(db: Db): Promise<SignInSettings> {
  const row = await db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${signInSetting.key}`);
  return toSignInSettings(row?.value);
}

/** Whether the password is older than the profile allows. */
export function isPasswordExpired(settings: SignInSettings, changedAt: string | null, now: Date): boolean {
  if (settings.passwordProfile !== 'dengbao' || changedAt === null) return false;
  return now.getTime() - new Date(changedAt).getTime() > settings.rotationDays * 86_400_000;
}
