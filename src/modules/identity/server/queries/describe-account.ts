import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listSessions } from './list-sessions.ts';
import { rolesOf } from './people-facts.ts';

interface AccountRow {
  readonly is_two_factor_on: boolean;
  readonly must_change_password: boolean;
  readonly password_changed_at: string | null;
  readonly last_sign_in_at: string | null;
  readonly units: readonly Id[];
}

/** What an administrator sees of an account besides the person's fields: roles, units, sessions, keys. */
export async function describeAccount(ctx: Context, id: Id) {
  const row = await ctx.db.maybe<AccountRow>(sql`
    SELECT u.totp_cipher IS NOT NULL AS is_two_factor_on, u.must_change_password, to_json(u.password_changed_at) AS password_changed_at,
      (SELECT to_json(max(created_at)) FROM session WHERE user_id = u.id) AS last_sign_in_at,
      ARRAY(SELECT unit_id FROM user_unit WHERE user_id = u.id) AS units
    FROM app_user u WHERE u.id = ${id} AND u.deleted_at IS NULL`);
  if (row === undefined) throw fail('record.not-found');
  return {
    id,
    roles: await rolesOf(ctx, id),
    units: row.units,
    isTwoFactorOn: row.is_two_factor_on,
    mustChangePassword: row.must_change_password,
    passwordChangedAt: row.password_changed_at,
    lastSignInAt: row.last_sign_in_at,
    sessions: await listSessions(ctx, id),
    apiKeys: await listApiKeys(ctx, id),
  };
}
