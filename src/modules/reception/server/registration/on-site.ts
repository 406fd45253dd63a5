import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { type DayPerson, readPeople } from '../turns/roster-day.ts';
import type { Site } from '../sites/read-site.ts';

export interface OnSite {
  /** The day at the site, ISO. */
  readonly today: string;
  readonly isDayOpen: boolean;
  readonly people: readonly DayPerson[];
  /** On site and not away; busy ones included. */
  readonly presentIds: ReadonlySet<Id>;
}

/** Who is on site now, without locking the day. */
export async function readOnSite(ctx: Pick<Context, 'db' | 'now'>, site: Site): Promise<OnSite> {
  const today = localDate(ctx.now, site.timeZone);
  const day = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM roster_day WHERE site_id = ${site.id} AND day = ${today} AND status = 'open'`);
  const people = day ? await readPeople(ctx, day.id) : [];
  const present = people.filter((person) => person.state !== 'off' && person.awayState === null);
  return { today, isDayOpen: day !== undefined, people, presentIds: new Set(present.map(({ userId }) => userId)) };
}
