import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { mailServerAnswer } from '../notifications.answers.ts';
import { readMailServer } from './mail-server.ts';

interface ProblemRow {
  readonly at: string;
  readonly state: 'failed' | 'unsure' | 'waiting';
  readonly person: string;
  readonly error: string;
}

/** How mail leaves the house and what did not; never the password. */
export async function showMailServer(ctx: Context, environment: Services['mail']): Promise<Answered<typeof mailServerAnswer>> {
  const server = await readMailServer(ctx, environment);
  const weekAgo = new Date(ctx.now.getTime() - 7 * 86_400_000).toISOString();
  const counts = await ctx.db.one<{ waiting: number; failed: number; unsure: number }>(sql`
    SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending'))::int AS waiting, count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state = 'unsure')::int AS unsure
    FROM notification_delivery WHERE state IN ('waiting', 'sending') OR (state IN ('failed', 'unsure') AND ended_at > ${weekAgo})`);
  const problems = await ctx.db.rows<ProblemRow>(sql`
    SELECT coalesce(d.ended_at, d.created_at) AS at, d.state, u.name AS person, d.error FROM notification_delivery d JOIN app_user u ON u.id = d.user_id
    WHERE d.error IS NOT NULL AND d.state IN ('failed', 'unsure', 'waiting') AND coalesce(d.ended_at, d.created_at) > ${weekAgo}
    ORDER BY coalesce(d.ended_at, d.created_at) DESC LIMIT 20`);
  return {
    source: server?.source ?? 'none', host: server?.host ?? '', port: server?.port ?? 465, security: server?.security ?? 'tls', username: server?.username ?? null,
    hasPassword: (server?.password ?? null) !== null, from: server?.from ?? '', siteUrl: server?.siteUrl ?? null, ...counts,
    problems: problems.map((row) => ({ ...row, at: isoTime(row.at) })),
  };
}
