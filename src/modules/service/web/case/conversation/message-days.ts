import type { CaseMessage } from '../use-case.ts';

export interface MessageDay {
  /** `YYYY-MM-DD` of the reader's time zone. */
  readonly day: string;
  readonly messages: readonly CaseMessage[];
}

/** Messages by the day on which the reader saw them come in, in their order. */
export function byDay(messages: readonly CaseMessage[], dayOf: (iso: string) => string): readonly MessageDay[] {
  const days = new Map<string, CaseMessage[]>();
  for (const message of messages) {
    const day = dayOf(message.at);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days].map(([day, list]) => ({ day, messages: list }));
}

/** What others wrote after the message `base`, before which somebody began to write; all of theirs when it is gone. */
export function newerBy(messages: readonly CaseMessage[], base: string | null, me: string): readonly CaseMessage[] {
  const at = messages.findIndex((message) => message.id === base);
  return messages.slice(at + 1).filter((message) => message.author?.id !== me && message.kind !== 'note');
}
