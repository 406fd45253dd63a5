import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig, settingWarnings, unknownSettings } from '#platform/config/config.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { describeSettings, settings, settingSchemas } from '#platform/config/settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhike-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without any setting the defaults of PL-2 hold', () => {
  expect(loadConfig({}, folder)).toEqual({
    host: '127.0.0.1', port: 3000, dataDir: path.join(folder, 'data'), timeZone: 'Asia/Shanghai', locale: 'zh-CN',
    demo: false, trustedProxies: [], upgradeBackup: true, rateLimit: 100, logLevel: 'info',
  });
});

test('.env is read and the environment wins; empty means absent', () => {
  writeFileSync(path.join(folder, '.env'), 'ZHIKE_PORT=4000\nZHIKE_LOCALE="en"\n# note\nZHIKE_DEMO=1\nZHIKE_HOST=\n');
  const config = loadConfig({ ZHIKE_PORT: '5000', ZHIKE_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1' }, folder);
  expect(config).toMatchObject({ port: 5000, locale: 'en', demo: true, host: '127.0.0.1' });
  expect(config.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
});

test('every bad value is named at once, in both languages, private ones without their value', () => {
  const bad = {
    ZHIKE_PORT: '70000', ZHIKE_TIME_ZONE: 'Mars/Base', ZHIKE_LOCALE: 'fr', ZHIKE_TRUSTED_PROXIES: '10.0.0.0/33',
    DATABASE_URL: 'mysql://root:hunter2@x/y', ZHIKE_SECRET: 'short', ZHIKE_PUBLIC_URL: 'crm', ZHIKE_DEMO: 'maybe',
    ZHIKE_ADMIN_PASSWORD: 'long-enough-password', ZHIKE_CLOCK: '2026-03-02', ZHIKE_LOG_LEVEL: 'loud',
  };
  let message = '';
  try {
    loadConfig(bad, folder);
  } catch (error) {
    message = String(error);
  }
  for (const name of Object.keys(bad).filter((key) => key !== 'ZHIKE_ADMIN_PASSWORD')) {
    expect(message.split(name).length - 1, name).toBeGreaterThanOrEqual(2);
  }
  expect(message).toContain('ZHIKE_ADMIN_USERNAME');
  expect(message).toContain('0 到 65535 的整数');
  expect(message).not.toMatch(/hunter2|short|long-enough-password/);
});

test('a settable clock is refused in production only', () => {
  const clock = '2026-03-02T09:00:00+08:00';
  expect(loadConfig({ ZHIKE_CLOCK: clock }, folder).clock).toBe(clock);
  expect(() => loadConfig({ ZHIKE_CLOCK: clock, NODE_ENV: 'production' }, folder)).toThrow('ZHIKE_CLOCK');
});

test('a misspelt setting is found', () => {
  expect(unknownSettings({ ZHIKE_PROT: '1', ZHIKE_PORT: '1', HOME: '/' }, folder)).toEqual(['ZHIKE_PROT']);
});

test('a warning names the setting that was most likely meant', () => {
  const [far, near] = settingWarnings({ ZHIKE_PROT: '1', ZHIKE_NOTHING_LIKE_IT: 'x', ZHIKE_PORT: '1', ZHIKE_TEST_LOG: 'info' }, folder);
  expect(near).toMatch(/没有设置 ZHIKE_PROT.*ZHIKE_PORT.*did you mean ZHIKE_PORT/);
  expect(far).toMatch(/没有设置 ZHIKE_NOTHING_LIKE_IT.*--help/);
});

test('socket addresses of PostgreSQL are accepted', () => {
  const url = 'postgresql://postgres:p@/zhike?host=/var/run/postgresql';
  expect(loadConfig({ DATABASE_URL: url }, folder).databaseUrl).toBe(url);
});

test('help names every setting in both languages, and the launcher prints the same', () => {
  expect(settings.map((setting) => setting.name).sort()).toEqual(Object.keys(settingSchemas).sort());
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const setting of settings) expect(describeSettings(locale)).toContain(setting.name);
  }
  const launcher = path.resolve(import.meta.dirname, '../../../launcher/start.mjs');
  const printed = execFileSync(process.execPath, [launcher, '--help'], { encoding: 'utf8' });
  expect(printed).toBe(`${describeSettings('zh-CN')}\n${describeSettings('en')}`);
});

test('the secret is made once, private, and equal to the same text in ZHIKE_SECRET', () => {
  const dataDir = path.join(folder, 'new', 'data');
  const first = loadSecret({ dataDir });
  const file = path.join(dataDir, 'secret');
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(loadSecret({ dataDir })).toEqual(first);
  expect(loadSecret({ dataDir, secret: readFileSync(file, 'utf8').trim() })).toEqual(first);
  expect(readdirSync(dataDir)).toEqual(['secret']);
  if (process.platform === 'win32') return;
  chmodSync(file, 0o644);
  loadSecret({ dataDir });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a truncated secret stops the start instead of being replaced', () => {
  writeFileSync(path.join(folder, 'secret'), 'abc');
  expect(() => loadSecret({ dataDir: folder })).toThrow('ZHIKE_SECRET');
});
