import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { type Site, readSite, siteDef } from '../sites/read-site.ts';

/** The site, if the actor may see it. Errors: record.not-found. */
export async function requireSite(ctx: Context, siteId: Id): Promise<Site> {
  await requireRecord(ctx, siteDef(ctx), 'read', siteId);
  return readSite(ctx, siteId);
}
