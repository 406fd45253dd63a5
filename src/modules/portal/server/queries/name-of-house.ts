import sql from 'sql-template-tag';
import type { Db } from '#platform/db/database.ts';

/** The company as customers know it. */
export const companyName = async (ctx: { readonly db: Db }): Promise<string> =>
  (await ctx.db.maybe<{ name: string }>(sql`SELECT name FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY created_at LIMIT 1`))?.name ?? '';
