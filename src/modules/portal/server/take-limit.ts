import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';

export interface Limit {
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

/**
 * Counts one use of something by somebody in the caller's transaction (SEC-3, SEC-24). Throws request.too-many with the
 * seconds to wait when it was used up; such a refusal counts nothing.
 */
export async function takeLimit(ctx: Context, limit: Limit, who: string): Promise<void> {
  const bucket = `${limit.name}:${ctx.secrets.blindIndex(who, 'portal-limit')}`;
  const now = ctx.now.toISOString();
  const since = new Date(ctx.now.getTime() - limit.seconds * 1_000).toISOString();
  const row = await ctx.db.one<{ used: number; since: string }>(sql`
    INSERT INTO portal_limit (bucket, used, since) VALUES (${bucket}, 1, ${now})
    ON CONFLICT (bucket) DO UPDATE SET used = CASE WHEN portal_limit.since <= ${since} THEN 1 ELSE portal_limit.used + 1 END,
      since = CASE WHEN portal_limit.since <= ${since} THEN excluded.since ELSE portal_limit.since END
    RETURNING used, since`);
  if (row.used <= limit.max) return;
  const left = new Date(row.since).getTime() + limit.seconds * 1_000 - ctx.now.getTime();
  throw fail('request.too-many', { seconds: Math.max(1, Math.ceil(left / 1_000)) });
}

/** The network that an address belongs to: a house's whole range counts as one, and so does one IPv6 line. */
export function networkOf(ip: string | null): string {
  if (ip === null) return 'none';
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  if (plain.includes('.')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail?.split(':').filter(Boolean) ?? [];
  const full = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  return full.slice(0, 4).join(':').toLowerCase();
}
