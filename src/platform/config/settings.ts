import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

const isTimeZone = (value: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const isNetwork = (value: string): boolean => {
  const [address = '', prefix, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
};

const isHost = (value: string): boolean => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);

const toList = (value: string): string[] => value.split(',').map((part) => part.trim()).filter((part) => part !== '');

const withoutSlash = (value: string): string => value.replace(/\/+$/, '');

/** Each setting's text to its value; an absent or empty one takes the default (PL-2). */
export const settingSchemas = {
  ZHIKE_HOST: z.string().refine(isHost).default('127.0.0.1'),
  ZHIKE_PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65535).default(3000),
  ZHIKE_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).or(z.string().regex(/^postgres(ql)?:\/\/\S+$/)).optional(),
  ZHIKE_ADMIN_USERNAME: z.string().trim().min(2).max(64).optional(),
  // Long enough not to be guessed; the password policy itself is checked when the account is created (SEC-2).
  ZHIKE_ADMIN_PASSWORD: z.string().min(8).max(256).optional(),
  ZHIKE_SECRET: z.string().refine((text) => Buffer.byteLength(text) >= 32).optional(),
  ZHIKE_TIME_ZONE: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  ZHIKE_LOCALE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  ZHIKE_DEMO: z.stringbool().default(false),
  ZHIKE_CLOCK: z.iso.datetime({ offset: true }).optional(),
  ZHIKE_TRUSTED_PROXIES: z.string().transform(toList).refine((list) => list.every(isNetwork)).default([]),
  ZHIKE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform(withoutSlash).optional(),
  ZHIKE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ZHIKE_SMTP_FROM: z.string().trim().regex(/^[^\r\n]*@[^\r\n]+$/).max(300).optional(),
  ZHIKE_SCAN_COMMAND: z.string().trim().min(1).max(1000).optional(),
  ZHIKE_BACKUP_PASSPHRASE_FILE: z.string().trim().min(1).optional(),
  ZHIKE_UPGRADE_BACKUP: z.stringbool().default(true),
  ZHIKE_RATE_LIMIT: z.string().regex(/^\d{1,6}$/).transform(Number).refine((rate) => rate <= 100_000).default(100),
  ZHIKE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

export type SettingName = keyof typeof settingSchemas;

const settingList = z.strictObject({
  usage: z.strictObject({ zh: z.string(), en: z.string() }),
  settings: z.array(z.strictObject({
    name: z.string().refine((name): name is SettingName => name in settingSchemas),
    /** Shown as the value when the setting is absent; empty = absent. */
    fallback: z.string(),
    /** The value is never printed (SEC-26). */
    isPrivate: z.boolean().optional(),
    zh: z.string(),
    en: z.string(),
    /** What a correct value looks like; shown when a value is refused. */
    expectZh: z.string(),
    expectEn: z.string(),
  })),
});

// A data file, because the launcher prints it on a Node that cannot run TypeScript yet.
const list = settingList.parse(JSON.parse(readFileSync(new URL('settings.json', import.meta.url), 'utf8')));

/** The settings in the order of `npm start -- --help`. */
export const settings = list.settings;

/** The list that `npm start -- --help` prints, in one language. */
export function describeSettings(locale: 'zh-CN' | 'en'): string {
  const key = locale === 'zh-CN' ? 'zh' : 'en';
  const width = Math.max(...settings.map((setting) => setting.name.length)) + 2;
  const lines = settings.map((setting) => {
    const standard = setting.fallback === '' ? '' : ` [${setting.fallback}]`;
    return `  ${setting.name.padEnd(width)}${setting[key]}${standard}`;
  });
  return `${list.usage[key]}\n\n${lines.join('\n')}\n`;
}
