import type { Id } from '#kernel/ids.ts';

/** Something happened to a record. Carries no values: who hears it reads the record within their own rights. */
export interface RecordEvent {
  readonly object: string;
  readonly id: Id;
  readonly action: string;
  readonly version?: number;
  readonly customerId?: Id;
  readonly actorId?: Id;
}

/** A notice for one person (job progress, a mention). */
export interface PersonalEvent {
  readonly userId: Id;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Something cached changed: `access` (rights, sessions) or `meta` (fields, objects, settings). */
export type Invalidation = 'access' | 'meta';

export type Announcement =
  | { readonly kind: 'records'; readonly events: readonly RecordEvent[] }
  | { readonly kind: 'personal'; readonly event: PersonalEvent }
  | { readonly kind: 'invalidate'; readonly what: Invalidation };

/** Tells this process at once and every other process through the database's NOTIFY (PL-4). */
export interface EventHub {
  announce(announcement: Announcement): void;
  subscribe(listener: (announcement: Announcement) => void): () => void;
  close(): Promise<void>;
}
