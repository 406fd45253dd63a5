import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { mailModes } from '#platform/modules/notification-kind.ts';
import { DEFAULT_HOURS } from '../../rules/default-hours.ts';
import type { KindList } from '../kind-list.ts';

const hour = z.int().min(0).max(23);

export const preferencesBody = z.strictObject({
  /** By kind; null brings the kind's own channels back. */
  kinds: z.record(z.string().max(80), z.strictObject({ isInApp: z.boolean(), mail: z.enum(mailModes) }).nullable()).optional(),
  digestHour: hour.optional(),
  quiet: z.strictObject({ from: hour, until: hour }).nullable().optional(),
});

/** Changes what and when the caller is told; throws `request.unknown-field` for a kind that does not exist. */
export async function savePreferences(ctx: Context, kinds: KindList, body: z.infer<typeof preferencesBody>): Promise<void> {
  const chosen = Object.entries(body.kinds ?? {});
  const unknown = chosen.filter(([key]) => !kinds().some((kind) => kind.key === key));
  if (unknown.length > 0) throw fail('request.unknown-field', {}, unknown.map(([key]) => ({ path: `kinds.${key}`, code: 'unknown' })));
  const { userId } = ctx.actor;
  for (const [kind, wish] of chosen) {
    if (wish === null) await ctx.db.run(sql`DELETE FROM notification_preference WHERE user_id = ${userId} AND kind = ${kind}`);
    else {
      await ctx.db.run(sql`
        INSERT INTO notification_preference (user_id, kind, is_in_app, mail) VALUES (${userId}, ${kind}, ${wish.isInApp}, ${wish.mail})
        ON CONFLICT (user_id, kind) DO UPDATE SET is_in_app = excluded.is_in_app, mail = excluded.mail`);
    }
  }
  if (body.digestHour !== undefined || body.quiet !== undefined) await saveHours(ctx, body);
  await writeAudit(ctx, [{ action: 'update', object: 'notificationPreference', recordId: userId, detail: { ...body } }]);
}

async function saveHours(ctx: Context, body: z.infer<typeof preferencesBody>): Promise<void> {
  const before = await ctx.db.maybe<{ digest_hour: number; quiet_from: number | null; quiet_until: number | null }>(sql`
    SELECT digest_hour, quiet_from, quiet_until FROM notification_schedule WHERE user_id = ${ctx.actor.userId} FOR UPDATE`);
  const was = before ? { from: before.quiet_from, until: before.quiet_until } : DEFAULT_HOURS.quiet;
  const quiet = body.quiet === undefined ? was : (body.quiet ?? { from: null, until: null });
  const digest = body.digestHour ?? before?.digest_hour ?? DEFAULT_HOURS.digestHour;
  await ctx.db.run(sql`
    INSERT INTO notification_schedule (user_id, digest_hour, quiet_from, quiet_until) VALUES (${ctx.actor.userId}, ${digest}, ${quiet.from}, ${quiet.until})
    ON CONFLICT (user_id) DO UPDATE SET digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`);
}
