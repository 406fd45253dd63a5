import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay, startOfWeek } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { NotificationKind } from '#platform/modules/notification-kind.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { planners } from './work-plans.ts';

const PLAN_JOB = 'reception.week-plans';
const HOUR_MS = 3_600_000;
const SATURDAY = 5;

/** The week plan is due on Saturday (RE-44). */
export const planNotice: NotificationKind = {
  key: 'reception.weekPlanDue', channels: { isInApp: true, mail: 'digest' }, label: { 'zh-CN': '周计划该交了', en: 'The week plan is due' },
  title: { 'zh-CN': '请在今天提交 {day} 起一周的计划', en: 'Hand in the plan of the week from {day} today' },
  withheld: { 'zh-CN': '请提交下周计划', en: 'Hand in next week’s plan' },
};

/** Reminds, on Saturdays from nine, whoever writes plans and has not handed in next week's: each once for each week. */
export async function remindOfPlans(services: Services): Promise<number> {
  const now = services.clock();
  const today = localDate(now, services.timeZone);
  const monday = startOfWeek(today);
  const hour = (now.getTime() - startOfDay(today, services.timeZone).getTime()) / HOUR_MS;
  if (today !== addDays(monday, SATURDAY) || hour < 9) return 0;
  const next = addDays(monday, 7);
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const people = await ctx.db.rows<{ user_id: Id }>(sql`
      INSERT INTO work_plan_reminder (user_id, kind, starts_on, reminded_at)
      SELECT DISTINCT w.user_id, 'week', ${next}::date, ${now.toISOString()}::timestamptz FROM (${planners}) w JOIN app_user u ON u.id = w.user_id AND u.is_active AND u.deleted_at IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM work_plan p WHERE p.user_id = w.user_id AND p.kind = 'week' AND p.starts_on = ${next} AND p.submitted_at IS NOT NULL)
      ON CONFLICT DO NOTHING RETURNING user_id`);
    if (people.length > 0) await notify(ctx, { to: people.map((each) => each.user_id), kind: planNotice, params: { day: next }, link: `/plans?kind=week&day=${next}` });
    return people.length;
  });
}

export function definePlanReminders(services: Services): void {
  services.jobs.define({ name: PLAN_JOB, handler: async () => { await remindOfPlans(services); return 'done'; } });
  services.jobs.every(PLAN_JOB, 900);
}
