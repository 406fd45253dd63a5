import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { networkOf, readProofToken, takeLimit } from '#modules/portal/server/portal.public.ts';
import type { Context } from '#platform/context/context.ts';
import { requireOpenChat } from './chat-desk.ts';

/** Somebody who talks from a website. The token that names them is theirs alone. */
export interface Visitor {
  readonly id: Id;
  readonly locale: Locale;
  readonly isBlocked: boolean;
}

/** In a header, not a cookie: inside another site's frame browsers keep cookies back. */
export const VISITOR_HEADER = 'x-chat-visitor';
const PER_NETWORK = [{ name: 'chat-network', max: 20, seconds: 600 }, { name: 'chat-network-day', max: 200, seconds: 86_400 }];
const SEEN_MS = 10_000;
const BLOCK_MS = 86_400_000;

const sign = (ctx: Pick<Context, 'secrets'>, id: Id): string => ctx.secrets.blindIndex(id, 'chat-visitor-token');
export const addressHash = (ctx: Pick<Context, 'secrets' | 'ip'>): string => ctx.secrets.blindIndex(ctx.ip ?? 'none', 'chat-address');

/**
 * Makes a visitor for a proof of work (SEC-36); the same proof again answers the same visitor, so a lost answer makes no
 * second one. Errors: record.invalid, request.too-many, chat.blocked.
 */
export async function admitVisitor(ctx: Context, proof: { readonly token: string; readonly counter: number }): Promise<{ readonly visitor: string }> {
  const read = readProofToken(ctx, 'chat-visitor', proof, 0);
  if ('wrong' in read) throw fail('record.invalid', { count: 1 }, [{ path: 'token', code: 'invalid' }]);
  const now = ctx.now.toISOString();
  const added = await ctx.db.maybe<{ id: Id }>(sql`
    INSERT INTO chat_visitor (id, nonce, locale, address_hash, created_at, last_seen_at) VALUES (${ctx.newId()}, ${read.nonce}, ${ctx.locale}, ${addressHash(ctx)}, ${now}, ${now})
    ON CONFLICT (nonce) DO NOTHING RETURNING id`);
  if (added) {
    await requireNotBlocked(ctx, { id: added.id, isBlocked: false });
    for (const limit of PER_NETWORK) await takeLimit(ctx, limit, networkOf(ctx.ip));
  }
  const { id } = added ?? (await ctx.db.one<{ id: Id }>(sql`SELECT id FROM chat_visitor WHERE nonce = ${read.nonce}`));
  return { visitor: `${id}.${sign(ctx, id)}` };
}

/** Who sends this. Errors: auth.required for no token or a forged one, record.not-found while the chat is closed. */
export async function requireVisitor(ctx: Context, request: FastifyRequest): Promise<Visitor> {
  await requireOpenChat(ctx);
  const header = request.headers[VISITOR_HEADER];
  const [id = '', signature = ''] = typeof header === 'string' ? header.split('.') : [];
  if (!/^[0-9a-f-]{36}$/.test(id)) throw fail('auth.required');
  const right = Buffer.from(sign(ctx, id));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw fail('auth.required');
  const row = await ctx.db.maybe<Visitor & { readonly seenAt: string }>(sql`
    SELECT id, locale, blocked_at IS NOT NULL AS "isBlocked", last_seen_at AS "seenAt" FROM chat_visitor WHERE id = ${id}`);
  if (!row) throw fail('auth.required');
  if (ctx.now.getTime() - new Date(row.seenAt).getTime() > SEEN_MS) await ctx.db.run(sql`UPDATE chat_visitor SET last_seen_at = ${ctx.now.toISOString()} WHERE id = ${row.id}`);
  return { id: row.id, locale: row.locale, isBlocked: row.isBlocked };
}

/** Throws chat.blocked for whoever was blocked, and for others of the same address within a day of it. */
export async function requireNotBlocked(ctx: Context, visitor: Pick<Visitor, 'id' | 'isBlocked'>): Promise<void> {
  const since = new Date(ctx.now.getTime() - BLOCK_MS).toISOString();
  const isBlocked = visitor.isBlocked || (await ctx.db.maybe(sql`SELECT 1 FROM chat_visitor WHERE address_hash = ${addressHash(ctx)} AND blocked_at > ${since}`)) !== undefined;
  if (isBlocked) throw fail('chat.blocked');
}
