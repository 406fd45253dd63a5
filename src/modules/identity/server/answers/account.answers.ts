import { z } from 'zod';
import { locales } from '#kernel/texts.ts';
import { rights } from '#platform/context/actor.ts';
import { isoMoment, named, rowsOf, shownRecord } from '#platform/http/answer.ts';

const session = z.strictObject({
  id: z.uuid(), createdAt: isoMoment, lastSeenAt: isoMoment, expiresAt: isoMoment, ip: z.string().nullable(), agent: z.string().nullable(), isCurrent: z.boolean(),
});
const apiKey = z.strictObject({
  id: z.uuid(), name: z.string(), hint: z.string(), scopes: z.array(z.string()), createdAt: isoMoment, expiresAt: isoMoment, lastUsedAt: isoMoment.nullable(),
});

export const setupAnswer = z.strictObject({
  isNeeded: z.boolean(), isSecretNeeded: z.boolean(), hasDemo: z.boolean(),
  /** Only in the demo company. */
  people: z.array(z.strictObject({ username: z.string(), name: z.string(), title: z.string().nullable(), roles: z.array(z.string()) })).optional(),
});
export const setUpAnswer = z.strictObject({ userId: z.uuid(), demoPassword: z.string().optional() });

export const signedInAnswer = z.strictObject({ expiresAt: isoMoment });
export const confirmedAnswer = z.strictObject({ freshUntil: isoMoment });
export const meAnswer = z.strictObject({
  user: z.strictObject({
    id: z.uuid(), name: z.string(), username: z.string(), title: z.string().nullable(), locale: z.enum(locales), timeZone: z.string(), unit: named.nullable(),
  }),
  roles: z.array(z.string()), rights: z.array(z.enum(rights)), preferences: z.record(z.string(), z.unknown()), isTwoFactorOn: z.boolean(),
  mustSetUpTwoFactor: z.boolean(), mustChangePassword: z.boolean(), freshUntil: isoMoment.nullable(),
  /** Who looks at the product as this person, and until when. */
  viewing: z.strictObject({ by: z.string(), until: isoMoment }).nullable(),
  company: z.strictObject({ name: z.string() }), isDemo: z.boolean(),
});
export const sessionsAnswer = rowsOf(session);

export const preferencesAnswer = z.strictObject({ preferences: z.unknown() });
export const twoFactorStartAnswer = z.strictObject({ address: z.string(), secret: z.string(), qr: z.string() });
export const recoveryCodesAnswer = z.strictObject({ recoveryCodes: z.array(z.string()) });
export const apiKeysAnswer = rowsOf(apiKey);
/** The key itself is answered this once. */
export const madeKeyAnswer = z.strictObject({ id: z.uuid(), key: z.string(), expiresAt: isoMoment });

export const accountAnswer = z.strictObject({
  id: z.uuid(), roles: z.array(z.string()), units: z.array(z.string()), isTwoFactorOn: z.boolean(), mustChangePassword: z.boolean(),
  passwordChangedAt: isoMoment.nullable(), lastSignInAt: isoMoment.nullable(), sessions: z.array(session), apiKeys: z.array(apiKey),
});
export const newUserAnswer = shownRecord.extend({ oneTimePassword: z.string().optional() });
export const oneTimePasswordAnswer = z.strictObject({ oneTimePassword: z.string() });
export const endedAnswer = z.strictObject({ ended: z.int() });
