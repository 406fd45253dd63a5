import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { lineHint } from '#platform/mail/line-hints.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { mailNotices } from '../../mail.notices.ts';

/** So long a mailbox may fail before anybody is disturbed: servers restart. Milliseconds. */
export const PATIENCE_MS = 15 * 60_000;

const administrators = async (ctx: Pick<Context, 'db'>): Promise<Id[]> => (await ctx.db.rows<{ id: Id }>(sql`
  SELECT DISTINCT ur.user_id AS id FROM user_role ur JOIN role r ON r.key = ur.role WHERE 'admin.settings' = ANY(r.rights)`)).map(({ id }) => id);

const moment = (ctx: Context, at: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(at));

/** A look came to its end: who was told of an outage hears that it is over, once. */
export async function noteSuccess(services: Services, id: Id): Promise<void> {
  await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const before = await ctx.db.maybe<{ address: string; told: string | null }>(sql`SELECT address, told_failing_at AS told FROM mailbox WHERE id = ${id} FOR UPDATE`);
    await ctx.db.run(sql`UPDATE mailbox SET looked_at = ${ctx.now.toISOString()}, error = NULL, failing_since = NULL, told_failing_at = NULL WHERE id = ${id}`);
    if (before?.told != null) await notify(ctx, { to: await administrators(ctx), kind: mailNotices.working, params: { address: before.address }, link: '/admin/mailboxes' });
  });
}

/** A look failed: it stands in the mailbox's row, and after a while administrators are told, once per outage. */
export async function noteFailure(services: Services, id: Id, error: string): Promise<void> {
  await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const now = ctx.now.toISOString();
    await ctx.db.run(sql`UPDATE mailbox SET looked_at = ${now}, error = ${error}, failing_since = coalesce(failing_since, ${now}::timestamptz) WHERE id = ${id}`);
    const told = await ctx.db.maybe<{ address: string; since: string }>(sql`
      UPDATE mailbox SET told_failing_at = ${now} WHERE id = ${id} AND told_failing_at IS NULL AND failing_since <= ${new Date(ctx.now.getTime() - PATIENCE_MS).toISOString()}
      RETURNING address, failing_since AS since`);
    if (!told) return;
    const why = lineHint(error) ?? { 'zh-CN': error, en: error };
    await notify(ctx, { to: await administrators(ctx), kind: mailNotices.failing, params: { address: told.address, since: moment(ctx, told.since), why }, link: '/admin/mailboxes' });
  });
}
