import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { endReferral } from './confirm-referral.ts';

const JOB = 'reception.lapse-referrals';
const EVERY_S = 900;

/**
 * Referrals whose agreed day is over (RE-13): those who did not come lapse, those who came without the manager's
 * confirmation are void. Each day ends by its site's clock. Starting again is harmless.
 */
export async function lapseReferrals(services: Services): Promise<number> {
  return runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const sites = await ctx.db.rows<{ id: Id; timeZone: string }>(sql`SELECT id, time_zone AS "timeZone" FROM site`);
    let ended = 0;
    for (const site of sites) {
      const due = await ctx.db.rows<{ id: Id; hasCome: boolean }>(sql`
        SELECT id, registration_id IS NOT NULL AS "hasCome" FROM staff_referral
        WHERE status = 'registered' AND site_id = ${site.id} AND agreed_on < ${localDate(ctx.now, site.timeZone)} ORDER BY id FOR UPDATE SKIP LOCKED`);
      for (const { id, hasCome } of due) await (hasCome ? endReferral(ctx, id, 'void', 'notConfirmed') : endReferral(ctx, id, 'lapsed', null));
      ended += due.length;
    }
    return ended;
  });
}

/** Looks every quarter of an hour. */
export function defineReferralJob(services: Services): void {
  services.jobs.define({ name: JOB, handler: async () => { await lapseReferrals(services); return 'done'; } });
  services.jobs.every(JOB, EVERY_S);
}
