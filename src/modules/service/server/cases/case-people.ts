import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { serviceNotices } from '../../service.notices.ts';
import type { CaseRow } from '../case-rows.ts';

/** First receiver, person responsible and watchers see the case whoever owns it (SE-2); write stays write. */
export async function letSee(ctx: Context, caseId: Id, userId: Id, level: 'read' | 'write'): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by)
    VALUES (${ctx.newId()}, 'case', ${caseId}, ${userId}, ${level}, ${ctx.now.toISOString()}, ${authorOf(ctx)})
    ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO UPDATE SET level = CASE WHEN record_share.level = 'write' THEN 'write' ELSE excluded.level END`);
}

/** Everybody who works on or watches a case, but whoever acts. */
export async function peopleOf(ctx: Context, row: Pick<CaseRow, 'id' | 'ownerId' | 'firstReceiverId' | 'responsibleId'>): Promise<Id[]> {
  const watchers = await ctx.db.rows<{ id: Id }>(sql`SELECT user_id AS id FROM case_watcher WHERE case_id = ${row.id} ORDER BY user_id`);
  const all = [row.ownerId, row.firstReceiverId, row.responsibleId, ...watchers.map((watcher) => watcher.id)];
  return [...new Set(all)].filter((id): id is Id => id !== null && id !== ctx.actor.userId);
}

/** Tells one person that a case is theirs now; nobody is told of their own doing. */
export async function tellOfCase(ctx: Context, to: Id | null, row: { readonly id: Id; readonly number: string; readonly subject: string }, kind: keyof typeof serviceNotices): Promise<void> {
  if (to === null || (ctx.actor.kind !== 'system' && to === ctx.actor.userId)) return;
  await notify(ctx, { to: [to], kind: serviceNotices[kind], params: { number: row.number, subject: row.subject }, link: { object: 'case', id: row.id } });
}
