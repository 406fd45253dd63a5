import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { siteObject } from '../../site.object.ts';

export interface Site {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id | null;
  readonly projectManagerId: Id | null;
  /** Stands in for the project manager on the spot (RE-13). */
  readonly deputyId: Id | null;
  /** Key of the policy pack: `<pack>.<point>` is the policy to ask. */
  readonly pack: string;
  readonly timeZone: string;
  /** Wall clock of the site, `HH:MM`; the same time twice: always open. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly lunchFrom: string;
  readonly lunchUntil: string;
  readonly takeUpMinutes: number;
}

export interface SiteMember {
  readonly userId: Id;
  readonly name: string;
  readonly position: number;
  readonly isActive: boolean;
}

export const siteDef = (ctx: Pick<Context, 'registry'>): ObjectDef => ctx.registry.object('site') ?? siteObject;

/** A site for the server's own use; the caller's rights are asked elsewhere. Errors: record.not-found. */
export async function readSite(ctx: Pick<Context, 'db'>, siteId: Id): Promise<Site> {
  const site = await ctx.db.maybe<Site>(sql`
    SELECT id, name, unit_id AS "unitId", owner_id AS "projectManagerId", deputy_id AS "deputyId", pack, time_zone AS "timeZone", opens_at AS "opensAt", closes_at AS "closesAt",
      lunch_from AS "lunchFrom", lunch_until AS "lunchUntil", take_up_minutes AS "takeUpMinutes"
    FROM site WHERE id = ${siteId} AND deleted_at IS NULL`);
  if (!site) throw fail('record.not-found');
  return site;
}

/** The salespeople of a site in its order. */
export const siteMembers = (ctx: Pick<Context, 'db'>, siteId: Id): Promise<SiteMember[]> => ctx.db.rows<SiteMember>(sql`
  SELECT m.user_id AS "userId", u.name, m.position, (u.is_active AND u.deleted_at IS NULL) AS "isActive"
  FROM site_member m JOIN app_user u ON u.id = m.user_id WHERE m.site_id = ${siteId} ORDER BY m.position, m.user_id`);
