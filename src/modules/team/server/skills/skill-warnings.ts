import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { expiryStages, stagesReached } from '../../rules/skill-validity.ts';
import { teamNotices } from '../../team.notices.ts';
import { tellOnce } from '../told-once.ts';

export const EXPIRY_JOB = 'team.skills';

interface EndingRow { readonly id: Id; readonly subject: string; readonly until: string; readonly owner: Id; readonly person: string; readonly manager: Id | null }

/**
 * Warns of skills that end 30 and 7 days before, and when they are over: the holder and their manager (SE-40). Each stage
 * once, however the clock jumps; several at once are one notice with the nearest. @returns how many people's skills were told
 */
export const warnOfEnds = (services: Services): Promise<number> => runAction(services, { actor: systemActor(services) }, async (ctx) => {
  const today = localDate(ctx.now, ctx.timeZone);
  const rows = await ctx.db.rows<EndingRow>(sql`
    SELECT h.id, h.subject, h.valid_until::text AS until, h.owner_id AS owner, u.name AS person, u.manager_id AS manager
    FROM staff_skill h JOIN skill s ON s.id = h.skill_id AND s.state = 'active' AND s.deleted_at IS NULL JOIN app_user u ON u.id = h.owner_id AND u.is_active AND u.deleted_at IS NULL
    WHERE h.deleted_at IS NULL AND h.valid_until <= ${addDays(today, expiryStages[0])}
      AND NOT EXISTS (SELECT 1 FROM team_told t WHERE t.subject_id = h.id AND t.due_on = h.valid_until AND t.stage = '0') ORDER BY h.valid_until, h.id LIMIT 1000 FOR UPDATE OF h SKIP LOCKED`);
  let count = 0;
  for (const { id, subject, until, owner, person, manager } of rows) {
    const fresh = await tellOnce(ctx, id, until, stagesReached(until, today).map(String));
    if (fresh.length === 0) continue;
    count += 1;
    const kind = fresh.includes('0') ? teamNotices.skillOver : teamNotices.skillEnds;
    await notify(ctx, { to: [owner, manager].flatMap((each) => each ?? []), kind, params: { skill: subject, person, day: until }, link: '/team/skills', about: { object: 'staffSkill', id } });
  }
  return count;
});
