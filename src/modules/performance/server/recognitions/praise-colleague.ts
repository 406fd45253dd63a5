import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { requireGrant } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { recognitionObject } from '../../objects/performance.objects.ts';
import { performanceNotices } from '../../performance.notices.ts';
import { praiseAllowance } from '../performance-settings.ts';

export interface PraiseDraft {
  readonly person: Id;
  readonly words: string;
  /** Out of the giver's allowance of the month; 0 for words alone. */
  readonly points: number;
}

/** What somebody may still give this month. Praise that was taken off the wall does not come back to the giver. */
export async function allowanceOf(ctx: Context, zone: string): Promise<{ readonly month: string; readonly monthly: number; readonly left: number }> {
  const month = localDate(ctx.now, zone).slice(0, 7);
  const monthly = await readSetting(ctx, praiseAllowance);
  const { given } = await ctx.db.one<{ given: number }>(sql`SELECT coalesce(sum(points), 0)::int AS given FROM recognition WHERE author_id = ${ctx.actor.userId} AND month = ${month}`);
  return { month, monthly, left: Math.max(0, monthly - given) };
}

/**
 * Praises a colleague (SE-40). Errors: record.invalid for oneself, for somebody who may not sign in and for more points
 * than are left of the month.
 */
export async function praiseColleague(ctx: Context, { person, words, points }: PraiseDraft, zone: string): Promise<{ readonly id: Id }> {
  requireGrant(ctx, recognitionObject, 'create');
  // Two praises at once see each other's points.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`praise:${ctx.actor.userId}`}, 0))`);
  const found = await ctx.db.maybe<{ unitId: Id | null }>(sql`SELECT unit_id AS "unitId" FROM app_user WHERE id = ${person} AND id <> ${ctx.actor.userId} AND is_active AND deleted_at IS NULL`);
  if (!found) throw fail('record.invalid', { count: 1 }, [{ path: 'person', code: 'not-found', params: { value: person } }]);
  const { month, left } = await allowanceOf(ctx, zone);
  if (points > left) throw fail('record.invalid', { count: 1 }, [{ path: 'points', code: 'too-large', params: { max: left } }]);
  const id = await insertRecord(ctx, 'recognition', { values: { kind: 'colleague', author: ctx.actor.userId, words, points, month, owner: person, unit: found.unitId } });
  await notify(ctx, { to: [person], kind: performanceNotices.praised, params: { who: ctx.actor.name }, link: '/praise' });
  return { id };
}
