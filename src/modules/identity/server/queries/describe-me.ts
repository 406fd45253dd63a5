import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isDemoLoaded } from './is-demo-loaded.ts';
import type { Context } from '#platform/context/context.ts';
import { loadActor } from '../load-actor.ts';

interface MeRow {
  readonly name: string;
  readonly username: string;
  readonly title: string | null;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly has_totp: boolean;
  readonly unit: { readonly id: Id; readonly name: string } | null;
  readonly company: string | null;
}

/** `GET /auth/me`: the signed-in person as the web needs them. */
export async function describeMe(ctx: Context) {
  const { actor } = ctx;
  const loaded = await loadActor(ctx.db, ctx.registry, actor.userId, ctx.now);
  const row = await ctx.db.maybe<MeRow>(sql`
    SELECT u.name, u.username, u.title, u.preferences, u.totp_cipher IS NOT NULL AS has_totp,
      (SELECT json_build_object('id', o.id, 'name', o.name) FROM org_unit o WHERE o.id = u.unit_id) AS unit,
      (SELECT o.name FROM org_unit o WHERE o.parent_id IS NULL AND o.deleted_at IS NULL ORDER BY o.position, o.created_at LIMIT 1) AS company
    FROM app_user u WHERE u.id = ${actor.userId}`);
  if (row === undefined || loaded === undefined) throw fail('auth.required');
  return {
    user: {
      id: actor.userId, name: row.name, username: row.username, title: row.title,
      locale: actor.locale, timeZone: actor.timeZone, unit: row.unit,
    },
    roles: actor.roles,
    rights: [...actor.rights],
    preferences: row.preferences,
    isTwoFactorOn: row.has_totp,
    mustSetUpTwoFactor: loaded.mustSetUpTwoFactor,
    mustChangePassword: loaded.mustChangePassword,
    freshUntil: actor.freshUntil ?? null,
    /** Somebody else looks as this person: who, and until when at most (UX-14). */
    viewing: actor.viewedBy ? { by: actor.viewedBy.name, until: actor.viewedBy.until } : null,
    company: { name: row.company ?? '' },
    isDemo: await isDemoLoaded(ctx),
  };
}
