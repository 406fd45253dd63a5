import { isJsonObject } from '#kernel/json.ts';
import { isNamedRef, type NamedRef } from '#kit/records/record-types.ts';

/** Kinds that are activities: written in the composer, changed and taken away in place. */
export const activityKinds = ['note', 'call', 'visit', 'meeting', 'task'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const isActivityKind = (kind: string): kind is ActivityKind => activityKinds.some((known) => known === kind);

export interface EntryChange {
  readonly object: string;
  readonly recordId: string;
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
  readonly object: string;
  readonly recordId: string;
  readonly isForCustomer: boolean;
  readonly changes: readonly EntryChange[];
  /** Of the activity, for a change in place. */
  readonly version: number | undefined;
  /** All that came, with what the kind has besides: the outcome of a call, the stages of a change of stage … */
  readonly detail: Readonly<Record<string, unknown>>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readChanges(value: unknown, object: string): EntryChange[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (!isJsonObject(item) || typeof item['field'] !== 'string') return [];
    return [{ object: textOf(item['object']) || object, recordId: textOf(item['recordId']), field: item['field'], from: item['from'], to: item['to'] }];
  });
}

/** Reads one entry as it came; undefined for anything without id, kind and time. */
export function readEntry(raw: unknown): TimelineEntry | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { id, kind, at, actor, version } = raw;
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof at !== 'string') return undefined;
  const object = textOf(raw['object']);
  return {
    id, kind, at, actor: isNamedRef(actor) ? actor.name : '', title: textOf(raw['title']), body: textOf(raw['body']), isPinned: raw['pinned'] === true, object,
    recordId: textOf(raw['recordId']), isForCustomer: raw['visibility'] === 'customer', changes: readChanges(raw['changes'], object), version: typeof version === 'number' ? version : undefined, detail: raw,
  };
}

/** A text of the kind's own part; empty when it has none. */
export const detailText = (entry: TimelineEntry, key: string): string => textOf(entry.detail[key]);

export function detailContact(entry: TimelineEntry): NamedRef | undefined {
  const { contact } = entry.detail;
  return isNamedRef(contact) ? contact : undefined;
}

/** Pinned ones first, each once; the others by time as they came. */
export function orderEntries(pinned: readonly TimelineEntry[], stream: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const seen = new Set<string>();
  return [...pinned, ...stream].filter((entry) => {
    if (seen.has(entry.id)) return false;
    seen.add(entry.id);
    return true;
  });
}
