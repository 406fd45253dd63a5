import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { readSignInSettings } from '../sign-in-settings.ts';
import { hashToken, makeSessionToken } from '../credentials/tokens.ts';
import { endViewsOfClosed } from '../view-as/view-as.ts';

/** How long after the password was entered sensitive actions are open (SEC-9). */
export const FRESH_MS = 10 * 60_000;

export interface NewSession {
  readonly id: Id;
  /** Goes into the cookie; the database has only its hash. */
  readonly token: string;
  readonly expires: Date;
}

/** Opens a session with a token of its own, whatever the browser brought along (SEC-7). */
export async function openSession(ctx: Context, userId: Id, agent: string | undefined): Promise<NewSession> {
  const { absoluteDays } = await readSignInSettings(ctx.db);
  const id = ctx.newId();
  const token = makeSessionToken();
  const now = ctx.now.toISOString();
  const expires = new Date(ctx.now.getTime() + absoluteDays * 86_400_000);
  const freshUntil = new Date(ctx.now.getTime() + FRESH_MS).toISOString();
  await ctx.db.run(sql`
    INSERT INTO session (id, token_hash, user_id, created_at, last_seen_at, expires_at, fresh_until, ip, agent)
    VALUES (${id}, ${hashToken(ctx.secrets, { kind: 'session', text: token })}, ${userId}, ${now}, ${now},
      ${expires.toISOString()}, ${freshUntil}, ${ctx.ip}, ${agent?.slice(0, 300) ?? null})`);
  return { id, token, expires };
}

/** Ends one session; the answer says whether it was open. */
export async function revokeSession(ctx: Context, userId: Id, sessionId: Id): Promise<boolean> {
  const count = await ctx.db.run(sql`
    UPDATE session SET revoked_at = ${ctx.now.toISOString()}
    WHERE id = ${sessionId} AND user_id = ${userId} AND revoked_at IS NULL`);
  if (count > 0) await endViewsOfClosed(ctx);
  return count === 1;
}

/** Ends all sessions of a person, except one when it is given; answers how many. */
export async function revokeSessions(ctx: Context, userId: Id, except?: Id): Promise<number> {
  const count = await ctx.db.run(sql`
    UPDATE session SET revoked_at = ${ctx.now.toISOString()}
    WHERE user_id = ${userId} AND revoked_at IS NULL AND id IS DISTINCT FROM ${except ?? null}::uuid`);
  if (count > 0) await endViewsOfClosed(ctx);
  return count;
}
