import { isJsonObject } from '#kernel/json.ts';
import { isNamedRef, type NamedRef } from '#kit/records/record-types.ts';

/** Kinds that are activities: written in the composer, changed and taken away in place. */
export const activityKinds = ['note', 'call', 'visit', 'meeting', 'task'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const isActivityKind = (kind: string): kind is ActivityKind => activityKinds.some((known) => known === kind);

export interface EntryChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** One entry of `GET /customers/{id}/timeline`. */
export interface TimelineEntry {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
  readonly title: string;
  readonly body: string;
  readonly isPinned: boolean;
  /** The object whose fields `changes` names; the customer's own when absent. */
  readonly object: string;
  readonly recordId: string;
  readonly action: string;
  readonly version: number | undefined;
  readonly outcome: string;
  readonly direction: string;
  readonly status: string;
  readonly dueAt: string;
  readonly isForCustomer: boolean;
  readonly contact: NamedRef | undefined;
  readonly changes: readonly EntryChange[];
  readonly mayEdit: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readChanges(value: unknown): EntryChange[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => (isJsonObject(item) && typeof item['field'] === 'string' ? [{ field: item['field'], from: item['from'], to: item['to'] }] : []));
}

const personOf = (value: unknown): string => (isNamedRef(value) ? value.name : textOf(value));

/** Reads one entry as it came; undefined for anything without id, kind and time. */
export function readEntry(raw: unknown): TimelineEntry | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { id, kind, at, version, contact, capabilities } = raw;
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof at !== 'string') return undefined;
  return {
    id, kind, at, actor: personOf(raw['actor']), title: textOf(raw['title']), body: textOf(raw['body']),
    isPinned: raw['pinned'] === true || raw['isPinned'] === true, object: textOf(raw['object']) || (isActivityKind(kind) ? 'activity' : 'customer'),
    recordId: textOf(raw['recordId']) || textOf(raw['record']) || id, action: textOf(raw['action']), version: typeof version === 'number' ? version : undefined,
    outcome: textOf(raw['outcome']), direction: textOf(raw['direction']), status: textOf(raw['status']), dueAt: textOf(raw['dueAt']),
    isForCustomer: raw['visibility'] === 'customer', contact: isNamedRef(contact) ? contact : undefined, changes: readChanges(raw['changes']),
    mayEdit: Array.isArray(capabilities) ? capabilities.includes('update') : isActivityKind(kind),
  };
}

/** Pinned entries stand first, all others by time as they came; an entry that two pages both bring shows once. */
export function orderEntries(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const unique = [...new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry])).values()];
  return [...unique.filter((e) => e.isPinned), ...unique.filter((e) => !e.isPinned)];
}
