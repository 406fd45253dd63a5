import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { lockDay, readPeople } from '../turns/roster-day.ts';
import { noteChange } from '../turns/turn-ledger.ts';

export interface DrawnPerson {
  readonly userId: Id;
  readonly name: string;
  /** The person's lot; the smallest is first. */
  readonly lot: string;
}

/** Everybody's lot is made of the seed and the person alone, so that anybody can draw it again and find the same. */
export const lotOf = (seed: string, userId: Id): string => createHash('sha256').update(`${seed} ${userId}`).digest('hex').slice(0, 12);

/**
 * Draws lots for the order of the day; counts stay as they are (RE-7). Seed, lots and both orders are on record. A
 * second draw on one day needs its reason. Errors: reception.day-not-open, record.invalid.
 */
export async function drawOrder(ctx: Context, siteId: Id, reason: string | undefined): Promise<{ seed: string; order: DrawnPerson[] }> {
  const day = await lockDay(ctx, siteId);
  const earlier = await ctx.db.maybe(sql`SELECT 1 FROM roster_log WHERE roster_day_id = ${day.id} AND action = 'drawn' LIMIT 1`);
  if (earlier !== undefined && reason === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'reason', code: 'required' }]);
  const people = await readPeople(ctx, day.id);
  const seed = ctx.newId();
  const order = people.map(({ userId, name }) => ({ userId, name, lot: lotOf(seed, userId) })).toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  const ids = order.map(({ userId }) => userId);
  await ctx.db.run(sql`
    UPDATE roster_person p SET position = o.place - 1 FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o (user_id, place)
    WHERE p.roster_day_id = ${day.id} AND p.user_id = o.user_id`);
  await noteChange(ctx, day, { action: 'drawn', reason: reason ?? null, detail: { seed, from: people.map(({ userId }) => userId), to: ids } });
  return { seed, order };
}
