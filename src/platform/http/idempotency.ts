import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Context } from '../context/context.ts';

export interface StoredAnswer {
  readonly status: number;
  readonly text: string;
}

export const hashRequest = (method: string, url: string, body: unknown): string =>
  createHash('sha256').update(`${method} ${url}\n${JSON.stringify(body ?? null)}`).digest('base64url');

/**
 * Claims the key inside the action's transaction: a second identical request waits for the first one's commit and
 * gets its answer; a different body is refused (PL-20, REL-8).
 */
export async function claimKey(ctx: Context, key: string, hash: string): Promise<StoredAnswer | undefined> {
  const now = ctx.now.toISOString();
  const claimed = await ctx.db.run(sql`
    INSERT INTO idempotency_key (actor_id, key, request_hash, created_at)
    VALUES (${ctx.actor.userId}, ${key}, ${hash}, ${now}) ON CONFLICT DO NOTHING`);
  if (claimed === 1) return undefined;
  const row = await ctx.db.one<{ request_hash: string; status: number; response: string }>(sql`
    SELECT request_hash, status, response FROM idempotency_key WHERE actor_id = ${ctx.actor.userId} AND key = ${key}`);
  if (row.request_hash !== hash) throw fail('request.idempotency-mismatch');
  return { status: row.status, text: row.response };
}

export async function storeAnswer(ctx: Context, key: string, answer: StoredAnswer): Promise<void> {
  await ctx.db.run(sql`
    UPDATE idempotency_key SET status = ${answer.status}, response = ${answer.text}
    WHERE actor_id = ${ctx.actor.userId} AND key = ${key}`);
}
