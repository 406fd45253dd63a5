import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { isKeyScope } from '../credentials/key-scopes.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { hashToken, makeApiKey } from '../credentials/tokens.ts';

const MAX_KEYS = 20;

export interface ApiKeyFacts {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresInDays: number;
}

/** A new key; its text is in this answer and nowhere else (PL-21). */
export async function createApiKey(ctx: Context, facts: ApiKeyFacts): Promise<{ id: Id; key: string; expiresAt: string }> {
  const { userId } = ctx.actor;
  const unknown = facts.scopes.findIndex((scope) => !isKeyScope(scope, (object) => ctx.registry.object(object) !== undefined));
  if (unknown >= 0) {
    throw fail('request.invalid', {}, [{ path: `scopes.${unknown}`, code: 'not-a-choice', params: { value: facts.scopes[unknown] ?? '' } }]);
  }
  const { count } = await ctx.db.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM api_key WHERE user_id = ${userId} AND revoked_at IS NULL AND expires_at > ${ctx.now.toISOString()}`);
  if (count >= MAX_KEYS) throw fail('record.too-many', { max: MAX_KEYS });
  const id = ctx.newId();
  const key = makeApiKey();
  const expiresAt = new Date(ctx.now.getTime() + facts.expiresInDays * 86_400_000).toISOString();
  await ctx.db.run(sql`
    INSERT INTO api_key (id, user_id, name, token_hash, hint, scopes, created_at, expires_at)
    VALUES (${id}, ${userId}, ${facts.name}, ${hashToken(ctx.secrets, { kind: 'api-key', text: key })}, ${`${key.slice(0, 7)}…`},
      ${[...new Set(facts.scopes)]}::text[], ${ctx.now.toISOString()}, ${expiresAt})`);
  await writeAudit(ctx, [{ action: 'create', object: 'apiKey', recordId: id, detail: { user: userId, name: facts.name, scopes: facts.scopes, expiresAt } }]);
  return { id, key, expiresAt };
}

/** Ends one of a person's keys at once. */
export async function revokeApiKey(services: BaseServices, ctx: Context, userId: Id, id: Id): Promise<void> {
  const count = await ctx.db.run(sql`
    UPDATE api_key SET revoked_at = ${ctx.now.toISOString()} WHERE id = ${id} AND user_id = ${userId} AND revoked_at IS NULL`);
  if (count === 0) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'revoke', object: 'apiKey', recordId: id, detail: { user: userId } }]);
  dropActors(services, ctx);
}

/** Ends all keys of a person (a disabled account). */
export const revokeApiKeys = (ctx: Context, userId: Id): Promise<number> => ctx.db.run(sql`
  UPDATE api_key SET revoked_at = ${ctx.now.toISOString()} WHERE user_id = ${userId} AND revoked_at IS NULL`);
