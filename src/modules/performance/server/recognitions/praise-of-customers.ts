import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { addCaseListener } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { performanceNotices } from '../../performance.notices.ts';

/** A praise case that is closed puts whom it is about on the wall, once; the customer's words stay in the case. */
async function hear(ctx: Context, caseId: Id): Promise<void> {
  const found = await ctx.db.maybe<{ person: Id; unitId: Id | null }>(sql`
    SELECT u.id AS person, u.unit_id AS "unitId" FROM service_case c JOIN app_user u ON u.id = coalesce(c.responsible_id, c.owner_id) AND u.deleted_at IS NULL
    WHERE c.id = ${caseId} AND c.kind = 'praise' AND NOT EXISTS (SELECT 1 FROM recognition r WHERE r.case_id = c.id)`);
  if (!found) return;
  await insertRecord(ctx, 'recognition', {
    values: { kind: 'customer', author: null, words: null, points: 0, month: localDate(ctx.now, ctx.timeZone).slice(0, 7), case: caseId, owner: found.person, unit: found.unitId },
  });
  await notify(ctx, { to: [found.person], kind: performanceNotices.praised, params: { who: ctx.locale === 'en' ? 'A customer' : '客户' }, link: '/praise' });
}

/** Called at load. */
export const hearPraise = (): void => addCaseListener({ onCaseEvent: (ctx, { kind, caseId }) => (kind === 'closed' ? hear(ctx, caseId) : Promise.resolve()) });
