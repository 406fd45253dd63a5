import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { MailMode } from '#platform/modules/notification-kind.ts';
import { DEFAULT_HOURS } from '../../rules/default-hours.ts';
import type { KindList } from '../kind-list.ts';
import type { preferencesAnswer } from '../notifications.answers.ts';

/** What and when the caller is told, each kind with the choice in force. */
export async function showPreferences(ctx: Context, kinds: KindList, isMailOn: boolean): Promise<Answered<typeof preferencesAnswer>> {
  const { userId } = ctx.actor;
  const [chosen, hours, person] = await Promise.all([
    ctx.db.rows<{ kind: string; is_in_app: boolean; mail: MailMode }>(sql`SELECT kind, is_in_app, mail FROM notification_preference WHERE user_id = ${userId}`),
    ctx.db.maybe<{ digest_hour: number; quiet_from: number | null; quiet_until: number | null }>(sql`
      SELECT digest_hour, quiet_from, quiet_until FROM notification_schedule WHERE user_id = ${userId}`),
    ctx.db.one<{ email: string | null }>(sql`SELECT nullif(email, '') AS email FROM app_user WHERE id = ${userId}`),
  ]);
  const quiet = hours ? (hours.quiet_from === null || hours.quiet_until === null ? null : { from: hours.quiet_from, until: hours.quiet_until }) : DEFAULT_HOURS.quiet;
  return {
    kinds: kinds().map((kind) => {
      const wish = chosen.find((row) => row.kind === kind.key);
      return {
        key: kind.key, label: kind.label[ctx.locale], isInApp: wish?.is_in_app ?? kind.channels.isInApp, mail: wish?.mail ?? kind.channels.mail, isDefault: wish === undefined,
      };
    }),
    digestHour: hours?.digest_hour ?? DEFAULT_HOURS.digestHour, quiet, timeZone: ctx.timeZone, email: person.email, isMailOn,
  };
}
