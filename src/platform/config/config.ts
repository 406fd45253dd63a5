import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { type SettingName, settings, settingSchemas } from '#platform/config/settings.ts';
import { nearestName } from '#platform/config/nearest-name.ts';
import { StartError } from '#platform/config/start-error.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Absent: the bundled PostgreSQL in the data folder. */
  readonly databaseUrl?: string;
  readonly adminUsername?: string;
  readonly adminPassword?: string;
  /** Absent: the file `secret` in the data folder; read it through `loadSecret`. */
  readonly secret?: string;
  readonly timeZone: string;
  readonly locale: 'zh-CN' | 'en';
  readonly demo: boolean;
  /** ISO time with offset at which the clock starts. */
  readonly clock?: string;
  /** IP addresses and CIDR networks. */
  readonly trustedProxies: string[];
  /** Without a slash at the end. */
  readonly publicUrl?: string;
  /** `smtps://user:password@host:465`; holds a password. */
  readonly smtpUrl?: string;
  readonly smtpFrom?: string;
  /** A malware scanner; gets the path of an upload as its last argument. */
  readonly scanCommand?: string;
  /** A file whose text locks scheduled backups, which then hold the secret; absent: the secret locks them (SEC-34). */
  readonly backupPassphraseFile?: string;
  /** Whether a backup is made before an upgrade's migrations (PL-5). */
  readonly upgradeBackup: boolean;
  /** Requests a second per person; 0: no limit. */
  readonly rateLimit: number;
  readonly logLevel: z.infer<typeof settingSchemas.ZHIKE_LOG_LEVEL>;
}

type Environment = Record<string, string | undefined>;

/**
 * The configuration from the environment and from `<cwd>/.env`; the environment wins (PL-2).
 * Throws a StartError that names every bad value at once.
 */
export function loadConfig(env: Environment, cwd: string): Config {
  const values = merged(env, cwd);
  const bad = new Set<SettingName>();
  const read = <Name extends SettingName>(name: Name): z.infer<(typeof settingSchemas)[Name]> | undefined => {
    const result = settingSchemas[name].safeParse(values[name]);
    if (result.success) return result.data as z.infer<(typeof settingSchemas)[Name]>;
    bad.add(name);
    return undefined;
  };
  const all = {
    host: read('ZHIKE_HOST') ?? '',
    port: read('ZHIKE_PORT') ?? 0,
    dataDir: path.resolve(cwd, read('ZHIKE_DATA_DIR') ?? ''),
    databaseUrl: read('DATABASE_URL'),
    adminUsername: read('ZHIKE_ADMIN_USERNAME'),
    adminPassword: read('ZHIKE_ADMIN_PASSWORD'),
    secret: read('ZHIKE_SECRET'),
    timeZone: read('ZHIKE_TIME_ZONE') ?? '',
    locale: read('ZHIKE_LOCALE') ?? ('zh-CN' as const),
    demo: read('ZHIKE_DEMO') ?? false,
    clock: read('ZHIKE_CLOCK'),
    trustedProxies: read('ZHIKE_TRUSTED_PROXIES') ?? [],
    publicUrl: read('ZHIKE_PUBLIC_URL'),
    smtpUrl: read('ZHIKE_SMTP_URL'),
    smtpFrom: read('ZHIKE_SMTP_FROM'),
    scanCommand: read('ZHIKE_SCAN_COMMAND'),
    backupPassphraseFile: absolute(cwd, read('ZHIKE_BACKUP_PASSPHRASE_FILE')),
    upgradeBackup: read('ZHIKE_UPGRADE_BACKUP') ?? true,
    rateLimit: read('ZHIKE_RATE_LIMIT') ?? 0,
    logLevel: read('ZHIKE_LOG_LEVEL') ?? ('info' as const),
  };
  if (all.adminUsername === undefined && all.adminPassword !== undefined) bad.add('ZHIKE_ADMIN_USERNAME');
  if (all.adminPassword === undefined && all.adminUsername !== undefined) bad.add('ZHIKE_ADMIN_PASSWORD');
  // A clock that can be set would let deadlines, lockouts and the audit trail be dated at will.
  if (all.clock !== undefined && values['NODE_ENV'] === 'production') bad.add('ZHIKE_CLOCK');
  if (bad.size > 0) throw refusal(bad, values);
  return present(all);
}

/** Names that begin with ZHIKE_ and are no setting: most likely misspelt, worth a warning. */
export function unknownSettings(env: Environment, cwd: string): string[] {
  return Object.keys(merged(env, cwd))
    .filter((name) => name.startsWith('ZHIKE_') && !name.startsWith('ZHIKE_TEST_') && !(name in settingSchemas)).sort();
}

/** One line for each unknown setting, with the name that was most likely meant; to be logged at the start (PL-2). */
export function settingWarnings(env: Environment, cwd: string): string[] {
  return unknownSettings(env, cwd).map((name) => {
    const meant = nearestName(name, Object.keys(settingSchemas));
    const zh = meant === undefined ? '可用的设置见 npm start -- --help' : `是否想写 ${meant}`;
    const en = meant === undefined ? 'npm start -- --help lists the settings' : `did you mean ${meant}`;
    return `没有设置 ${name}，已忽略；${zh} / There is no setting ${name}, it is ignored; ${en}`;
  });
}

const absolute = (cwd: string, file: string | undefined): string | undefined => (file === undefined ? undefined : path.resolve(cwd, file));

function merged(env: Environment, cwd: string): Environment {
  const values: Environment = { ...readEnvFile(path.join(cwd, '.env')) };
  for (const [name, value] of Object.entries(env)) if (value !== undefined) values[name] = value;
  for (const [name, value] of Object.entries(values)) if (value?.trim() === '') values[name] = undefined;
  return values;
}

function readEnvFile(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new StartError(`无法读取 ${file}。`, `Cannot read ${file}.`, { cause: error });
  }
}

function refusal(bad: ReadonlySet<SettingName>, values: Environment): StartError {
  const list = (isChinese: boolean): string => settings.filter((setting) => bad.has(setting.name)).map((setting) => {
    const value = values[setting.name];
    const shown = value === undefined || setting.isPrivate ? '' : ` = ${JSON.stringify(value)}`;
    return isChinese
      ? `  ${setting.name}${shown}：应为${setting.expectZh}`
      : `  ${setting.name}${shown}: expected ${setting.expectEn}`;
  }).join('\n');
  return new StartError(`以下设置不正确，请改正后再启动：\n${list(true)}`, `Correct these settings and start again:\n${list(false)}`);
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] }
  & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** Leaves absent settings out, instead of keeping them as undefined. */
function present<T extends object>(all: T): Present<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Present<T>;
}
