import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { Registry } from '#meta/registry.ts';
import type { Db } from '../db/database.ts';
import type { PersonalEvent, RecordEvent } from '../events/event-hub.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Actor } from './actor.ts';

/** What every query and action receives: who asks, when, and the only handle to the database. */
export interface Context {
  readonly actor: Actor;
  readonly db: Db;
  /** One instant for the whole request. */
  readonly now: Date;
  readonly newId: () => Id;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly requestId: string;
  readonly ip: string | null;
  readonly registry: Registry;
  readonly secrets: Secrets;
  /** What the modules added around the engine's writes of an object. */
  readonly hooks: (object: string) => RecordHooks;
  /** Tells everybody who may see the record, after the commit. */
  announce(event: RecordEvent): void;
  /** Tells one person's open pages, after the commit. */
  tell(event: PersonalEvent): void;
  /** Runs after the transaction is committed; never when it is rolled back. */
  afterCommit(effect: () => void | Promise<void>): void;
}

/** A record as stored, by field key (sensitive fields as `{cipher, mask, hash}`). Never leaves the server as it is. */
export interface FullRecord {
  readonly id: Id;
  readonly version: number;
  readonly deletedAt: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface WriteStep {
  readonly ctx: Context;
  /** Undefined on create. */
  readonly before: FullRecord | undefined;
  /** Values as validated and sealed, by field key; on update only those that changed. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly id: Id;
  /** The caller's words, where the change needs some (a lost customer, an override). */
  readonly reason?: string;
  /** A duplicate was shown and the person went on all the same (CU-10). */
  readonly isDuplicateAccepted?: boolean;
}

/** What a module adds around the engine's writes of its object, in the same transaction. */
export interface RecordHooks {
  /** May add field values, and columns that are not fields (keys for matching); throws to refuse. */
  beforeWrite?(step: WriteStep): Promise<{
    readonly values?: Readonly<Record<string, unknown>>;
    readonly columns?: Readonly<Record<string, unknown>>;
  }>;
  afterWrite?(step: WriteStep & { readonly after: FullRecord }): Promise<void>;
  /** In place of `afterWrite` where a new record needs nothing: its creation then waits for nothing. */
  afterUpdate?(step: WriteStep & { readonly after: FullRecord }): Promise<void>;
  afterRemove?(ctx: Context, record: FullRecord): Promise<void>;
}
