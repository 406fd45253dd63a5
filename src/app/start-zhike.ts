import { pino } from 'pino';
import { ensureFirstAdministrator } from '#modules/identity/server/identity.public.ts';
import { type Config, loadConfig, settingWarnings } from '#platform/config/config.ts';
import { ensureDataDir } from '#platform/config/data-dir.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { backUpBeforeUpgrade } from '#platform/backup/scheduled/upgrade-backup.ts';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { healthRoutes } from '#platform/http/health.ts';
import { serveWeb } from '#platform/http/web-files.ts';
import { watchDisk } from '#platform/runtime/disk-watch.ts';
import { errorLine } from '#platform/runtime/error-line.ts';
import { buildApp } from './build-app.ts';
import { ensureDemo } from './ensure-demo.ts';
import { openServices } from './open-services.ts';
import { serverModules } from './server-modules.ts';

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** A clock that starts at the given time and goes on from there (PL-2 `ZHIKE_CLOCK`). */
function clockFrom(start: string | undefined): () => Date {
  if (start === undefined) return () => new Date();
  const shift = new Date(start).getTime() - Date.now();
  return () => new Date(Date.now() + shift);
}

const mailOf = ({ smtpUrl: url, smtpFrom: from, publicUrl: siteUrl }: Config) =>
  ({ ...(url !== undefined && { url }), ...(from !== undefined && { from }), ...(siteUrl !== undefined && { siteUrl }) });

/**
 * Starts everything in order; what was started is stopped again when a later step fails. `clock` stands in for the
 * configured one, for tests that let time run fast.
 */
export async function startZhike(env: NodeJS.ProcessEnv, cwd: string, clock?: () => Date): Promise<Running> {
  const config = loadConfig(env, cwd);
  const log = pino({ level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'], serializers: { err: errorLine } });
  for (const words of settingWarnings(env, cwd)) log.warn(words);
  ensureDataDir(config.dataDir);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir, log }) : undefined;
    if (embedded) undo.unshift(() => embedded.stop());
    // Another machine's disk is that machine's concern: its database says so when it is full.
    const disk = embedded && watchDisk({ folder: config.dataDir, log });
    if (disk) undo.unshift(() => disk.stop());
    const services = await openServices({
      databaseUrl: config.databaseUrl ?? embedded?.url ?? '', secret: loadSecret(config), dataDir: config.dataDir, timeZone: config.timeZone,
      locale: config.locale, log, modules: serverModules, clock: clock ?? clockFrom(config.clock),
      ...(disk && { isDiskLow: disk.isLow }),
      mail: mailOf(config),
      ...(config.scanCommand !== undefined && { scanCommand: config.scanCommand }),
      ...(config.backupPassphraseFile !== undefined && { backupPassphraseFile: config.backupPassphraseFile }),
      ...(config.upgradeBackup && { beforeUpgrade: (backups, from, to) => backUpBeforeUpgrade({ backups, from, to, dataDir: config.dataDir, log }) }),
    });
    undo.unshift(() => services.close());
    await ensureFirstAdministrator(services, config);
    if (config.demo) await ensureDemo(services);
    const server = buildApp(services, serverModules, config.trustedProxies, config.rateLimit);
    healthRoutes(server, services);
    await serveWeb(server);
    for (const module of serverModules) await module.start?.(services);
    undo.unshift(async () => {
      for (const module of serverModules.toReversed()) await module.stop?.();
    });
    await server.listen({ host: config.host, port: config.port });
    undo.unshift(() => server.close());
    const url = config.publicUrl ?? `http://${config.host}:${config.port}`;
    log.info(`知客 Zhike → ${url}`);
    return { url, stop: () => stopAll(undo) };
  } catch (error) {
    await stopAll(undo);
    throw error;
  }
}

async function stopAll(undo: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo) await step().catch(() => undefined);
}
