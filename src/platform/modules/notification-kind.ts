import type { Bilingual } from '#kernel/texts.ts';

/** When mails of a kind leave: never, at once, or gathered once a day. */
export const mailModes = ['off', 'now', 'digest'] as const;
export type MailMode = (typeof mailModes)[number];

/**
 * Something that people are told about (PL-44); the module that tells declares it. `title` and `body` hold `{params}`;
 * `withheld` is said instead, without any of them, to a receiver who may not see the record it is about.
 */
export interface NotificationKind {
  /** `<module>.<word>`, unique. */
  readonly key: string;
  readonly label: Bilingual;
  readonly title: Bilingual;
  readonly body?: Bilingual;
  readonly withheld: Bilingual;
  readonly channels: { readonly isInApp: boolean; readonly mail: MailMode };
}

export type NoticeParams = Readonly<Record<string, string | number | Bilingual>>;
