import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';

/** Whether this is the demo company: its sign-in page lists the people to try. */
export async function isDemoLoaded(ctx: Pick<Context, 'db'>): Promise<boolean> {
  return (await ctx.db.maybe(sql`SELECT 1 FROM setting WHERE key = 'demo.isLoaded' AND value = 'true'`)) !== undefined;
}
