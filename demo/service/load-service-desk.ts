import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate, startOfDay } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import type { Dice } from '../seeded-random.ts';
import { type DeskPeople, setUpDesk } from './desk-facts.ts';
import { makePastCases } from './make-past-cases.ts';
import { openTodaysCases, todaysCount } from './open-cases.ts';

const DAY = 86_400_000;
const YEARS = 732;

/** The service desk of a company that manages property: two years of cases, and what lies on the desk today (SE-1 to SE-10). */
export async function loadServiceDesk(ctx: Context, dice: Dice, people: DeskPeople, count: number): Promise<void> {
  const began = new Date(startOfDay(localDate(ctx.now, ctx.timeZone), ctx.timeZone).getTime() - YEARS * DAY);
  const customers = await ctx.db.rows<{ id: Id; name: string; at: string }>(sql`
    SELECT id, name, created_at AS at FROM customer WHERE deleted_at IS NULL AND merged_into IS NULL ORDER BY created_at, id`);
  const desk = await setUpDesk(ctx, began, people, customers.map(({ id, name, at }) => ({ id, name, at: new Date(at) })));
  const isSmall = count < 2_000;
  await makePastCases(ctx, dice, desk, Math.max(0, count - todaysCount(isSmall)));
  await openTodaysCases(ctx, dice, desk, isSmall);
  await ctx.db.run(sql`UPDATE notification SET read_at = created_at + interval '1 hour' WHERE read_at IS NULL AND created_at < ${new Date(ctx.now.getTime() - DAY).toISOString()}`);
  // Until the database looks at its tables itself it would plan as if they were empty.
  for (const table of [sql`service_case`, sql`case_clock`, sql`case_step`, sql`case_feedback`, sql`case_message`, sql`record_share`]) await ctx.db.run(sql`ANALYZE ${table}`);
}
