import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';

/** An IPv6 line is one reader, whatever addresses it has. */
const lineOf = (ip: string | null): string => (ip === null ? '' : ip.includes('.') ? ip : ip.split(':').slice(0, 4).join(':'));

/** A reader who is not signed in, by keyed hashes: from which line and with what, never kept as such. */
export const anonymousReader = (ctx: Pick<Context, 'secrets' | 'ip'>, agent: string): string =>
  `anon:${ctx.secrets.blindIndex(lineOf(ctx.ip), 'article-line')}:${ctx.secrets.blindIndex(agent.slice(0, 300), 'article-reader')}`;

/** So many times a day from one line: an office behind one address gets through, a machine does not (SEC-24). */
const PER_DAY = 60;
const countedBy = {
  article_vote: (line: string, day: string): Sql => sql`SELECT count(*)::int AS used FROM article_vote WHERE starts_with(voter, ${line}) AND at >= ${day}::date`,
  article_miss_reader: (line: string, day: string): Sql => sql`SELECT count(*)::int AS used FROM article_miss_reader WHERE starts_with(voter, ${line}) AND on_day >= ${day}::date`,
} as const;

/** Throws request.too-many when a line has used up its day. Signed-in readers have no such limit. */
export async function requireDayLimit(ctx: Context, table: keyof typeof countedBy, reader: string): Promise<void> {
  if (!reader.startsWith('anon:')) return;
  const line = reader.slice(0, reader.lastIndexOf(':') + 1);
  const { used } = await ctx.db.one<{ used: number }>(countedBy[table](line, localDate(ctx.now, ctx.timeZone)));
  if (used >= PER_DAY) throw fail('request.too-many', { seconds: 3_600 });
}
