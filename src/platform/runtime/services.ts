import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { Registry } from '#meta/registry.ts';
import type { Backups } from '../backup/scheduled/backups.ts';
import type { Actor } from '../context/actor.ts';
import type { RecordHooks } from '../context/context.ts';
import type { Database } from '../db/database.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { ImportAdapter } from '../transfer/import/import-adapter.ts';

/** Everything that lives as long as the process. Handlers get what they need of it through their context. */
export interface Services {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly events: EventHub;
  readonly log: Logger;
  readonly dataDir: string;
  readonly timeZone: string;
  readonly defaultLocale: Locale;
  readonly clock: () => Date;
  readonly newId: () => Id;
  /** Objects in force now. */
  readonly registry: () => Registry;
  readonly reloadRegistry: () => Promise<void>;
  /** For connections outside the pool (COPY, jobs, DDL of custom-field indexes). Holds a password: never logged. */
  readonly databaseUrl: string;
  /** The modules' additions around writes of an object; empty for objects without any. */
  readonly hooks: (object: string) => RecordHooks;
  /** Background work (PL-3). */
  readonly jobs: Jobs;
  /** Too little room on the bundled database's disk to write on (REL-5). */
  readonly isDiskLow: () => boolean;
  /** Makes backups (PL-5). */
  readonly backups: Backups;
  /** What a module adds when records of an object are imported; empty for objects without it. */
  readonly importAdapter: (object: string) => ImportAdapter;
  /** A person's rights as they are now, for work that goes on without them (SEC-14); undefined once they may not sign in. */
  readonly actorOf: (userId: Id) => Promise<Actor | undefined>;
  /** Mail as the environment sets it up (PL-2), and the address that people open. `url` holds a password: never logged. */
  readonly mail?: { readonly url?: string; readonly from?: string; readonly siteUrl?: string };
  /** The command line of a malware scanner for uploads (PL-51); absent where none is set up. */
  readonly scanCommand?: string;
  /** Given by the identity module: who sends this request; undefined for nobody. */
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>;
}
