import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;
/** Milliseconds by which the server's clock is ahead: a password grows stale. */
let ahead = 0;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp({ clock: () => new Date(Date.now() + ahead) })]);
  for (const [index, name] of ['甲出口公司', '乙出口公司', '丙出口公司'].entries()) await app.admin.post('/customers', { name, phone: `1380013800${index}` });
  page = await browser.openPage({ width: 1440, height: 900 });
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
// A password that is asked for is a refused request in the console; it is meant.
afterEach(() => expect(pageProblems(page).filter((problem) => !problem.includes('403'))).toEqual([]));

/** The list with chosen columns, all records chosen, the dialog open. */
async function openDialog(columns: string): Promise<void> {
  await page.goto(`${app.url}/customers?cols=${columns}`);
  await page.getByText('甲出口公司').first().waitFor();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('toolbar').getByRole('button', { name: '导出' }).click();
  await page.getByRole('dialog').waitFor();
}

const box = (name: string | RegExp) => page.getByRole('dialog').getByRole('checkbox', { name });

async function downloaded(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载 客户/ }).click()]);
  return readFile(await download.path(), 'utf8');
}

test('the dialog takes the list’s columns, keeps masked ones masked, and the history has the file', async () => {
  await openDialog('name,phone');
  expect(await box(/^客户名称$/).isChecked()).toBe(true);
  expect(await box(/^电话/).isChecked()).toBe(true);
  expect(await box(/^行业$/).isChecked()).toBe(false);
  await box(/^行业$/).check();
  await page.getByRole('radio', { name: 'CSV' }).check({ force: true });
  await page.getByText('GB18030').waitFor();
  await screenshot(page, 'export-dialog');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
  await page.getByText('文件已生成，共 3 行。').waitFor();
  const text = await downloaded();
  expect(text.slice(1).split('\r\n')[0]).toBe('客户名称,电话,行业');
  expect(text).toMatch(/甲出口公司,.*\*\*\*\*/);
  expect(text).not.toContain('0138000');

  await page.goto(`${app.url}/imports`);
  await page.getByText('可下载').waitFor();
  await screenshot(page, 'export-history');
  expect(await axe(page)).toEqual([]);
  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /客户.*csv/ }).click()]);
  expect(await readFile(await again.path(), 'utf8')).toBe(text);
});

test('full values ask for a reason and the password', async () => {
  ahead += 20 * 60_000;
  await openDialog('name,phone');
  await page.getByRole('radio', { name: 'CSV' }).check({ force: true });
  await box(/^脱敏的列导出完整内容/).check();
  const start = page.getByRole('dialog').getByRole('button', { name: '导出' });
  expect(await start.isDisabled()).toBe(true);
  await page.getByLabel('导出原因').fill('客户回访外呼');
  await start.click();
  await page.locator('input[type=password]').fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('文件已生成，共 3 行。').waitFor();
  expect(await downloaded()).toContain('13800138000');
  await page.goto(`${app.url}/imports`);
  await page.getByText('含完整敏感信息').waitFor();
});

test('a file whose time is over is no longer offered', async () => {
  ahead += 8 * 24 * 60 * 60_000;
  await app.admin.post('/auth/login', { username: 'admin', password: TEST_PASSWORD });
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
  await page.goto(`${app.url}/imports`);
  await page.getByText('已过期').first().waitFor();
  expect(await page.getByRole('link', { name: /客户.*csv/ }).count()).toBe(0);
});
