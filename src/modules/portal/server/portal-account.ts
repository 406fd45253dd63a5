import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { maskEmail } from '#kernel/phone.ts';
import type { Context } from '#platform/context/context.ts';
import { systemActor } from '#platform/runtime/make-context.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { portalSetting } from './portal-settings.ts';

/** A customer who is signed in to the portal. */
export interface PortalAccount {
  readonly id: Id;
  readonly email: string;
  readonly sessionId: Id;
}

const COOKIE = 'zhike_portal';
const SECURE_COOKIE = `__Host-${COOKIE}`;
const DAY_MS = 86_400_000;
const IDLE_DAYS = 7;
const WHOLE_DAYS = 30;
/** The time last seen is written at most this often. */
const SEEN_MS = 300_000;

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';
const hashOf = (ctx: Pick<Context, 'secrets'>, token: string): string => ctx.secrets.blindIndex(token, 'portal-session');

/** Opens a session with a token of its own; the database has only its hash (SEC-7). */
export async function openPortalSession(ctx: Context, accountId: Id, agent: string | undefined): Promise<{ readonly token: string; readonly expires: Date }> {
  const token = randomBytes(32).toString('base64url');
  const now = ctx.now.toISOString();
  const expires = new Date(ctx.now.getTime() + WHOLE_DAYS * DAY_MS);
  await ctx.db.run(sql`
    INSERT INTO portal_session (id, token_hash, account_id, created_at, last_seen_at, expires_at, ip, agent)
    VALUES (${ctx.newId()}, ${hashOf(ctx, token)}, ${accountId}, ${now}, ${now}, ${expires.toISOString()}, ${ctx.ip}, ${agent?.slice(0, 300) ?? null})`);
  return { token, expires };
}

export function setPortalCookie(request: FastifyRequest, reply: FastifyReply, { token }: { readonly token: string }): void {
  const secure = isSecure(request);
  // As a span of time: a telephone's clock may be wrong.
  void reply.setCookie(secure ? SECURE_COOKIE : COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: WHOLE_DAYS * 86_400 });
}

export function clearPortalCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  void reply.clearCookie(secure ? SECURE_COOKIE : COOKIE, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

/** Throws record.not-found while the company keeps its portal closed. */
export async function requireOpenPortal(ctx: Context): Promise<void> {
  if (!(await readSetting(ctx, portalSetting))) throw fail('record.not-found');
}

/** Who is signed in to the portal. Errors: auth.required, record.not-found while the portal is closed. */
export async function requireAccount(ctx: Context, request: FastifyRequest): Promise<PortalAccount> {
  await requireOpenPortal(ctx);
  const token = request.cookies[isSecure(request) ? SECURE_COOKIE : COOKIE];
  if (token === undefined || !/^[\w-]{43}$/.test(token)) throw fail('auth.required');
  const now = ctx.now.toISOString();
  const idleSince = new Date(ctx.now.getTime() - IDLE_DAYS * DAY_MS).toISOString();
  const row = await ctx.db.maybe<PortalAccount & { readonly seenAt: string }>(sql`
    SELECT a.id, a.email, s.id AS "sessionId", s.last_seen_at AS "seenAt" FROM portal_session s JOIN portal_account a ON a.id = s.account_id
    WHERE s.token_hash = ${hashOf(ctx, token)} AND s.revoked_at IS NULL AND s.expires_at > ${now} AND s.last_seen_at > ${idleSince}`);
  if (!row) throw fail('auth.required');
  if (ctx.now.getTime() - new Date(row.seenAt).getTime() > SEEN_MS) await ctx.db.run(sql`UPDATE portal_session SET last_seen_at = ${now} WHERE id = ${row.sessionId}`);
  const { id, email, sessionId } = row;
  return { id, email, sessionId };
}

/** Ends the session, or all of the account's. */
export async function endPortalSessions(ctx: Context, account: PortalAccount, everywhere: boolean): Promise<void> {
  await ctx.db.run(sql`
    UPDATE portal_session SET revoked_at = ${ctx.now.toISOString()} WHERE account_id = ${account.id} AND revoked_at IS NULL AND (${everywhere} OR id = ${account.sessionId})`);
}

/** What the house's own actor is made of. */
export type HouseFacts = Parameters<typeof systemActor>[0];

/**
 * The same request with the house's own rights: a customer has no role, and what they may reach is asked by `portal-scope`
 * before. The trail names the portal and the masked address.
 */
export const asHouse = (services: HouseFacts, ctx: Context, email?: string): Context => ({
  ...ctx, actor: { ...systemActor(services), locale: ctx.locale, name: email === undefined ? 'Portal' : `Portal ${maskEmail(email)}` },
});
