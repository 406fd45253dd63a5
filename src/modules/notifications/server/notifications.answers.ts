import { z } from 'zod';
import { bilingual, isoMoment } from '#platform/http/answer.ts';
import { mailModes } from '#platform/modules/notification-kind.ts';

const notification = z.strictObject({
  id: z.uuid(), kind: z.string(), kindLabel: z.string(), title: z.string(), body: z.string().nullable(), isUrgent: z.boolean(),
  /** Where it leads; null when there is nothing to see any more. */
  target: z.union([z.strictObject({ path: z.string() }), z.strictObject({ object: z.string(), id: z.uuid() })]).nullable(),
  createdAt: isoMoment, readAt: isoMoment.nullable(),
});

export const notificationsAnswer = z.strictObject({ data: z.array(notification), page: z.strictObject({ next: z.string().nullable() }) });
export const notificationAnswer = notification;
/** At most 100: more is shown as 99+. */
export const countAnswer = z.strictObject({ unread: z.int() });

export const preferencesAnswer = z.strictObject({
  kinds: z.array(z.strictObject({
    key: z.string(), label: z.string(), isInApp: z.boolean(), mail: z.enum(mailModes), isDefault: z.boolean(),
  })),
  digestHour: z.int(),
  quiet: z.strictObject({ from: z.int(), until: z.int() }).nullable(),
  timeZone: z.string(), email: z.string().nullable(), isMailOn: z.boolean(),
});

export const mailServerAnswer = z.strictObject({
  /** Where the settings in force come from. */
  source: z.enum(['none', 'environment', 'settings']),
  host: z.string(), port: z.int(), security: z.enum(['tls', 'starttls', 'none']), username: z.string().nullable(), hasPassword: z.boolean(),
  from: z.string(), siteUrl: z.string().nullable(),
  waiting: z.int(), failed: z.int(), unsure: z.int(),
  problems: z.array(z.strictObject({ at: isoMoment, state: z.enum(['failed', 'unsure', 'waiting']), person: z.string(), error: z.string() })),
});

export const testMailAnswer = z.strictObject({ isSent: z.boolean(), error: z.string().nullable(), hint: bilingual.nullable() });
