import type { Logger } from 'pino';
import { loadActor, makeAuthenticate } from '#modules/identity/server/identity.public.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { type Backups, openBackups } from '#platform/backup/scheduled/backups.ts';
import { openDatabase } from '#platform/db/database.ts';
import { prepareDatabase } from '#platform/db/prepare-database.ts';
import { openEventHub } from '#platform/events/pg-event-hub.ts';
import { makeJobs } from '#platform/jobs/job-worker.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { holdRegistry } from '#platform/registry/load-registry.ts';
import type { Services } from '#platform/runtime/services.ts';
import { makeSecrets } from '#platform/secrets/secrets.ts';

export interface OpenOptions {
  readonly databaseUrl: string;
  readonly secret: Buffer;
  readonly dataDir: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly log: Logger;
  readonly modules: readonly ServerModule[];
  readonly clock?: () => Date;
  readonly poolSize?: number;
  readonly scanCommand?: string;
  /** Mail as the environment sets it up. */
  readonly mail?: NonNullable<Services['mail']>;
  /** Too little room to write (REL-5); there always is when absent. */
  readonly isDiskLow?: () => boolean;
  /** Locks scheduled backups in place of the secret (SEC-34). */
  readonly backupPassphraseFile?: string;
  /** Called before the migrations of a database that holds something (PL-5). */
  readonly beforeUpgrade?: (backups: Backups, from: number, to: number) => Promise<void>;
}

/** Opens everything that lives as long as the process: database at its newest version, events, registry, sign-in. */
export async function openServices(options: OpenOptions): Promise<Services & { close(): Promise<void> }> {
  const { log } = options;
  const onError = (error: unknown) => log.error({ err: error }, 'background failure');
  const { databaseUrl, dataDir, secret, backupPassphraseFile, beforeUpgrade } = options;
  const backups = openBackups({ databaseUrl, dataDir, secret, ...(backupPassphraseFile !== undefined && { passphraseFile: backupPassphraseFile }) });
  const role = await prepareDatabase(databaseUrl, log, (from, to) => beforeUpgrade?.(backups, from, to) ?? Promise.resolve());
  const database = openDatabase({ url: databaseUrl, onError, isWatched: true, max: options.poolSize ?? 16, ...(role !== undefined && { role }) });
  const events = openEventHub({ url: options.databaseUrl, processId: newId(), onError });
  const builtIn = options.modules.flatMap((module) => module.objects ?? []);
  const registry = await holdRegistry(database, events, builtIn, onError);
  const hooks = Object.assign({}, ...options.modules.map((module) => module.hooks ?? {})) as Record<string, never>;
  const imports = new Map(options.modules.flatMap((module) => Object.entries(module.imports ?? {})));
  const clock = options.clock ?? (() => new Date());
  const jobs = makeJobs();
  const base = {
    database, events, log,
    databaseUrl: options.databaseUrl,
    secrets: makeSecrets(options.secret),
    dataDir: options.dataDir,
    ...(options.mail && { mail: options.mail }),
    ...(options.scanCommand !== undefined && { scanCommand: options.scanCommand }),
    timeZone: options.timeZone,
    defaultLocale: options.locale,
    clock,
    newId,
    jobs,
    backups,
    isDiskLow: options.isDiskLow ?? (() => false),
    importAdapter: (object: string) => imports.get(object) ?? {},
    actorOf: async (userId: string) => (await loadActor(database, registry.current(), userId, clock()))?.actor,
    registry: registry.current,
    reloadRegistry: registry.reload,
    hooks: (object: string) => hooks[object] ?? {},
  };
  const close = async () => {
    await jobs.stop();
    await events.close();
    await database.close();
  };
  return { ...base, authenticate: makeAuthenticate(base), close };
}
