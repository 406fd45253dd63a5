import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { clearNotices, notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { NoticeParams, NotificationKind } from '#platform/modules/notification-kind.ts';
import { approvalNotices } from '../approvals.kinds.ts';
import { withStandIns } from './queries/find-signers.ts';
import type { ApprovalRow } from './approval-row.ts';

/** Topic of the personal event that says: read your approvals anew. */
export const APPROVAL_TOPIC = 'approvals';

/** Everybody whose list shows the request sees it move at once; whoever has nothing to do any more is not asked any more. */
export async function refreshPeople(ctx: Context, row: Pick<ApprovalRow, 'id' | 'requester_id'>): Promise<void> {
  const rows = await ctx.db.rows<{ user_id: Id; is_waiting: boolean }>(sql`
    SELECT user_id, bool_or(state = 'waiting') AS is_waiting FROM approval_task WHERE approval_id = ${row.id} GROUP BY user_id`);
  const people = await withStandIns(ctx, rows.map(({ user_id }) => user_id));
  const waiting = new Set(await withStandIns(ctx, rows.filter((one) => one.is_waiting).map((one) => one.user_id)));
  await clearNotices(ctx, { link: `/approvals/${row.id}`, kinds: [approvalNotices.waiting.key, approvalNotices.reminded.key], users: people.filter((id) => !waiting.has(id)) });
  for (const userId of new Set([...people, row.requester_id])) ctx.tell({ userId, topic: APPROVAL_TOPIC, payload: { id: row.id } });
}

export async function nameOf(ctx: Pick<Context, 'db'>, userId: Id): Promise<string> {
  return (await ctx.db.maybe<{ name: string }>(sql`SELECT name FROM app_user WHERE id = ${userId}`))?.name ?? '';
}

/** Tells people about a request: in its own words to those who may see its subject, else without them. */
export async function tellAbout(ctx: Context, row: ApprovalRow, kind: NotificationKind, to: readonly Id[], params: NoticeParams): Promise<void> {
  const { title, about, withheld } = row.summary;
  await notify(ctx, {
    to, kind, link: `/approvals/${row.id}`, ...(about && { about }),
    params: { title, withheld: withheld ?? title, requester: await nameOf(ctx, row.requester_id), ...params },
  });
}
