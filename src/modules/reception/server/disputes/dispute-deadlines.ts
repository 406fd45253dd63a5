import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { disputeNotices } from '../../disputes/dispute.notices.ts';
import { DISPUTE, directors } from './dispute-approval.ts';

const DEADLINE_JOB = 'reception.dispute-deadlines';
const REMIND_MS = 36 * 3_600_000;

interface Due { readonly id: Id; readonly subject: string; readonly owner_id: Id; readonly respondent_id: Id; readonly manager: Id | null; readonly due_at: string }

/** Reminds before the deadline and passes on what is overdue, each once, also after a jump of the clock (RE-22, UX-11). */
export async function watchDisputes(services: Services): Promise<void> {
  const now = services.clock();
  const soon = new Date(now.getTime() + REMIND_MS).toISOString();
  await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const columns = sql`d.id, d.subject, d.owner_id, d.respondent_id, s.owner_id AS manager, d.due_at`;
    const late = await ctx.db.rows<Due>(sql`
      UPDATE dispute d SET escalated_at = ${now.toISOString()}, reminded_at = coalesce(d.reminded_at, ${now.toISOString()}) FROM site s
      WHERE s.id = d.site_id AND d.status IN ('open', 'proposed') AND d.due_at <= ${now.toISOString()} AND d.escalated_at IS NULL RETURNING ${columns}`);
    const near = await ctx.db.rows<Due>(sql`
      UPDATE dispute d SET reminded_at = ${now.toISOString()} FROM site s
      WHERE s.id = d.site_id AND d.status IN ('open', 'proposed') AND d.due_at <= ${soon} AND d.reminded_at IS NULL RETURNING ${columns}`);
    const tell = (row: Due, to: readonly Id[], kind: (typeof disputeNotices)['reminded'] | (typeof disputeNotices)['escalated']) => notify(ctx, {
      to, kind, params: { customer: row.subject, day: localDate(new Date(Date.parse(row.due_at) - 1), services.timeZone) }, link: `/disputes/${row.id}`, about: { object: DISPUTE, id: row.id },
    });
    for (const row of near) await tell(row, [row.owner_id, row.respondent_id, ...(row.manager === null ? [] : [row.manager])], disputeNotices.reminded);
    for (const row of late) {
      const above = row.manager === null ? [] : [row.manager, ...(await managersOf(ctx, row.manager)).slice(0, 1)];
      await tell(row, [...above, ...(await directors(ctx))], disputeNotices.escalated);
    }
  });
}

export function defineDisputeDeadlines(services: Services): void {
  services.jobs.define({ name: DEADLINE_JOB, handler: async () => { await watchDisputes(services); return 'done'; } });
  services.jobs.every(DEADLINE_JOB, 900);
}
