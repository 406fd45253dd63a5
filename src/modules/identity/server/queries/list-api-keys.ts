import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface ApiKeyView {
  readonly id: Id;
  readonly name: string;
  /** The first characters, to tell keys apart. */
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** One's own keys that are not revoked. */
export const listApiKeys = (ctx: Context, userId: Id): Promise<ApiKeyView[]> => ctx.db.rows(sql`
  SELECT id, name, hint, scopes, to_json(created_at) AS "createdAt", to_json(expires_at) AS "expiresAt", to_json(last_used_at) AS "lastUsedAt"
  FROM api_key WHERE user_id = ${userId} AND revoked_at IS NULL ORDER BY created_at DESC`);
