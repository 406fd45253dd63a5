import type { Values } from '#kit/records/use-save.ts';
import { refId } from '#kit/records/record-types.ts';
import type { ActivityKind } from './timeline-entry-data.ts';

/** What the person is writing; kept as a draft until it is saved. */
export interface Composed {
  readonly kind: ActivityKind;
  readonly text: string;
  readonly outcome: 'reached' | 'attempted';
  readonly direction: 'outbound' | 'inbound';
  readonly contact: string | null;
  /** ISO 8601; null means now. */
  readonly happenedAt: string | null;
  readonly dueAt: string | null;
  readonly isForCustomer: boolean;
  /** Colleagues by the name that stands in the text. */
  readonly mentioned: Readonly<Record<string, string>>;
}

export const nothingComposed: Composed = {
  kind: 'note', text: '', outcome: 'reached', direction: 'outbound', contact: null, happenedAt: null, dueAt: null, isForCustomer: false, mentioned: {},
};

export const hasOutcome = (kind: ActivityKind): boolean => kind === 'call' || kind === 'visit' || kind === 'meeting';

/** A call that was not answered needs no words; everything else does. */
export const isComplete = ({ kind, text }: Composed): boolean => text.trim() !== '' || hasOutcome(kind);

const SUBJECT_MAX = 200;

/** The first line is the subject, what follows the body; a long first line stands in both. */
export function splitText(text: string): { readonly subject: string; readonly body: string } {
  const trimmed = text.trim();
  const [first = '', ...rest] = trimmed.split('\n');
  if (first.length > SUBJECT_MAX) return { subject: `${first.slice(0, SUBJECT_MAX - 1)}…`, body: trimmed };
  return { subject: first.trim(), body: rest.join('\n').trim() };
}

/** The ids of those whose `@name` still stands in the text. */
export function mentionedIds({ text, mentioned }: Composed): string[] {
  return [...new Set(Object.entries(mentioned).flatMap(([name, id]) => (text.includes(`@${name}`) ? [id] : [])))];
}

/** The values of the new activity. `wordless` is the subject of a call without words. */
export function toActivity(composed: Composed, customer: string, wordless: string): Values {
  const { kind, outcome, direction, contact, happenedAt, dueAt, isForCustomer } = composed;
  const { subject, body } = splitText(composed.text);
  return {
    kind, customer, subject: subject || wordless, ...(body ? { body } : {}), status: kind === 'task' ? 'open' : 'done', visibility: isForCustomer ? 'customer' : 'internal',
    ...(hasOutcome(kind) ? { outcome } : {}), ...(kind === 'call' ? { direction } : {}), ...(refId(contact) ? { contact } : {}),
    ...(kind === 'task' ? { dueAt } : happenedAt === null ? {} : { happenedAt }), mentions: mentionedIds(composed),
  };
}
