import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  page = await browser.openPage({ width: 1280, height: 900 });
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('the administrator makes a backup, sees that it was read back, and takes it away', async () => {
  await page.goto(`${app.url}/backups`);
  await page.getByText('还没有备份。').waitFor();
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('已核对').waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'backups');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^下载/ }).click();
  const password = page.getByLabel('密码', { exact: true });
  const download = await Promise.race([arriving, password.waitFor().then(async () => {
    await password.fill(TEST_PASSWORD);
    await page.getByRole('dialog').getByRole('button', { name: '下载' }).click();
    return arriving;
  })]);
  expect(download.suggestedFilename()).toMatch(/^zhike-\d{8}T\d{6}Z\.zkbackup$/);
});

test('a failed backup is told plainly, in words that say what to do', async () => {
  await app.admin.call('PUT', '/admin/settings', { backupFolder: '/proc/no-such-place' });
  await page.reload();
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('最近一次备份没有成功').waitFor();
  await page.getByText(/请检查路径和权限/).first().waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'backups-failed');
  await page.setViewportSize({ width: 360, height: 780 });
  await screenshot(page, 'backups-narrow');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
