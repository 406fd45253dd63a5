import { z } from 'zod';
import { bilingual, isoMoment } from '#platform/http/answer.ts';

const security = z.enum(['tls', 'starttls', 'none']);

export const mailboxAnswer = z.strictObject({
  id: z.uuid(), version: z.int(), address: z.string(), name: z.string(),
  imap: z.strictObject({ host: z.string(), port: z.int(), security, username: z.string(), hasPassword: z.boolean() }),
  folder: z.string(),
  /** Null: mails leave by the company's mail server. */
  smtp: z.strictObject({ host: z.string(), port: z.int(), security, username: z.string().nullable(), hasPassword: z.boolean() }).nullable(),
  unit: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  feeds: z.string().nullable(), signatureZh: z.string(), signatureEn: z.string(), isActive: z.boolean(), takesHistory: z.boolean(),
  lookedAt: isoMoment.nullable(), failingSince: isoMoment.nullable(), toldFailingAt: isoMoment.nullable(),
  /** Whether it says itself when mail comes; it is looked into each minute otherwise. */
  isHeard: z.boolean(),
  /** SHA-256 of the certificate that is trusted by itself. */
  pin: z.string().nullable(),
  error: z.string().nullable(), hint: bilingual.nullable(),
  /** Mails taken in within a day; those that the machine could not read or finish; mails of ours that wait, and that did not arrive within a week. */
  received: z.int(), unread: z.int(), waiting: z.int(), failed: z.int(),
});

export const mailboxesAnswer = z.strictObject({
  data: z.array(mailboxAnswer),
  /** What a mailbox may feed, by the keys of the modules that listen. */
  feeds: z.array(z.string()),
});

/** What each line said when it was tried; null error: it works. */
const lineTest = z.strictObject({ isOk: z.boolean(), error: z.string().nullable(), hint: bilingual.nullable() });
/** A certificate that nobody known vouches for, to be trusted by itself or not. */
const certificate = z.strictObject({ sha256: z.string(), subject: z.string(), issuer: z.string(), validUntil: isoMoment });
export const mailboxTestAnswer = z.strictObject({ imap: lineTest.extend({ certificate: certificate.nullable() }), smtp: lineTest.nullable() });

const address = z.strictObject({ name: z.string(), address: z.string() });

export const keptMailsAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id: z.uuid(), mailbox: z.string(), direction: z.enum(['in', 'out']), state: z.enum(['unread', 'waiting', 'failed', 'unsure']), subject: z.string(), from: z.string(), to: z.string(),
    at: isoMoment, size: z.int(), error: z.string().nullable(), attempts: z.int(), hasRaw: z.boolean(),
  })),
});

export const retryAnswer = z.strictObject({ isTaken: z.boolean() });

export const mailAnswer = z.strictObject({
  id: z.uuid(), direction: z.enum(['in', 'out']), nature: z.string(), state: z.string(), subject: z.string(), from: address.nullable(), to: z.array(address), cc: z.array(address),
  at: isoMoment, text: z.string(), quoted: z.string(),
  /** Cleaned; shown in a sandboxed frame only. */
  html: z.string().nullable(),
  attachments: z.array(z.strictObject({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.int(), isInline: z.boolean(), fileId: z.uuid().nullable(), withheld: z.string().nullable() })),
  thread: z.array(z.strictObject({ id: z.uuid(), direction: z.enum(['in', 'out']), subject: z.string(), at: isoMoment })),
});
