import { isIP } from 'node:net';
import { z } from 'zod';

export interface Setting {
  readonly name: string;
  /** Shown as the value when the setting is absent; empty = absent. */
  readonly fallback: string;
  /** The value is never printed (SEC-26). */
  readonly isPrivate?: true;
  readonly zh: string;
  readonly en: string;
  /** What a correct value looks like; shown when a value is refused. */
  readonly expectZh: string;
  readonly expectEn: string;
}

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
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
  ZHIKE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

export type SettingName = keyof typeof settingSchemas;

/** The settings in the order of `npm start -- --help`. */
export const settings: readonly (Setting & { readonly name: SettingName })[] = [
  {
    name: 'ZHIKE_HOST', fallback: '127.0.0.1',
    zh: '监听地址；0.0.0.0 表示所有网卡', en: 'address to listen on; 0.0.0.0 means every network card',
    expectZh: 'IP 地址或主机名', expectEn: 'an IP address or a host name',
  },
  {
    name: 'ZHIKE_PORT', fallback: '3000',
    zh: '监听端口；0 表示任选空闲端口', en: 'port to listen on; 0 picks a free one',
    expectZh: '0 到 65535 的整数', expectEn: 'a whole number from 0 to 65535',
  },
  {
    name: 'ZHIKE_DATA_DIR', fallback: './data',
    zh: '数据文件夹（数据库、文件、密钥）', en: 'data folder (database, files, secret)',
    expectZh: '文件夹路径', expectEn: 'the path of a folder',
  },
  {
    name: 'DATABASE_URL', fallback: '', isPrivate: true,
    zh: '使用已有的 PostgreSQL（15 或更新）；不填则启动自带的',
    en: 'an existing PostgreSQL, 15 or newer; without it the bundled one is started',
    expectZh: '形如 postgresql://用户:密码@主机:5432/库名', expectEn: 'like postgresql://user:password@host:5432/database',
  },
  {
    name: 'ZHIKE_ADMIN_USERNAME', fallback: '',
    zh: '首位管理员的用户名（与密码一起设置则不出现首次设置页）',
    en: 'user name of the first administrator (with the password: skips the first-visit page)',
    expectZh: '2 到 64 个字符，并同时设置 ZHIKE_ADMIN_PASSWORD',
    expectEn: '2 to 64 characters, together with ZHIKE_ADMIN_PASSWORD',
  },
  {
    name: 'ZHIKE_ADMIN_PASSWORD', fallback: '', isPrivate: true,
    zh: '首位管理员的密码', en: 'password of the first administrator',
    expectZh: '8 到 256 个字符，并同时设置 ZHIKE_ADMIN_USERNAME',
    expectEn: '8 to 256 characters, together with ZHIKE_ADMIN_USERNAME',
  },
  {
    name: 'ZHIKE_SECRET', fallback: '', isPrivate: true,
    zh: '加密与签名的主密钥；不填则生成在数据文件夹的 secret 文件中',
    en: 'master secret for encryption and signatures; without it one is kept in the file "secret" of the data folder',
    expectZh: '至少 32 字节', expectEn: 'at least 32 bytes',
  },
  {
    name: 'ZHIKE_TIME_ZONE', fallback: 'Asia/Shanghai',
    zh: '公司所在时区', en: 'time zone of the company',
    expectZh: 'IANA 时区名，如 Asia/Shanghai', expectEn: 'an IANA time zone such as Asia/Shanghai',
  },
  {
    name: 'ZHIKE_LOCALE', fallback: 'zh-CN',
    zh: '默认语言：zh-CN 或 en', en: 'default language: zh-CN or en',
    expectZh: 'zh-CN 或 en', expectEn: 'zh-CN or en',
  },
  {
    name: 'ZHIKE_DEMO', fallback: '0',
    zh: '1 = 在空数据库中载入演示公司', en: '1 = load the demo company into an empty database',
    expectZh: '0 或 1', expectEn: '0 or 1',
  },
  {
    name: 'ZHIKE_CLOCK', fallback: '',
    zh: '系统时钟的起始时间，仅供试用；NODE_ENV=production 时拒绝',
    en: 'time at which the clock starts, for trials; refused when NODE_ENV=production',
    expectZh: '带时区的 ISO 时间，如 2026-03-02T09:00:00+08:00；生产环境不可使用',
    expectEn: 'an ISO time with offset such as 2026-03-02T09:00:00+08:00; not in production',
  },
  {
    name: 'ZHIKE_TRUSTED_PROXIES', fallback: '',
    zh: '可信反向代理的地址或网段，逗号分隔', en: 'addresses or networks of trusted reverse proxies, separated by commas',
    expectZh: '如 127.0.0.1,10.0.0.0/8', expectEn: 'like 127.0.0.1,10.0.0.0/8',
  },
  {
    name: 'ZHIKE_PUBLIC_URL', fallback: '',
    zh: '用户访问的网址，用于邮件和链接', en: 'address that users open, for mails and links',
    expectZh: '形如 https://crm.example.com', expectEn: 'like https://crm.example.com',
  },
  {
    name: 'ZHIKE_LOG_LEVEL', fallback: 'info',
    zh: '日志级别', en: 'log level',
    expectZh: 'trace、debug、info、warn、error、fatal 或 silent',
    expectEn: 'trace, debug, info, warn, error, fatal or silent',
  },
];

/** The list that `npm start -- --help` prints. */
export function describeSettings(locale: 'zh-CN' | 'en'): string {
  const isChinese = locale === 'zh-CN';
  const width = Math.max(...settings.map((setting) => setting.name.length)) + 2;
  const lines = settings.map((setting) => {
    const standard = setting.fallback === '' ? '' : ` [${setting.fallback}]`;
    return `  ${setting.name.padEnd(width)}${isChinese ? setting.zh : setting.en}${standard}`;
  });
  const head = isChinese
    ? '用法：npm start\n\n设置写在环境变量或 .env 文件中，全部可省略，[ ] 内是默认值：'
    : 'Usage: npm start\n\nSettings, as environment variables or in a file .env; all may be left out, [ ] is the default:';
  return `${head}\n\n${lines.join('\n')}\n`;
}
