import sql, { join } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { type FirstStanding, type LastStanding, rollOn } from '../../rules/rolling-order.ts';
import { readSite, type Site, siteMembers } from '../sites/read-site.ts';
import { readPeople, type RosterDay } from '../turns/roster-day.ts';
import { noteChange, postEntries } from '../turns/turn-ledger.ts';

interface FormerDay {
  readonly id: Id;
  readonly day: string;
  readonly status: string;
  /** The members' order was set by hand after this day began. */
  readonly isReordered: boolean;
}

/**
 * Begins the day of a site: the order goes on where the last day ended (RE-1), owed turns go over as ledger entries.
 * `present`: who is there; everybody when absent. A day that was closed too early goes on as it was.
 * Errors: reception.day-open, record.not-found.
 */
export async function openDay(ctx: Context, siteId: Id, present?: readonly Id[]): Promise<RosterDay> {
  await ctx.db.run(sql`SELECT 1 FROM site WHERE id = ${siteId} FOR UPDATE`);
  const site = await readSite(ctx, siteId);
  const today = localDate(ctx.now, site.timeZone);
  const former = await ctx.db.maybe<FormerDay>(sql`
    SELECT d.id, d.day::text AS day, d.status, coalesce(s.ordered_at > d.opened_at, false) AS "isReordered"
    FROM roster_day d JOIN site s ON s.id = d.site_id WHERE d.site_id = ${siteId} ORDER BY d.day DESC LIMIT 1 FOR UPDATE OF d`);
  if (former?.day === today) return reopen(ctx, site, former);
  if (former?.status === 'open') await endDay(ctx, { id: former.id, siteId });
  const first = await firstStandings(ctx, siteId, former);
  const day = dayOf(site, ctx.newId(), today);
  await ctx.db.run(sql`
    INSERT INTO roster_day (id, site_id, day, status, opened_at, opened_by) VALUES (${day.id}, ${siteId}, ${today}, 'open', ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  const isThere = (userId: Id) => present === undefined || present.includes(userId);
  if (first.length > 0) {
    await ctx.db.run(sql`INSERT INTO roster_person (roster_day_id, user_id, position, is_on_site)
      VALUES ${join(first.map((each, place) => sql`(${day.id}, ${each.userId}, ${place}, ${isThere(each.userId)})`))}`);
  }
  await postEntries(ctx, day, first.filter((each) => each.carried !== 0).map(({ userId, carried }) => ({ userId, kind: 'carried', amount: carried })));
  await noteChange(ctx, day, { action: 'opened', detail: { order: first.map((each) => each.userId) } });
  return day;
}

const dayOf = (site: Site, id: Id, day: string): RosterDay => ({
  id, siteId: site.id, day, pack: site.pack, timeZone: site.timeZone, siteName: site.name, takeUpMinutes: site.takeUpMinutes,
});

async function reopen(ctx: Context, site: Site, former: FormerDay): Promise<RosterDay> {
  if (former.status === 'open') throw fail('reception.day-open');
  await ctx.db.run(sql`UPDATE roster_day SET status = 'open', closed_at = NULL, closed_by = NULL WHERE id = ${former.id}`);
  const day = dayOf(site, former.id, former.day);
  await noteChange(ctx, day, { action: 'reopened' });
  return day;
}

/** Members in the order of the rotation; new ones come last, those who are no members any more drop out. */
async function firstStandings(ctx: Context, siteId: Id, former: FormerDay | undefined): Promise<readonly FirstStanding[]> {
  const members = (await siteMembers(ctx, siteId)).filter((each) => each.isActive);
  const last = former === undefined ? [] : await readPeople(ctx, former.id);
  const places = new Map(members.map((each, place) => [each.userId, place]));
  const stayed = last.flatMap(({ userId, position, consumed, state }): LastStanding[] => {
    const place = places.get(userId);
    return place === undefined ? [] : [{ userId, rank: former?.isReordered === true ? place : position, consumed, isOff: state === 'off' }];
  });
  const known = new Set(stayed.map((each) => each.userId));
  const added = members.filter((each) => !known.has(each.userId)).map(({ userId }, index) => ({ userId, position: stayed.length + index, carried: 0 }));
  return [...rollOn(stayed), ...added];
}

/** Ends the day: visitors who are still there count as received (RE-1). Errors: reception.day-not-open. */
export async function closeDay(ctx: Context, siteId: Id): Promise<void> {
  const day = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM roster_day WHERE site_id = ${siteId} AND status = 'open' FOR UPDATE`);
  if (!day) throw fail('reception.day-not-open');
  await endDay(ctx, { id: day.id, siteId });
}

async function endDay(ctx: Context, day: { readonly id: Id; readonly siteId: Id }): Promise<void> {
  const now = ctx.now.toISOString();
  const ended = await ctx.db.run(sql`UPDATE turn SET state = 'ended', ended_at = ${now} WHERE roster_day_id = ${day.id} AND state IN ('assigned', 'receiving')`);
  await ctx.db.run(sql`UPDATE roster_day SET status = 'closed', closed_at = ${now}, closed_by = ${authorOf(ctx)} WHERE id = ${day.id}`);
  await noteChange(ctx, day, { action: 'closed', detail: { endedTurns: ended } });
}
