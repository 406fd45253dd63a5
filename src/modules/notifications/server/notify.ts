import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { isKnownZone } from '../rules/known-zone.ts';
import type { Context } from '#platform/context/context.ts';
import { insertJob } from '#platform/jobs/job-store.ts';
import type { MailMode, NoticeParams, NotificationKind } from '#platform/modules/notification-kind.ts';
import { mailDueAt } from '../rules/delivery-time.ts';
import { DEFAULT_HOURS } from '../rules/default-hours.ts';
import { MAIL_JOB } from './mail/mail-job.ts';

export interface RecordLink {
  readonly object: string;
  readonly id: Id;
}

export interface Notice {
  /** People; the same one twice counts once, those who may not sign in are left out. */
  readonly to: readonly Id[];
  readonly kind: NotificationKind;
  /** For the kind's texts. Whatever they say of a record is shown only to those who may read `about`. */
  readonly params?: NoticeParams;
  /** Where it leads: a record, or a page of the product beginning with `/`. */
  readonly link?: RecordLink | string;
  /** The record that the params speak of; the linked record when absent. */
  readonly about?: RecordLink;
  /** Its mail leaves at once, whatever the hour and the digest. */
  readonly isUrgent?: boolean;
}

interface Receiver {
  readonly id: Id;
  readonly time_zone: string;
  readonly has_email: boolean;
  readonly is_in_app: boolean | null;
  readonly mail: MailMode | null;
  readonly digest_hour: number | null;
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
}

/** A statement takes 65 535 values at most. */
const BATCH = 1_000;

/** Topic of the personal event that says: read your notifications anew. */
export const NOTIFICATION_TOPIC = 'notifications';

/**
 * Tells people something (PL-44), in the caller's transaction: rolled back with it, live and mailed after its commit.
 * Words are made when it is read. Whoever acts is told as well when they are among `to`.
 */
export async function notify(ctx: Context, notice: Notice): Promise<void> {
  const everybody = [...new Set(notice.to)];
  for (let at = 0; at < everybody.length; at += BATCH) await notifySome(ctx, notice, everybody.slice(at, at + BATCH));
}

async function notifySome(ctx: Context, notice: Notice, to: readonly Id[]): Promise<void> {
  const { kind } = notice;
  const receivers = await receiversOf(ctx, to, kind.key);
  const plans = receivers.map((receiver) => planOf(ctx, notice, receiver)).filter((plan) => plan.isInApp || plan.mailAt !== undefined);
  if (plans.length === 0) return;
  const { link } = notice;
  const about = notice.about ?? (typeof link === 'object' ? link : undefined);
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO notification (id, user_id, kind, params, about_object, about_id, link, is_urgent, is_in_app, created_at)
    VALUES ${join(plans.map((plan) => sql`(${plan.id}, ${plan.userId}, ${kind.key}, ${JSON.stringify(notice.params ?? {})}::jsonb, ${about?.object ?? null},
      ${about?.id ?? null}, ${typeof link === 'string' ? link : null}, ${notice.isUrgent === true}, ${plan.isInApp}, ${now})`))}`);
  await queueMails(ctx, plans);
  for (const plan of plans) if (plan.isInApp) ctx.tell({ userId: plan.userId, topic: NOTIFICATION_TOPIC, payload: { kind: kind.key } });
}

interface Plan {
  readonly id: Id;
  readonly userId: Id;
  readonly isInApp: boolean;
  readonly isDigest: boolean;
  readonly mailAt: Date | undefined;
}

function planOf(ctx: Context, { kind, isUrgent = false }: Notice, receiver: Receiver): Plan {
  const mode = receiver.mail ?? kind.channels.mail;
  const quiet = receiver.quiet_from === null || receiver.quiet_until === null ? null : { from: receiver.quiet_from, until: receiver.quiet_until };
  const hours = {
    timeZone: isKnownZone(receiver.time_zone) ? receiver.time_zone : ctx.timeZone,
    digestHour: receiver.digest_hour ?? DEFAULT_HOURS.digestHour, quiet: receiver.digest_hour === null ? DEFAULT_HOURS.quiet : quiet,
  };
  return {
    id: ctx.newId(), userId: receiver.id, isInApp: receiver.is_in_app ?? kind.channels.isInApp, isDigest: mode === 'digest' && !isUrgent,
    mailAt: mode === 'off' || !receiver.has_email ? undefined : mailDueAt(ctx.now, mode, hours, isUrgent),
  };
}

const receiversOf = (ctx: Context, ids: readonly Id[], kind: string): Promise<Receiver[]> => ctx.db.rows<Receiver>(sql`
  SELECT u.id, u.time_zone, coalesce(u.email, '') <> '' AS has_email, p.is_in_app, p.mail, s.digest_hour, s.quiet_from, s.quiet_until
  FROM app_user u
  LEFT JOIN notification_preference p ON p.user_id = u.id AND p.kind = ${kind}
  LEFT JOIN notification_schedule s ON s.user_id = u.id
  WHERE u.id = ANY(${[...ids]}::uuid[]) AND u.is_active AND u.deleted_at IS NULL ORDER BY u.id`);

async function queueMails(ctx: Context, plans: readonly Plan[]): Promise<void> {
  const mails = plans.flatMap((plan) => (plan.mailAt === undefined ? [] : [{ ...plan, mailAt: plan.mailAt }]));
  if (mails.length === 0) return;
  await ctx.db.run(sql`
    INSERT INTO notification_delivery (notification_id, channel, user_id, is_digest, due_at, created_at)
    VALUES ${join(mails.map((mail) => sql`(${mail.id}, 'mail', ${mail.userId}, ${mail.isDigest}, ${mail.mailAt.toISOString()}, ${ctx.now.toISOString()})`))}`);
  // Mails for later are found by the sweep: a waiting job would keep the key from the others.
  if (mails.every((mail) => mail.mailAt > ctx.now)) return;
  await insertJob({ db: ctx.db, now: ctx.now, newId: ctx.newId, actorId: null }, MAIL_JOB, {}, { key: MAIL_JOB });
}
