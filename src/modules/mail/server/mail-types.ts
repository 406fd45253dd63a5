import type { Id } from '#kernel/ids.ts';

export interface MailAddress {
  readonly name: string;
  /** Lower case. */
  readonly address: string;
}

export interface RecordLink {
  readonly object: string;
  readonly id: Id;
}

/**
 * What kind of mail it is. `autoReply`, `list`, `loop` and `bounce` get no automatic answer and reopen nothing; loops and
 * bounces are not given to listeners as mails at all.
 */
export const mailNatures = ['normal', 'bounce', 'autoReply', 'loop', 'list'] as const;
export type MailNature = (typeof mailNatures)[number];

export interface MailAttachment {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  /** The file of object `mailMessage`; null when it was not taken as a file (`withheld`: a code). */
  readonly fileId: Id | null;
  readonly withheld: string | null;
}

/** A mail that came in, as listeners get it: in the transaction that takes it in. */
export interface InboundMail {
  readonly id: Id;
  readonly mailboxId: Id;
  readonly mailboxAddress: string;
  /** The mailbox's unit. */
  readonly unitId: Id | null;
  /** What the mailbox feeds: `service` … */
  readonly feeds: string | null;
  readonly threadId: Id;
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly nature: MailNature;
  readonly from: MailAddress | null;
  /** Where an answer goes. */
  readonly replyTo: string | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** What is new in it; history and signature are in `quoted`. */
  readonly text: string;
  readonly quoted: string;
  /** Cleaned; null when it had none. Goes into a sandboxed frame all the same. */
  readonly html: string | null;
  readonly sentAt: Date | null;
  readonly receivedAt: Date;
  readonly customerId: Id | null;
  readonly contactId: Id | null;
  /** The record that this thread is about already. */
  readonly about: RecordLink | null;
  readonly attachments: readonly MailAttachment[];
}

/** A mail of ours that came back. */
export interface BouncedMail {
  /** The mail that came back. */
  readonly mailId: Id;
  readonly about: RecordLink | null;
  /** The bounce itself. */
  readonly bounceId: Id;
  readonly recipient: string | null;
  /** `5.1.1`; null where the other server gave none. */
  readonly status: string | null;
  readonly isPermanent: boolean;
  /** The other server's words. */
  readonly reason: string;
}
