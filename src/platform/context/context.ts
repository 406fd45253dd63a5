import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { Registry } from '#meta/registry.ts';
import type { Db } from '../db/database.ts';
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
  /** Runs after the transaction is committed; never when it is rolled back. */
  afterCommit(effect: () => void | Promise<void>): void;
}
